/** What was done, what was acknowledged and what is stored, as marks of clicks; and whether a browser's own books balance. */
import { z } from 'zod'

const Booked = z.object({ recorded: z.int(), acknowledged: z.int(), dropped: z.record(z.string(), z.int()) })

export type Verdict = {
  /** Acknowledged, and not stored. */
  lost: string[]
  /** Stored more than once. */
  doubled: string[]
  /** Stored, and never done. */
  invented: string[]
  /** Ledgers that did not balance, in words. */
  unbalanced: string[]
}

/** @param stored a mark for every click stored, with repetitions */
export function judge(
  performed: ReadonlySet<string>,
  acknowledged: Iterable<string>,
  stored: readonly string[],
): Omit<Verdict, 'unbalanced'> {
  const once = new Set(stored)
  const seen = new Set<string>()
  return {
    lost: [...new Set(acknowledged)].filter((mark) => !once.has(mark)),
    doubled: stored.filter((mark) => seen.size === seen.add(mark).size),
    invented: [...once].filter((mark) => !performed.has(mark)),
  }
}

export const isClean = ({ lost, doubled, invented, unbalanced }: Verdict): boolean =>
  lost.length + doubled.length + invented.length + unbalanced.length === 0

/** Recorded is acknowledged, waiting and dropped; before anything was booked nothing waits. @returns null where it is so */
export function imbalanceOf(ledger: unknown, waiting: number): string | null {
  if (ledger === undefined) return waiting === 0 ? null : `${waiting} wait, and nothing is booked`
  const { recorded, acknowledged, dropped } = Booked.parse(ledger)
  const gone = Object.values(dropped).reduce((sum, count) => sum + count, 0)
  if (recorded === acknowledged + waiting + gone) return null
  return `recorded ${recorded}, acknowledged ${acknowledged}, waiting ${waiting}, dropped ${gone}`
}

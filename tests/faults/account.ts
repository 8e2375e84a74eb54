/** What was done, what was acknowledged and what is stored, as marks of clicks. */

export type Verdict = {
  /** Acknowledged, and not stored. */
  lost: string[]
  /** Stored more than once. */
  doubled: string[]
  /** Stored, and never done. */
  invented: string[]
}

/** @param stored a mark for every click stored, with repetitions */
export function judge(performed: ReadonlySet<string>, acknowledged: Iterable<string>, stored: readonly string[]): Verdict {
  const once = new Set(stored)
  const seen = new Set<string>()
  return {
    lost: [...new Set(acknowledged)].filter((mark) => !once.has(mark)),
    doubled: stored.filter((mark) => seen.size === seen.add(mark).size),
    invented: [...once].filter((mark) => !performed.has(mark)),
  }
}

export const isClean = ({ lost, doubled, invented }: Verdict): boolean => lost.length + doubled.length + invented.length === 0

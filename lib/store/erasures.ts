/** Requests to collectors to erase what they have: kept until they have answered with a receipt. */
import { MAX_ERASED } from '../trace/erasure.ts'
import { DURABLE, type Database, type ErasureRow } from './database.ts'

/** Sequences that are, or may be, at collectors, while it is being gathered whom to ask for which. */
export class Asked {
  readonly sequences = new Set<string>()
  /** By pseudonym and address: a collector must not learn that two pseudonyms are one browser. */
  readonly #groups = new Map<string, { device: string; collector: string | null; ids: string[] }>()

  add({ device, collectors }: { device: string; collectors: readonly string[] }, { sequence }: { sequence: string }): void {
    this.sequences.add(sequence)
    for (const collector of collectors.length > 0 ? collectors : [null]) {
      const key = `${device} ${collector}`
      const group = this.#groups.get(key) ?? { device, collector, ids: [] }
      group.ids.push(sequence)
      this.#groups.set(key, group)
    }
  }

  *rows(now: number): Generator<ErasureRow> {
    for (const { device, collector, ids } of this.#groups.values())
      for (let from = 0; from < ids.length; from += MAX_ERASED) {
        const sequences = ids.slice(from, from + MAX_ERASED)
        yield {
          id: crypto.randomUUID(),
          device,
          collector,
          missedAt: null,
          sequences,
          count: sequences.length,
          askedAt: now,
          receipt: null,
        }
      }
  }
}

/**
 * Not answered yet. One whose collector is no longer the policy's is left out once another, asked in its place because a collector may
 * have moved, did not have all of it: only the policy can bring it back.
 * @param url the collector in force; whatever it is, if left out
 */
export async function pendingErasures(db: Database, url?: string): Promise<ErasureRow[]> {
  return (await db.getAll('erasures')).filter(
    ({ receipt, missedAt }) => receipt === null && (missedAt === null || (url !== undefined && missedAt !== url)),
  )
}

/** The collector at `url` is not the one they were sent to, and does not have all of them. */
export async function miss(db: Database, id: string, url: string): Promise<void> {
  const tx = db.transaction('erasures', 'readwrite', DURABLE)
  const row = await tx.store.get(id)
  if (row) await tx.store.put({ ...row, missedAt: url })
  await tx.done
}

/** The receipt stays, without the ids: nothing here says any more what was erased. */
export async function receive(db: Database, id: string, receipt: NonNullable<ErasureRow['receipt']>): Promise<void> {
  const tx = db.transaction('erasures', 'readwrite', DURABLE)
  const row = await tx.store.get(id)
  if (row) {
    const { device: _, ...rest } = row
    await tx.store.put({ ...rest, sequences: [], receipt })
  }
  await tx.done
}

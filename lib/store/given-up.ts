/**
 * Numbers of batches that will not be sent: kept until the collector knows, since a number that never comes looks like a loss. Each stays
 * with the pseudonym it was given under. They cannot travel with a later batch: what waited for a week was sealed under another.
 */
import type { Drop } from '../trace/counts.ts'
import { MAX_GIVEN_UP, type GivenUp } from '../trace/given-up.ts'
import { DURABLE, type BatchRow, type Database, type Writing } from './database.ts'

/** In the transaction in which the batch goes, where nothing of it goes on. */
export async function giveUp(tx: Writing, { device, ordinal }: BatchRow, reason: Drop, at: number): Promise<void> {
  // Of a batch of an older version whose bytes cannot be read nobody knows the number.
  if (ordinal !== null) await tx.objectStore('givenUp').put({ device, ordinal, reason, at })
}

/** What is still to be told, one note for each pseudonym and `MAX_GIVEN_UP` numbers. */
export async function untold(db: Database): Promise<GivenUp[]> {
  const notes: GivenUp[] = []
  for (const { device, ordinal, reason } of await db.getAll('givenUp')) {
    const last = notes.at(-1)
    if (last?.device === device && last.numbers.length < MAX_GIVEN_UP) last.numbers.push({ ordinal, reason })
    else notes.push({ version: 1, device, numbers: [{ ordinal, reason }] })
  }
  return notes
}

/** The collector has them on its disk. */
export async function told(db: Database, { device, numbers }: GivenUp): Promise<void> {
  const tx = db.transaction('givenUp', 'readwrite', DURABLE)
  for (const { ordinal } of numbers) await tx.store.delete([device, ordinal])
  await tx.done
}

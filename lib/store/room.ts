/** The disk is full, or the browser gives this extension no more of it. */
import type { Database } from './database.ts'
import { isFull } from './is-full.ts'
import { keptBytes } from './stats.ts'
import { trim } from './trim.ts'

/** The age is the policy's business; here only room is made. */
const ANY_AGE_DAYS = 365_000

/**
 * Does `work`; where there is no room for it, half of what is here goes, copies of what was sent first and then what waits, counted; and it is
 * done once more.
 * @throws what `work` throws, also the second time: whoever holds the action keeps it
 */
export async function withRoom<T>(db: Database, now: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isFull(error)) throw error
    await trim(db, now, { retentionDays: ANY_AGE_DAYS, maxMb: (await keptBytes(db)) / 2 / 1_000_000 })
    return work()
  }
}

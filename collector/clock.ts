import { timeOfId } from '../lib/trace/id.ts'
import { Refusal } from './refusal.ts'

const DAY_MS = 24 * 60 * 60_000
/** A day absorbs a wrong time zone; more is a wrong clock, and such an id would outlive its place in the ledger. */
const MAX_AHEAD_MS = DAY_MS
/** Older than this and not yet delivered: the ledger may have let go of the id by then, so a copy could be stored twice. */
const MAX_AGE_MS = 30 * DAY_MS

/**
 * @param id UUIDv7, which begins with 48 bits of ms since 1970
 * @param now ms since 1970
 * @throws {Refusal} `clock`
 */
export function requireRecent(id: string, now: number): void {
  const made = timeOfId(id)
  if (made > now + MAX_AHEAD_MS)
    throw new Refusal('clock', 'id', 'The batch was sealed more than a day ahead of the clock of the collector.')
  if (made < now - MAX_AGE_MS) throw new Refusal('clock', 'id', 'The batch was sealed more than 30 days ago.')
}

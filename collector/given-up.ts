import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from './database.ts'
import type { GivenUp } from '../lib/trace/given-up.ts'

/** Far more than a browser seals in a week; beyond it somebody only fills the disk. */
const MAX_OF_DEVICE = 5000

/**
 * Keeps which numbers of batches a browser says it will not send, so that `gaps` does not take them for lost. What is known already, and
 * what a device that was shut out says, changes nothing.
 */
export function givenUpKeeper(db: DatabaseSync) {
  const insert = db.prepare(
    `INSERT INTO given_up SELECT ?1, ?2, ?3, ?4 WHERE NOT EXISTS (SELECT 1 FROM shut WHERE device = ?1)
      AND (SELECT count(*) FROM given_up WHERE device = ?1) < ${MAX_OF_DEVICE} ON CONFLICT DO NOTHING`,
  )
  return ({ device, numbers }: GivenUp, at: number): void =>
    inTransaction(db, () => {
      for (const { ordinal, reason } of numbers) insert.run(device, ordinal, reason, at)
    })
}

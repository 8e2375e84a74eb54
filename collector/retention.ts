import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { utcDayOf } from '../lib/trace/utc-day.ts'
import { record } from './audit.ts'
import { dropper } from './cut.ts'
import { emptyLog, inTransaction } from './database.ts'

const DAY_MS = 24 * 60 * 60_000
/** As long as the clock takes ids of batches for, and the day they may be ahead of it: a copy cannot find its id gone. */
const REMEMBERED_MS = 31 * DAY_MS
/** Batches in one transaction: the lock is held for some ms, and browsers are answered in between. */
const AT_ONCE = 50

const Due = z.object({ batches: z.int(), sequences: z.int(), actions: z.int() })
const Ids = z.array(z.object({ id: z.string() }))

/**
 * Deletes batches received more than `days` ago, some with every step: bodies and sequences first, what is remembered of them a
 * month later, device by device, so that the rest of a device does not look like a gap. The entry in the audit chain comes with the
 * first step. Ends when there is nothing left to delete.
 * @param now ms since 1970
 */
export function* expire(db: DatabaseSync, days: number, now: number): Generator<number> {
  const before = now - days * DAY_MS
  const dropBody = dropper(db)
  const due = db.prepare('SELECT id FROM batch WHERE received_at < ? AND bytes > 0 LIMIT ?')
  const sums = db.prepare(
    `SELECT count(*) AS batches, coalesce(sum(sequences), 0) AS sequences, coalesce(sum(actions), 0) AS actions
      FROM batch WHERE received_at < ? AND bytes > 0`,
  )
  for (let isFirst = true; ; isFirst = false) {
    const dropped = inTransaction(db, () => {
      const ids = Ids.parse(due.all(before, AT_ONCE))
      if (isFirst && ids.length > 0) record(db, now, 'retention', { before: utcDayOf(before), days, ...Due.parse(sums.get(before)) })
      for (const { id } of ids) dropBody(id)
      return ids.length
    })
    if (dropped === 0) break
    yield dropped
  }
  inTransaction(db, () => {
    const past =
      'SELECT id FROM batch AS old WHERE bytes = 0 AND received_at < ? AND NOT EXISTS (SELECT 1 FROM batch WHERE device = old.device AND received_at >= ?)'
    const limit = before - REMEMBERED_MS
    db.prepare(`DELETE FROM ledger WHERE batch IN (${past})`).run(limit, limit)
    db.prepare(`DELETE FROM batch WHERE id IN (${past})`).run(limit, limit)
    db.prepare('DELETE FROM given_up WHERE at < ? AND NOT EXISTS (SELECT 1 FROM batch WHERE device = given_up.device)').run(limit)
    db.prepare('DELETE FROM spent WHERE day < ?').run(utcDayOf(now))
  })
  // Somebody may be reading; then the next run empties it.
  emptyLog(db)
}

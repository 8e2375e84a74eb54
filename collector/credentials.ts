/**
 * Keys of browsers that have enrolled. Nothing here says which batches a browser sent, and no batch says which key it was signed with:
 * of the time there is the day only, since a moment would be found again among the batches.
 */
import { createHmac } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { utcDayOf } from '../lib/trace/utc-day.ts'
import { record, type Link } from './audit.ts'
import { failing, inTransaction } from './database.ts'

const DAY_MS = 86_400_000
/**
 * A key lives as long as its pseudonym, 7 days, and what waits under it, 30 days at most; three more for clocks and time zones. Then it has to be
 * enrolled again, with a join secret of that time: so one that was replaced is worth nothing any more, even to who enrolled in time.
 */
const KEPT_DAYS = 40
/** Hex digits of a keyed hash: tell one secret from the next, and are no help in guessing one. */
const MARK_LENGTH = 8

const Known = z.object({ key: z.string(), day: z.string(), revoked: z.string().nullable() })
const Access = z.object({ signing: z.instanceof(Uint8Array), joins: z.string() })
const Listed = z.object({ id: z.string(), day: z.string(), revoked: z.string().nullable() })
const Shut = z.object({ device: z.string(), why: z.enum(['erased', 'revoked']), at: z.int() })
const Marks = z.array(z.string())

/** `day`: UTC day on which it enrolled; `revoked`: UTC day, or null. */
export type Known = z.infer<typeof Known>

const oldest = (now: number) => utcDayOf(now - KEPT_DAYS * DAY_MS)

export function credentialKeeper(db: DatabaseSync) {
  const select = db.prepare('SELECT key, day, revoked FROM credential WHERE id = ? AND (day >= ? OR revoked IS NOT NULL)')
  const insert = db.prepare('INSERT INTO credential VALUES (?, ?, ?, NULL)')
  const forget = db.prepare('DELETE FROM credential WHERE day < ? AND revoked IS NULL')
  const access = db.prepare('SELECT signing, joins FROM access')

  function find(id: string, now: number): Known | null {
    const row = select.get(id, oldest(now))
    return row ? Known.parse(row) : null
  }

  return {
    /** What is known of a credential, or null. `now` in ms since 1970. */
    find: (id: string, now: number) => failing(() => find(id, now)),

    /** Takes a key, once; one that is known stays as it is, also where it is revoked. */
    enrol: (id: string, key: string, now: number): { since: string; isNew: boolean } =>
      failing(() =>
        inTransaction(db, () => {
          forget.run(oldest(now))
          const known = find(id, now)
          if (known) return { since: known.day, isNew: false }
          const since = utcDayOf(now)
          insert.run(id, key, since)
          // The chain tells the day as well, and not the moment.
          record(db, Date.parse(since), 'enrol', { credential: id })
          return { since, isNew: true }
        }),
      ),

    /** Signs tokens; made with the database, so that tokens outlive the process. */
    signingKey: (): Uint8Array => failing(() => Access.parse(access.get()).signing),

    /** Notes which join secrets are accepted, and in the audit chain that others were before. */
    noteJoinSecrets: (secrets: readonly string[], now: number): void =>
      failing(() =>
        inTransaction(db, () => {
          const { signing, joins } = Access.parse(access.get())
          const markOf = (secret: string) => createHmac('sha256', signing).update(`join ${secret}`).digest('hex').slice(0, MARK_LENGTH)
          const before = Marks.parse(JSON.parse(joins))
          const marks = [...new Set(secrets.map(markOf))].sort()
          const added = marks.filter((mark) => !before.includes(mark)).length
          const removed = before.filter((mark) => !marks.includes(mark)).length
          if (added + removed === 0) return
          db.prepare('UPDATE access SET joins = ?').run(JSON.stringify(marks))
          record(db, now, 'rotate', { accepted: marks.length, added, removed })
        }),
      ),
  }
}
export type Credentials = ReturnType<typeof credentialKeeper>

/** Call these in a transaction. Each gives null where it was so already. */
export function revokeCredential(db: DatabaseSync, id: string, now: number): Link | null {
  const { changes } = db.prepare('UPDATE credential SET revoked = ? WHERE id = ? AND revoked IS NULL').run(utcDayOf(now), id)
  return changes === 0 ? null : record(db, now, 'revoke', { credential: id })
}

export function unrevokeCredential(db: DatabaseSync, id: string, now: number): Link | null {
  const { changes } = db.prepare('UPDATE credential SET revoked = NULL WHERE id = ? AND revoked IS NOT NULL').run(id)
  return changes === 0 ? null : record(db, now, 'unrevoke', { credential: id })
}

export function isCredential(db: DatabaseSync, id: string): boolean {
  return db.prepare('SELECT 1 FROM credential WHERE id = ?').get(id) !== undefined
}

/** A line for each, oldest first: those enrolled, then pseudonyms from which nothing is taken. */
export function* listCredentials(db: DatabaseSync): Generator<string> {
  for (const row of db.prepare('SELECT id, day, revoked FROM credential ORDER BY day, id').iterate()) {
    const { id, day, revoked } = Listed.parse(row)
    yield `credential ${id}  enrolled ${day}${revoked === null ? '' : `  revoked ${revoked}`}`
  }
  for (const row of db.prepare('SELECT device, why, at FROM shut ORDER BY at, device').iterate()) {
    const { device, why, at } = Shut.parse(row)
    yield `device     ${device}  ${why} ${utcDayOf(at)}`
  }
}

/**
 * Keeps what is here within the time and room the policy gives it: the oldest goes first. A copy of what was sent goes before anything that
 * waits, and is no loss; of what waits, a sequence or a batch goes as a whole, and is counted.
 */
import type { Counts, Drop } from '../trace/counts.ts'
import { dropCopy, forgetSent } from './copies.ts'
import { writing, type Database, type SentRow, type Writing } from './database.ts'
import { giveUp } from './given-up.ts'
import { book } from './ledger.ts'
import { noteSent, removeBatch, removeSequence } from './queue.ts'
import { addCounts, readState, writeState } from './state.ts'

const DAY_MS = 86_400_000
/** As the policy counts it. */
const MB = 1_000_000
/** The collector takes nothing older than 30 days, so what was sent before cannot be doubled, and its ids are worth nothing here. */
const SENT_DAYS = 30
/** gzip takes an action to about a tenth (535 bytes of JSON to 65, measured); what is not sealed yet is reckoned as what it will be. */
export const GZIP_RATIO = 10

type Item = { at: number; bytes: number; drop: (reason: Drop) => Promise<{ actions: number; counts: Counts }> }

/** @param limits `retentionDays` in days, `maxMb` in 1,000,000 bytes */
export async function trim(db: Database, now: number, { retentionDays, maxMb }: { retentionDays: number; maxMb: number }): Promise<void> {
  const tx = writing(db)
  const items: Item[] = []
  for (const row of await tx.objectStore('batches').getAll()) {
    const { id, sealedAt, size, actions, counts, attempted } = row
    const drop = async (reason: Drop) => {
      await removeBatch(tx, id)
      await giveUp(tx, row, reason, now)
      if (attempted) await noteSent(tx, row, row.contents, now)
      // What the collector may have heard already is not reported a second time.
      return { actions, counts: attempted ? {} : counts }
    }
    items.push({ at: sealedAt, bytes: size, drop })
  }
  for (const { id, lastAt, bytes } of await tx.objectStore('sequences').getAll()) {
    const drop = async () => ({ actions: await removeSequence(tx, id), counts: {} })
    items.push({ at: lastAt, bytes: bytes / GZIP_RATIO, drop })
  }
  items.sort((a, b) => a.at - b.at)
  const oldest = now - retentionDays * DAY_MS
  const waiting = items.reduce((sum, item) => sum + item.bytes, 0)
  let bytes = waiting + (await trimCopies(tx, { oldest, room: maxMb * MB - waiting }))
  let dropped: Counts = {}
  let reported: Counts = {}
  for (const item of items) {
    const reason: Drop | null = item.at < oldest ? 'dropped-expired' : bytes > maxMb * MB ? 'dropped-full' : null
    if (!reason) continue
    bytes -= item.bytes
    const { actions, counts } = await item.drop(reason)
    dropped = addCounts(dropped, { [reason]: actions })
    // What it was to report goes out with the next one.
    reported = addCounts(reported, counts)
  }
  const state = tx.objectStore('state')
  await writeState(state, 'counts', addCounts((await readState(state, 'counts')) ?? {}, addCounts(reported, dropped)))
  await book(state, now, { dropped })
  for (const row of await tx.objectStore('sent').getAll()) if (row.sentAt < now - SENT_DAYS * DAY_MS) await forgetSent(tx, row)
  // What the collector has not answered yet is asked for as long as it takes.
  for (const { id, askedAt, receipt } of await tx.objectStore('erasures').getAll())
    if (receipt && askedAt < now - SENT_DAYS * DAY_MS) await tx.objectStore('erasures').delete(id)
  for (const { device, ordinal, at } of await tx.objectStore('givenUp').getAll())
    if (at < now - SENT_DAYS * DAY_MS) await tx.objectStore('givenUp').delete([device, ordinal])
  await tx.done
}

/**
 * @param limits `oldest` in ms since 1970, `room` in bytes
 * @returns bytes of the copies that stay
 */
async function trimCopies(tx: Pick<Writing, 'objectStore'>, { oldest, room }: { oldest: number; room: number }): Promise<number> {
  const rows = (await tx.objectStore('sent').getAll()).toSorted((a, b) => a.sentAt - b.sentAt)
  let bytes = rows.reduce((sum, { copy }) => sum + (copy ?? 0), 0)
  for (const row of rows) {
    if (row.copy === null || (row.sentAt >= oldest && bytes <= room)) continue
    bytes -= row.copy
    await dropCopy(tx, row)
  }
  return bytes
}

/** Copies go at their time also where nothing is recorded or delivered any more. */
export async function expireCopies(db: Database, now: number, retentionDays: number): Promise<void> {
  const tx = db.transaction(['sent', 'copies'], 'readwrite')
  const isOld = ({ sentAt, copy }: SentRow) => copy !== null && sentAt < now - retentionDays * DAY_MS
  for (const row of (await tx.objectStore('sent').getAll()).filter(isOld)) await dropCopy(tx, row)
  await tx.done
}

/** From open sequences to sealed batches to nothing: every step is one transaction, and safe to repeat. */
import { close } from '../sequence/close.ts'
import { idleAt } from '../sequence/place.ts'
import type { Ledger, Sequence } from '../trace/schema.ts'
import type { Counts } from '../trace/counts.ts'
import type { Ending } from '../trace/vocabulary.ts'
import { copiesOf, type Copies } from './copies.ts'
import { DURABLE, type BatchRow, type Content, type Database, writing, type SequenceRow, type Writing } from './database.ts'
import { isFull } from './is-full.ts'
import { book, ledgerIn } from './ledger.ts'
import { addCounts, readState, subtractCounts, writeState, type StateValues } from './state.ts'

/** Closes the open sequences that `ends` names an ending for. */
export async function closeSequences(db: Database, ends: (row: SequenceRow) => Ending | null): Promise<void> {
  const tx = db.transaction('sequences', 'readwrite', DURABLE)
  for (const row of await tx.store.index('open').getAll(IDBKeyRange.bound([1], [1, []]))) {
    const ended = ends(row)
    if (ended) await tx.store.put({ ...row, ended, open: 0 })
  }
  await tx.done
}

/** When the next open sequence ends by itself; null when none is open. */
export async function nextIdle(db: Database): Promise<number | null> {
  const open = await db.getAllFromIndex('sequences', 'open', IDBKeyRange.bound([1], [1, []]))
  return open.length > 0 ? Math.min(...open.map(idleAt)) : null
}

/** Everything a batch is made of, read at one moment. */
export type Sealable = {
  sequences: Sequence[]
  contents: Content[]
  counts: Counts
  ledger: Ledger
  device: StateValues['device'] | undefined
}

/** Closed sequences, oldest first, put in order: at most `limit` of them, and no more than about `bytes` of them, but one. */
export async function readSealable(db: Database, { limit, bytes }: { limit: number; bytes: number }, now: number): Promise<Sealable> {
  const tx = db.transaction(['sequences', 'actions', 'batches', 'state'])
  const rows = await tx
    .objectStore('sequences')
    .index('open')
    .getAll(IDBKeyRange.bound([0], [0, []]))
  let size = 0
  const oldest = rows.toSorted((a, b) => a.openedAt - b.openedAt).slice(0, limit)
  const taken = oldest.filter((row) => {
    const before = size
    size += row.bytes
    return before <= bytes
  })
  const sequences: Sequence[] = []
  for (const row of taken) {
    const stored = await tx.objectStore('actions').index('sequence').getAll(row.id)
    sequences.push(close(row, stored, row.ended ?? 'idle'))
  }
  const counts = (await readState(tx.objectStore('state'), 'counts')) ?? {}
  const device = await readState(tx.objectStore('state'), 'device')
  const ledger = await ledgerIn(tx.objectStore('state'), tx.objectStore('actions'), tx.objectStore('batches'), now)
  await tx.done
  return { sequences, contents: taken.map(contentOf), counts, ledger, device }
}

export function contentOf({ id, site, origins, openedAt, lastAt, actions }: SequenceRow): Content {
  return { sequence: id, site, origins, from: openedAt, until: lastAt, actions }
}

/**
 * The batch takes the place of its sequences. `dropped` names sequences that no batch may carry; their actions are counted.
 * Where one of them is gone somebody else has sealed or deleted it meanwhile, and nothing is done.
 */
export async function seal(
  db: Database,
  sealed: { batch: { row: BatchRow; body: ArrayBuffer } | null; ids: string[]; dropped: string[]; device: StateValues['device'] },
  now: number,
): Promise<void> {
  const tx = writing(db)
  const state = tx.objectStore('state')
  const ids = [...sealed.ids, ...sealed.dropped]
  for (const id of ids) if ((await tx.objectStore('sequences').getKey(id)) === undefined) return tx.done
  let lost = 0
  for (const id of ids) {
    const removed = await removeSequence(tx, id)
    if (sealed.dropped.includes(id)) lost += removed
  }
  if (sealed.batch) await putBatch(tx, sealed.batch.row, sealed.batch.body)
  const rest = subtractCounts((await readState(state, 'counts')) ?? {}, sealed.batch?.row.counts ?? {})
  await writeState(state, 'counts', lost > 0 ? addCounts(rest, { 'dropped-invalid': lost }) : rest)
  if (lost > 0) await book(state, now, { dropped: { 'dropped-invalid': lost } })
  await writeState(state, 'device', sealed.device)
  await tx.done
}

/** @returns how many actions went with it */
export async function removeSequence(tx: Writing, id: string): Promise<number> {
  const keys = await tx.objectStore('actions').index('sequence').getAllKeys(id)
  for (const key of keys) await tx.objectStore('actions').delete(key)
  await tx.objectStore('sequences').delete(id)
  return keys.length
}

export async function putBatch(tx: Writing, row: BatchRow, body: ArrayBuffer): Promise<void> {
  await tx.objectStore('batches').put(row)
  await tx.objectStore('bodies').put(body, row.id)
}

export async function removeBatch(tx: Writing, id: string): Promise<void> {
  await tx.objectStore('batches').delete(id)
  await tx.objectStore('bodies').delete(id)
}

/**
 * Sequences of a batch that are at the collector, or may be: the person can have them erased there, and look at the copies of what
 * has arrived.
 */
export async function noteSent(tx: Writing, row: BatchRow, contents: readonly Content[], now: number, copies?: Copies): Promise<void> {
  const { id: batch, device, collectors } = row
  for (const content of contents) {
    const copy = copies?.get(content.sequence)
    await tx.objectStore('sent').put({ ...content, batch, device, sentAt: now, collectors, copy: copy?.byteLength ?? null })
    if (copy) await tx.objectStore('copies').put(copy, content.sequence)
    else await tx.objectStore('copies').delete(content.sequence)
  }
}

/** A day: a collector that refuses what it does not know yet may have been brought up to date. */
const PARKED_MS = 86_400_000

/** Batches in the order they were sealed. A parked one is left out for a day, and for good where other bytes hold its id. */
export async function sendable(db: Database, now: number): Promise<BatchRow[]> {
  const batches = await db.getAll('batches')
  return batches.filter(({ parked }) => parked === null || (parked.code !== 'refused-409' && now - parked.at >= PARKED_MS))
}

/**
 * Noted before the first try: from then on it may be at the collector, whether or not anybody hears of it.
 * @param url address of the collector
 * @returns its bytes, or null where it is gone meanwhile
 */
export async function takeUp(db: Database, id: string, url: string): Promise<ArrayBuffer | null> {
  const tx = db.transaction(['batches', 'bodies'], 'readwrite', DURABLE)
  const row = await tx.objectStore('batches').get(id)
  const body = await tx.objectStore('bodies').get(id)
  if (row && !(row.attempted && row.collectors.includes(url)))
    await tx.objectStore('batches').put({ ...row, attempted: true, collectors: [...row.collectors, url] })
  await tx.done
  return row && body ? body : null
}

/** The collector has committed it: it is deleted, and counted as sent. A copy of what was sent takes its place, for the person to look at. */
export async function acknowledge(db: Database, { id }: Pick<BatchRow, 'id'>, now: number): Promise<void> {
  // Before the transaction, which does not wait for compression: under one id the bytes are always the same.
  const copies = await copiesOf(db, id)
  try {
    await settle(db, id, now, copies)
  } catch (error) {
    // On a full disk it must still be known that it has arrived, or it would be sent for ever; a copy is the first to go.
    if (!isFull(error)) throw error
    await settle(db, id, now, new Map())
  }
}

async function settle(db: Database, id: string, now: number, copies: Copies): Promise<void> {
  const tx = writing(db)
  const state = tx.objectStore('state')
  const row = await tx.objectStore('batches').get(id)
  if (row) {
    await removeBatch(tx, id)
    await noteSent(tx, row, row.contents, now, copies)
    const sent = (await readState(state, 'sent')) ?? { actions: 0, batches: 0, lastAt: null }
    await writeState(state, 'sent', { actions: sent.actions + row.actions, batches: sent.batches + 1, lastAt: now })
    await book(state, now, { acknowledged: row.actions })
  }
  await tx.done
}

/** Refused: kept and shown, so that somebody can find out why, and not in the way. */
export async function park(db: Database, { id }: Pick<BatchRow, 'id'>, code: string, now: number): Promise<void> {
  const tx = db.transaction('batches', 'readwrite', DURABLE)
  const row = await tx.store.get(id)
  if (row) await tx.store.put({ ...row, parked: { code, at: now } })
  await tx.done
}

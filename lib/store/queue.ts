/** From open sequences to sealed batches to nothing: every step is one transaction, and safe to repeat. */
import { close } from '../sequence/close.ts'
import { idleAt } from '../sequence/place.ts'
import type { Sequence } from '../trace/schema.ts'
import type { Counts } from '../trace/counts.ts'
import type { Ending } from '../trace/vocabulary.ts'
import { DURABLE, type BatchRow, type Database, type SequenceRow } from './database.ts'
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
export type Sealable = { sequences: Sequence[]; counts: Counts; device: StateValues['device'] | undefined }

/** Closed sequences, oldest first, put in order; at most `limit` of them. */
export async function readSealable(db: Database, limit: number): Promise<Sealable> {
  const tx = db.transaction(['sequences', 'actions', 'state'])
  const rows = await tx
    .objectStore('sequences')
    .index('open')
    .getAll(IDBKeyRange.bound([0], [0, []]))
  rows.sort((a, b) => a.openedAt - b.openedAt)
  const sequences: Sequence[] = []
  for (const row of rows.slice(0, limit)) {
    const stored = await tx.objectStore('actions').index('sequence').getAll(row.id)
    sequences.push(close(row, stored, row.ended ?? 'idle'))
  }
  const counts = (await readState(tx.objectStore('state'), 'counts')) ?? {}
  const device = await readState(tx.objectStore('state'), 'device')
  await tx.done
  return { sequences, counts, device }
}

/**
 * The batch takes the place of its sequences. `dropped` names sequences that no batch may carry; their actions are counted.
 * Where one of them is gone somebody else has sealed it meanwhile, and nothing is done.
 */
export async function seal(
  db: Database,
  sealed: { batch: BatchRow | null; ids: string[]; dropped: string[]; counts: Counts; device: StateValues['device'] },
): Promise<void> {
  const tx = db.transaction(['sequences', 'actions', 'batches', 'state'], 'readwrite', DURABLE)
  const state = tx.objectStore('state')
  const ids = [...sealed.ids, ...sealed.dropped]
  for (const id of ids) if ((await tx.objectStore('sequences').getKey(id)) === undefined) return tx.done
  let lost = 0
  for (const id of ids) {
    const keys = await tx.objectStore('actions').index('sequence').getAllKeys(id)
    if (sealed.dropped.includes(id)) lost += keys.length
    for (const key of keys) await tx.objectStore('actions').delete(key)
    await tx.objectStore('sequences').delete(id)
  }
  if (sealed.batch) await tx.objectStore('batches').put(sealed.batch)
  const rest = subtractCounts((await readState(state, 'counts')) ?? {}, sealed.batch ? sealed.counts : {})
  await writeState(state, 'counts', lost > 0 ? addCounts(rest, { 'dropped-invalid': lost }) : rest)
  await writeState(state, 'device', sealed.device)
  await tx.done
}

/** Batches in the order they were sealed; parked ones are left out. */
export async function sendable(db: Database): Promise<BatchRow[]> {
  const batches = await db.getAll('batches')
  return batches.filter(({ parked }) => !parked)
}

/** The collector has committed it: it is deleted, and counted as sent. */
export async function acknowledge(db: Database, { id, actions }: BatchRow, now: number): Promise<void> {
  const tx = db.transaction(['batches', 'state'], 'readwrite', DURABLE)
  const known = await tx.objectStore('batches').get(id)
  if (known) {
    await tx.objectStore('batches').delete(id)
    const sent = (await readState(tx.objectStore('state'), 'sent')) ?? { actions: 0, batches: 0, lastAt: null }
    await writeState(tx.objectStore('state'), 'sent', { actions: sent.actions + actions, batches: sent.batches + 1, lastAt: now })
  }
  await tx.done
}

/** Refused for good: kept and shown, so that somebody can find out why, and no longer in the way. */
export async function park(db: Database, batch: BatchRow, code: string): Promise<void> {
  const tx = db.transaction('batches', 'readwrite', DURABLE)
  if (await tx.store.getKey(batch.id)) await tx.store.put({ ...batch, parked: code })
  await tx.done
}

/** Drops what is too old or too much, oldest first, and counts it. */
export async function trim(db: Database, now: number, { retentionDays, maxMb }: { retentionDays: number; maxMb: number }): Promise<void> {
  const tx = db.transaction(['batches', 'state'], 'readwrite', DURABLE)
  const batches = await tx.objectStore('batches').getAll()
  const oldest = now - retentionDays * 86_400_000
  let bytes = batches.reduce((sum, batch) => sum + batch.bytes.byteLength, 0)
  let counted: Counts = {}
  for (const batch of batches) {
    const reason = batch.sealedAt < oldest ? 'dropped-expired' : bytes > maxMb * 1_000_000 ? 'dropped-full' : null
    if (!reason) continue
    bytes -= batch.bytes.byteLength
    counted = addCounts(addCounts(counted, batch.counts), { [reason]: batch.actions })
    await tx.objectStore('batches').delete(batch.id)
  }
  const state = tx.objectStore('state')
  await writeState(state, 'counts', addCounts((await readState(state, 'counts')) ?? {}, counted))
  await tx.done
}

/**
 * Rows of earlier versions of the database. In the first one batches held their bytes themselves, and nobody had noted what is in them; the
 * second did not note numbers and collectors.
 */
import type { IDBPTransaction, StoreNames } from 'idb'
import { z } from 'zod'
import type { Batch } from '../trace/schema.ts'
import { utcDayOf } from '../trace/utc-day.ts'
import { COUNTS } from '../trace/counts.ts'
import { batchIn } from './body.ts'
import type { BatchRow, Database, Schema } from './database.ts'
import { writeState } from './state.ts'

/** As version 1 wrote it. */
const OldBatch = z.object({
  id: z.string(),
  bytes: z.instanceof(ArrayBuffer),
  digest: z.string(),
  actions: z.number(),
  counts: z.partialRecord(z.enum(COUNTS), z.number()),
  sealedAt: z.number(),
  parked: z.string().nullable(),
})

/** In the transaction of the upgrade: the bytes move; what is in them is read when the database is open. */
export async function moveOldBatches(tx: IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>, now: number): Promise<void> {
  const rows: unknown[] = await tx.objectStore('batches').getAll()
  let waiting = await tx.objectStore('actions').count()
  for (const row of rows) {
    const { bytes, parked, ...kept } = OldBatch.parse(row)
    waiting += kept.actions
    await tx.objectStore('bodies').put(bytes, kept.id)
    // Whether it was ever tried to be sent nobody has noted: it may have arrived.
    const moved = {
      ...kept,
      device: '',
      ordinal: null,
      size: bytes.byteLength,
      contents: [],
      attempted: true,
      collectors: [],
      parked: parked ? { code: parked, at: 0 } : null,
    }
    await tx.objectStore('batches').put(moved)
  }
  for (const row of await tx.objectStore('sequences').getAll()) {
    const stored = await tx.objectStore('actions').index('sequence').getAll(row.id)
    const origins = new Set(stored.map(({ action }) => action.route.origin))
    await tx.objectStore('sequences').put({ ...row, bytes: JSON.stringify(stored).length, origins: [...origins] })
  }
  // What waits from before is where the account begins.
  await writeState(tx.objectStore('state'), 'ledger', { day: utcDayOf(now), recorded: waiting, acknowledged: 0, dropped: {} })
}

/** In the transaction of the upgrade from version 2, which did not know the number of a batch and where anything was sent. */
export async function widenRows(tx: IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>): Promise<void> {
  const [batches, sent, erasures] = [tx.objectStore('batches'), tx.objectStore('sent'), tx.objectStore('erasures')]
  for (const row of await batches.getAll()) await batches.put({ ...row, ordinal: null, collectors: [] })
  for (const row of await sent.getAll()) await sent.put({ ...row, collectors: [] })
  for (const row of await erasures.getAll()) await erasures.put({ ...row, collector: null, missedAt: null })
}

/** Notes what is in the batches that came from earlier versions. Dying here repeats it at the next start. */
export async function readOldBatches(db: Database): Promise<void> {
  for (const row of await db.getAll('batches')) {
    if (row.ordinal !== null) continue
    const body = await db.get('bodies', row.id)
    const batch = body && (await batchIn(body))
    if (!batch) continue
    const tx = db.transaction('batches', 'readwrite')
    const { device, ordinal } = batch
    const contents = row.device === '' ? contentsOf(batch) : row.contents
    if (await tx.store.getKey(row.id)) await tx.store.put({ ...row, device, ordinal, contents })
    await tx.done
  }
}

/** The times of actions in a batch are steps from its beginning, of which only the day is known: the whole day it is. */
function contentsOf({ sequences }: Batch): BatchRow['contents'] {
  return sequences.map(({ id, site, day, actions }) => {
    const from = Date.parse(day)
    const origins = [...new Set(actions.map(({ route }) => route.origin))]
    return { sequence: id, site, origins, from, until: from + 2 * 86_400_000, actions: actions.length }
  })
}

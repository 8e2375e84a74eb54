/** From closed sequences to sealed batches. */
import { digestOf, gzip } from '../store/body.ts'
import type { BatchRow, Database } from '../store/database.ts'
import { readSealable, seal } from '../store/queue.ts'
import { LIMITS } from '../trace/vocabulary.ts'
import { deviceOf, fill } from './batch.ts'

/** Read at once to fill one batch: more than fit, so that what fits is decided by what they come to when they are in order. */
const READ_AHEAD = { limit: LIMITS.batchSequences * 2, bytes: LIMITS.batchBytes * 2 }

/** Seals every closed sequence. Dying between the reading and the sealing repeats the reading; nothing is in two batches. */
export async function sealAll(db: Database, extension: string, now: number): Promise<void> {
  for (;;) {
    const sealable = await readSealable(db, READ_AHEAD, now)
    if (sealable.sequences.length === 0) return
    const device = deviceOf(sealable.device, now)
    const { batch, text, ids, dropped } = fill(sealable, device, extension, now)
    if (!batch) {
      await seal(db, { batch: null, ids, dropped, device }, now)
      continue
    }
    const body = await gzip(text)
    const row: BatchRow = {
      id: batch.id,
      device: batch.device,
      ordinal: batch.ordinal,
      digest: await digestOf(body),
      size: body.byteLength,
      contents: sealable.contents.filter(({ sequence }) => ids.includes(sequence)),
      actions: batch.sequences.reduce((sum, sequence) => sum + sequence.actions.length, 0),
      counts: batch.counts,
      sealedAt: now,
      attempted: false,
      collectors: [],
      parked: null,
    }
    await seal(db, { batch: { row, body }, ids, dropped, device: { ...device, ordinal: device.ordinal + 1 } }, now)
  }
}

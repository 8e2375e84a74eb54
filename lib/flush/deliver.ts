/** The flusher: seals what is closed, sends what is sealed. One at a time, and safe to die at every step. */
import type { Database } from '../store/database.ts'
import { acknowledge, park, readSealable, seal, sendable, trim } from '../store/queue.ts'
import { readState, writeState, type StateValues } from '../store/state.ts'
import { LIMITS } from '../trace/vocabulary.ts'
import { judge } from './answer.ts'
import { backoffMs } from './backoff.ts'
import { deviceOf, digestOf, fill, gzip } from './batch.ts'
import { send } from './send.ts'

export type Destination = { collector: { url: string; token: string }; local: { retentionDays: number; maxMb: number }; extension: string }

/** Sequences read at once to fill one batch: more than fit by count, so that size decides. */
const READ_AHEAD = LIMITS.batchSequences * 2

/** Seals every closed sequence. Dying between the reading and the sealing repeats the reading; nothing is in two batches. */
export async function sealAll(db: Database, extension: string, now: number): Promise<void> {
  for (;;) {
    const { sequences, counts, device: known } = await readSealable(db, READ_AHEAD)
    if (sequences.length === 0) return
    const device = deviceOf(known, now)
    const { batch, text, ids, dropped } = fill(sequences, counts, device, extension, now)
    if (!batch) {
      await seal(db, { batch: null, ids, dropped, counts, device })
      continue
    }
    const bytes = await gzip(text)
    const actions = batch.sequences.reduce((sum, sequence) => sum + sequence.actions.length, 0)
    const { id, counts: carried } = batch
    const digest = await digestOf(bytes)
    const row = { id, bytes, digest, sequences: ids.length, actions, counts: carried, sealedAt: now, parked: null }
    await seal(db, { batch: row, ids, dropped, counts: carried, device: { ...device, ordinal: device.ordinal + 1 } })
  }
}

/**
 * Seals and sends until the queue is empty or the collector says not now.
 * @returns how the delivery stands afterwards
 */
export async function deliver(db: Database, { collector, local, extension }: Destination): Promise<StateValues['delivery']> {
  await sealAll(db, extension, Date.now())
  await trim(db, Date.now(), local)
  const before = await readState(db.transaction('state').store, 'delivery')
  let failed = before?.attempts ?? 0
  let outcome: StateValues['delivery'] = { code: null, attempts: 0, retryAt: 0 }
  for (const batch of await sendable(db)) {
    const answer = await send(batch, collector)
    const now = Date.now()
    const verdict = judge(batch.id, answer, now)
    if (verdict.kind !== 'retry') failed = 0
    if (verdict.kind === 'delivered') await acknowledge(db, batch, now)
    else if (verdict.kind === 'park') await park(db, batch, verdict.code)
    else {
      const attempts = failed + 1
      outcome = { code: verdict.code, attempts, retryAt: now + (verdict.waitMs ?? backoffMs(attempts, Math.random())) }
      break
    }
  }
  await writeState(db.transaction('state', 'readwrite').store, 'delivery', outcome)
  return outcome
}

import { z } from 'zod'
import { gunzip } from '../collector/gunzip.ts'
import { parseJson } from '../collector/json.ts'
import { Refusal } from '../collector/refusal.ts'
import type { Archived, Damaged } from '../collector/bodies.ts'
import type { Archive } from '../collector/storage.ts'
import { Trace } from '../lib/trace/schema.ts'
import type { Rhythm } from '../lib/trace/vocabulary.ts'
import { withoutRhythm } from './rhythm.ts'

/** As much of a batch as it takes to cut it into traces, which are then checked one by one. */
const Envelope = z.object({
  version: z.unknown(),
  id: z.unknown(),
  device: z.unknown(),
  extension: z.unknown(),
  purpose: z.unknown(),
  sequences: z.array(z.unknown()),
})

/**
 * What one pass over the archive gave, counted as it is exported; `rejected` counts batches and traces left out, by reason. `damaged`
 * names those whose bytes are not what was delivered; they are counted there too.
 */
export type Report = { batches: number; traces: number; actions: number; rejected: Map<string, number>; damaged: Damaged[] }

/**
 * A reader of every trace, in the order of batches and, within one, of sequences.
 * @param rhythm whether times, pauses and pointer paths stay in; scrolling in one place is one action where they do not
 */
export function traceReader(archive: Pick<Archive, 'batches'>, rhythm: Rhythm = 'none') {
  const report: Report = { batches: 0, traces: 0, actions: 0, rejected: new Map(), damaged: [] }
  const reject = (reason: string) => report.rejected.set(reason, (report.rejected.get(reason) ?? 0) + 1)

  return {
    /** Begins anew with each call. One batch is in memory at a time. */
    *traces(): Generator<Trace> {
      Object.assign(report, { batches: 0, traces: 0, actions: 0, rejected: new Map(), damaged: [] })
      const leaveOut = (damaged: Damaged) => {
        report.batches += 1
        report.damaged.push(damaged)
        reject(`damaged: ${damaged.why}`)
      }
      for (const archived of archive.batches(leaveOut)) {
        report.batches += 1
        const candidates = cut(archived)
        if (typeof candidates === 'string') {
          reject(candidates)
          continue
        }
        for (const candidate of candidates) {
          const { data, error } = Trace.safeParse(candidate)
          // Indexes would make every path a reason of its own.
          if (error) reject(`schema: ${(error.issues[0]?.path ?? []).filter((key) => typeof key === 'string').join('.')}`)
          else {
            const trace: Trace = rhythm === 'none' ? { ...data, rhythm, sequence: withoutRhythm(data.sequence) } : data
            report.traces += 1
            report.actions += trace.sequence.actions.length
            yield trace
          }
        }
      }
    },
    /** Of the last pass, whole once that pass has ended. */
    report,
  }
}

/** The batch as traces yet to be checked, or why it cannot be read. */
function cut({ body }: Archived): unknown[] | string {
  try {
    const { data, error } = Envelope.safeParse(parseJson(gunzip(Buffer.from(body))).value)
    if (error) return 'schema: not a batch'
    const { version, id: batch, device, extension, purpose, sequences } = data
    return sequences.map((sequence) => ({ version, batch, device, extension, purpose, rhythm: 'recorded', sequence }))
  } catch (error) {
    if (error instanceof Refusal) return `unreadable: ${error.code}`
    throw error
  }
}

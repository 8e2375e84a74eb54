/**
 * The closed schema of everything that leaves the browser. Worker, collector, export and tests import it; the JSON
 * Schema and the field table in `docs/` are printed from it. Each object is strict: an unknown key is refused.
 */
import { z } from 'zod'
import { Action } from './action.ts'
import { Id, Origin, coarsePx, count } from './target.ts'
import { COUNTS, ENDINGS, LIMITS, RHYTHMS, TIME_STEP_MS, TRACE_VERSION } from './vocabulary.ts'

export const Sequence = z
  .strictObject({
    id: Id.describe('Names this sequence; `opener`, `previous` and tab changes of others refer to it.'),
    site: Origin.describe('Origin of the top document throughout.'),
    day: z.iso.date().describe('UTC day it began; no finer absolute time is kept.'),
    viewport: z
      .strictObject({
        width: coarsePx.min(0).describe('Width in CSS px, in 100 px steps.'),
        height: coarsePx.min(0).describe('Height in CSS px, in 100 px steps.'),
      })
      .describe('Size of the top document.'),
    opener: Id.nullable().describe('Sequence in whose tab this tab was opened, or null.'),
    previous: Id.nullable().describe('Sequence that was split to begin this one, or null.'),
    ended: z.enum(ENDINGS).describe('Why it ended; `flush` is the person who sent it at once.'),
    durationMs: z
      .int()
      .min(0)
      .max(86_400_000)
      .multipleOf(TIME_STEP_MS)
      .describe('First to last action, in 100 ms steps; in an export without rhythm `t` of the last.'),
    actions: z.array(Action).min(1).max(LIMITS.sequenceActions).describe('In the order in which they began.'),
  })
  .describe('An ordered run of actions in one tab on one site.')

const version = z.literal(TRACE_VERSION).describe('Version of this format.')
const extensionVersion = z
  .string()
  .regex(/^\d{1,5}(\.\d{1,5}){0,3}$/)
  .describe('Version of the extension that recorded it.')
const purpose = z.literal('training').describe('The only permitted use.')

export const Batch = z
  .strictObject({
    version,
    id: Id.describe('UUIDv7 of the day it was sealed, not of the moment; the same bytes always travel under the same id.'),
    device: Id.describe('Pseudonym of the browser profile; a new random one each week.'),
    ordinal: count.describe('Batches sealed under this pseudonym before it; gaps show loss.'),
    extension: extensionVersion,
    purpose,
    sequences: z.array(Sequence).min(1).max(LIMITS.batchSequences).describe('Closed sequences, the oldest first.'),
    counts: z.partialRecord(z.enum(COUNTS), count).describe('What was counted instead of recorded since the batch before, by reason.'),
  })
  .describe('The sealed unit on the wire.')

export const Trace = z
  .strictObject({
    version,
    batch: Id.describe('Batch that delivered it.'),
    device: Id.describe('Pseudonym of the browser profile that week.'),
    extension: extensionVersion,
    purpose,
    rhythm: z
      .enum(RHYTHMS)
      .describe('Whether times, pauses and pointer paths were left in: `none` is the default of the export, `recorded` as collected.'),
    sequence: Sequence,
  })
  .describe('One line of the export: a sequence with its header.')

export type Sequence = z.infer<typeof Sequence>
export type Batch = z.infer<typeof Batch>
export type Trace = z.infer<typeof Trace>

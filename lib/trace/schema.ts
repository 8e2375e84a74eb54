/**
 * The closed schema of everything that leaves the browser. Worker, collector, export and tests import it; the JSON
 * Schema and the field table in `docs/` are printed from it. Each object is strict: an unknown key is refused.
 */
import { z } from 'zod'
import { Action } from './action.ts'
import { Id, Origin, coarsePx, count } from './target.ts'
import { COUNTS, DROPS } from './counts.ts'
import { ENDINGS, LIMITS, RHYTHMS, TIME_STEP_MS, TRACE_VERSION } from './vocabulary.ts'

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

/**
 * Where the actions of one day are. `recorded` is the sum of all others, or something was lost or doubled. What waited when the day began
 * counts as recorded on it: with a number of its own, one week's pseudonym could be tied to the next one's.
 */
export const Ledger = z
  .strictObject({
    day: z.iso.date().describe('UTC day it was sealed.'),
    recorded: count.describe('Actions recorded on the day, and those that waited when it began.'),
    acknowledged: count.describe('Of these, actions that the collector has committed.'),
    waiting: count.describe('Of these, actions still in the browser, this batch among them.'),
    dropped: z.partialRecord(z.enum(DROPS), count).describe('Of these, actions that nobody will receive, by reason.'),
  })
  .describe('Accounting of one browser profile and day, without content.')

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
    ledger: Ledger.optional().describe('Absent in batches sealed by an extension that kept none.'),
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
export type Ledger = z.infer<typeof Ledger>
export type Trace = z.infer<typeof Trace>

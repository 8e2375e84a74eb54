/** One thing the person meant to do: the fields every action has, and those of each kind. */
import { z } from 'zod'
import { kindFields, kindOf } from './kinds.ts'
import { FramePath, Route, Target, TargetState, count, px } from './target.ts'
// prettier-ignore
import {
  EFFECT_KINDS, LIMITS, MASKED_FIELDS, MASK_RULES, PAUSES, POINTER_STEP_PX, ROLES, SECRET_FIELD_KINDS, SETTLE_MS, TIME_STEP_MS, UNREPLAYABLE,
} from './vocabulary.ts'

export const PointerPoint = z
  .tuple([z.int().min(0).max(2000).multipleOf(TIME_STEP_MS), px.multipleOf(POINTER_STEP_PX), px.multipleOf(POINTER_STEP_PX)])
  .describe('[ms before the action, x, y] in steps of 100 ms and 8 px.')

export const Effect = z
  .strictObject({
    kind: z.enum(EFFECT_KINDS).describe('What followed.'),
    action: count.nullable().describe('`seq` of the action that records it (a nav), or null.'),
    role: z.enum(ROLES).nullable().describe('Role of what appeared or went, as of a dialog or a menu; null for other effects.'),
    state: TargetState.nullable().describe('What of the state of the target changed, as it was afterwards; null for other effects.'),
    settleMs: z
      .int()
      .min(0)
      .max(SETTLE_MS)
      .multipleOf(TIME_STEP_MS)
      .nullable()
      .describe(
        'How long after the action it was there, in 100 ms steps; null where it is an action of its own, and in an export without rhythm.',
      ),
  })
  .describe('What followed from the action.')

export const MaskEntry = z
  .strictObject({
    field: z.enum(MASKED_FIELDS).describe('Which field lost content.'),
    rule: z.enum(MASK_RULES).describe('By which rule.'),
  })
  .describe('The masking ledger: one entry for each field and rule.')

/** What every action carries, whoever writes it down. */
const commonFields = {
  frame: FramePath,
  route: Route,
  target: Target.nullable().describe('The element acted on; null for nav and tab.'),
  pointer: z
    .array(PointerPoint)
    .max(LIMITS.pointerPoints)
    .describe(
      'Approach path of the last 2 s, oldest first; empty without a pointer. In an export without rhythm only where it began, on a 64 px grid.',
    ),
  effects: z.array(Effect).max(LIMITS.effects).describe('What followed from it.'),
  masking: z.array(MaskEntry).max(LIMITS.masking).describe('Which fields lost content, and by which rule.'),
  replayable: z.boolean().describe('Can be replayed as it stands.'),
  reason: z.enum(UNREPLAYABLE).nullable().describe('Why not; null if it can.'),
}

/** What the sequence adds when it is closed. */
const orderFields = {
  seq: count.describe('Place in the sequence, from 0.'),
  t: z
    .int()
    .min(0)
    .max(86_400_000)
    .multipleOf(TIME_STEP_MS)
    .describe('ms since the sequence began, in 100 ms steps; in an export without rhythm one second for each action before it.'),
  pause: z
    .enum(PAUSES)
    .nullable()
    .describe(
      'Hesitation: from when the page was at rest after what came before, to its beginning, in seconds; null in an export without rhythm.',
    ),
  wait: z
    .enum(PAUSES)
    .nullable()
    .describe('How long the page took to come to rest after what came before, in seconds; null in an export without rhythm.'),
  causedBy: count.nullable().describe('`seq` of the action this one followed from, or null.'),
}

/** What only the browser holds until the sequence is closed: exact times never travel further. */
const draftFields = {
  n: z.int().min(0).max(10_000_000).describe('Number within its document.'),
  at: z.number().min(0).max(8.64e15).describe('Wall clock at its beginning, ms since 1970.'),
  until: z.number().min(0).max(8.64e15).describe('Wall clock at its end, ms since 1970.'),
}

function byKind<Extra extends z.core.$ZodLooseShape>(extra: Extra) {
  const common = { ...extra, ...commonFields }
  return z.discriminatedUnion('kind', [
    z.strictObject({ kind: kindOf('click'), ...common, ...kindFields.click }),
    z.strictObject({ kind: kindOf('check'), ...common, ...kindFields.check }),
    z.strictObject({ kind: kindOf('type'), ...common, ...kindFields.type }),
    z.strictObject({ kind: kindOf('press'), ...common, ...kindFields.press }),
    z.strictObject({ kind: kindOf('select'), ...common, ...kindFields.select }),
    z.strictObject({ kind: kindOf('set'), ...common, ...kindFields.set }),
    z.strictObject({ kind: kindOf('scroll'), ...common, ...kindFields.scroll }),
    z.strictObject({ kind: kindOf('drag'), ...common, ...kindFields.drag }),
    z.strictObject({ kind: kindOf('hover'), ...common, ...kindFields.hover }),
    z.strictObject({ kind: kindOf('upload'), ...common, ...kindFields.upload }),
    z.strictObject({ kind: kindOf('clip'), ...common, ...kindFields.clip }),
    z.strictObject({ kind: kindOf('nav'), ...common, ...kindFields.nav }),
    z.strictObject({ kind: kindOf('tab'), ...common, ...kindFields.tab }),
    z.strictObject({ kind: kindOf('dialog'), ...common, ...kindFields.dialog }),
  ])
}

/** A secret field keeps its kind only: no count, length or duration. */
function keepsSecrets(action: {
  kind: string
  field?: string
  inserts?: unknown
  deletes?: unknown
  pauses?: unknown
  length?: unknown
  cleared?: unknown
  durationMs?: unknown
}) {
  if (action.kind !== 'type' || !SECRET_FIELD_KINDS.some((kind) => kind === action.field)) return true
  return [action.inserts, action.deletes, action.pauses, action.length, action.cleared, action.durationMs].every((value) => value === null)
}
const SECRET_MESSAGE = 'a secret field keeps its kind only'

/** A label more than there are choices would be of an option that was not chosen. */
function labelsChoices(action: { kind: string; indices?: unknown[]; labels?: unknown[] }) {
  return action.kind !== 'select' || action.indices?.length === action.labels?.length
}
const LABELS_MESSAGE = 'as many labels as indices'

/** An action as the page hands it to the worker, before it has a place in a sequence. */
export const Draft = byKind(draftFields).refine(keepsSecrets, SECRET_MESSAGE).refine(labelsChoices, LABELS_MESSAGE)
/** An action as it is delivered and exported. */
export const Action = byKind(orderFields)
  .refine(keepsSecrets, SECRET_MESSAGE)
  .refine(labelsChoices, LABELS_MESSAGE)
  .describe('One thing the person meant to do.')

export type Effect = z.infer<typeof Effect>
export type Action = z.infer<typeof Action>
export type Draft = z.infer<typeof Draft>
export type DraftOf<K extends Draft['kind']> = Extract<Draft, { kind: K }>
export type MaskEntry = z.infer<typeof MaskEntry>
export type PointerPoint = z.infer<typeof PointerPoint>

/** One thing the person meant to do: the fields every action has, and those of each kind. */
import { z } from 'zod'
import { FramePath, Id, Name, Route, Target, coarsePx, count, px, tenth } from './target.ts'
// prettier-ignore
import {
  ACTIVATIONS, BUTTONS, CLIP_OPERATIONS, DIALOG_KINDS, DIALOG_OUTCOMES, EFFECT_KINDS, FIELD_KINDS, FILE_CLASSES, FILE_SIZES, LIMITS,
  MASKED_FIELDS, MASK_RULES, MODIFIERS, NAMED_KEYS, NAV_CAUSES, PAUSES, POINTER_STEP_PX, SCROLL_CAUSES, SECRET_FIELD_KINDS,
  SELECT_MODES, SET_CONTROLS, SHORTCUTS, SIZES, TAB_CHANGES, TAB_PLACES, TIME_STEP_MS, TYPING_SOURCES, TYPING_STEP_MS, UNREPLAYABLE,
  type ActionKind,
} from './vocabulary.ts'

export const PointerPoint = z
  .tuple([z.int().min(0).max(2000).multipleOf(TIME_STEP_MS), px.multipleOf(POINTER_STEP_PX), px.multipleOf(POINTER_STEP_PX)])
  .describe('[ms before the action, x, y] in steps of 100 ms and 8 px.')

export const Effect = z
  .strictObject({
    kind: z.enum(EFFECT_KINDS).describe('What followed.'),
    action: count.nullable().describe('`seq` of the action that records it (a nav), or null.'),
  })
  .describe('What followed from the action.')

export const MaskEntry = z
  .strictObject({
    field: z.enum(MASKED_FIELDS).describe('Which field lost content.'),
    rule: z.enum(MASK_RULES).describe('By which rule.'),
  })
  .describe('The masking ledger: one entry for each field and rule.')

const size = z.enum(SIZES)
const modifiers = z.array(z.enum(MODIFIERS)).max(MODIFIERS.length).describe('Held modifier keys.')
const position = z.strictObject({
  x: coarsePx.describe('From the left edge of the content, in 100 px steps.'),
  y: coarsePx.describe('From its top, in 100 px steps.'),
})
const activation = z.enum(ACTIVATIONS).describe('By pointer, key, label or implicit submission.')

/** What each kind stands for. */
const meanings: Record<ActionKind, string> = {
  click: 'A press of a pointer button, or what the browser makes a click of: Enter on a link, Space on a button, a label.',
  check: 'A checkbox, radio button or switch changed its state.',
  type: 'Text put into one field, from entering the field to leaving it. Never a character of it.',
  press: 'A key or shortcut that means something of its own. Keys that only write a character are part of `type`.',
  select: 'A choice from a list, by its position.',
  set: 'A control moved along its range: slider, date, time, colour, number.',
  scroll: 'One burst of scrolling in one container, from rest to rest; without rhythm, bursts that follow each other are one.',
  drag: 'Something dragged, from where it was taken to where it was dropped.',
  hover: 'Resting the pointer on something that showed more because of it.',
  upload: 'Files chosen for an upload. Never their names or content.',
  clip: 'Copy, cut or paste. Never content.',
  nav: 'The page moved to another address, or arrived.',
  tab: 'The person opened, closed or switched a tab.',
  dialog: 'A dialog of the browser, or a modal one of the page, was answered.',
}
const kindOf = <K extends ActionKind>(kind: K) => z.literal(kind).describe(meanings[kind])

/** Fields of each kind, beside the common ones. */
const kindFields = {
  click: {
    button: z.enum(BUTTONS).describe('Which button.'),
    count: z.int().min(1).max(3).describe('1 single, 2 double, 3 triple.'),
    modifiers,
    via: activation,
  },
  check: {
    checked: z.boolean().describe('State afterwards.'),
    via: activation,
  },
  type: {
    field: z.enum(FIELD_KINDS).describe('What the field is meant to hold.'),
    via: z.array(z.enum(TYPING_SOURCES)).max(TYPING_SOURCES.length).describe('How the text came; several when mixed.'),
    inserts: size.nullable().describe('Insertions, as a size class; null in a secret field.'),
    deletes: size.nullable().describe('Deletions, as a size class; null in a secret field, and in an export without rhythm.'),
    length: size.nullable().describe('Length afterwards, as a size class; null in a secret field.'),
    cleared: z.boolean().nullable().describe('True if the field ended empty; null in a secret field.'),
    durationMs: z
      .int()
      .min(0)
      .max(86_400_000)
      .multipleOf(TYPING_STEP_MS)
      .nullable()
      .describe('First to last edit, in 500 ms steps; null in a secret field, and in an export without rhythm.'),
  },
  press: {
    key: z.enum(NAMED_KEYS).nullable().describe('Named key; null for a shortcut.'),
    shortcut: z.enum(SHORTCUTS).nullable().describe('Shortcut by meaning; null for a named key.'),
    modifiers,
    repeat: z.int().min(1).max(1000).describe('Key-downs while it was held.'),
  },
  select: {
    mode: z.enum(SELECT_MODES).describe('What kind of list.'),
    multiple: z.boolean().describe('More than one may be chosen.'),
    indices: z.array(count).max(LIMITS.selectIndices).describe('Zero-based indexes chosen afterwards, over all option groups.'),
    options: count.describe('How many options there were.'),
    labels: z
      .array(Name.nullable())
      .max(LIMITS.selectIndices)
      .describe('Wording of each chosen option, as far as it may be kept; in the order of `indices`.'),
    via: activation,
  },
  set: {
    control: z.enum(SET_CONTROLS).describe('What kind of control.'),
    position: tenth.nullable().describe('Place in its range, in tenths; null where there is none.'),
    via: activation,
  },
  scroll: {
    cause: z.enum(SCROLL_CAUSES).nullable().describe('What moved it; null in an export without rhythm.'),
    from: position.nullable().describe('Scroll offset before, in 100 px steps; null where it was not seen.'),
    to: position.describe('Scroll offset afterwards, in 100 px steps.'),
  },
  drag: {
    mode: z.enum(['html5', 'pointer']).describe('Drag-and-drop API or pointer moves.'),
    destination: Target.nullable().describe('Where it was dropped; null outside.'),
  },
  hover: {
    dwellMs: z
      .int()
      .min(0)
      .max(600_000)
      .multipleOf(TIME_STEP_MS)
      .nullable()
      .describe('How long the pointer rested, in 100 ms steps; null in an export without rhythm.'),
    revealed: count.describe('Elements it revealed.'),
  },
  upload: {
    files: size.describe('How many, as a size class; never names.'),
    classes: z.array(z.enum(FILE_CLASSES)).max(FILE_CLASSES.length).describe('Classes of file.'),
    sizes: z.array(z.enum(FILE_SIZES)).max(FILE_SIZES.length).describe('Size ranges.'),
    via: z.enum(['picker', 'drop']).describe('How they were chosen.'),
  },
  clip: {
    operation: z.enum(CLIP_OPERATIONS).describe('Copy, cut or paste; never content.'),
    source: count.nullable().describe('`seq` of the copy that a paste takes from, or null.'),
  },
  nav: {
    cause: z
      .enum(NAV_CAUSES)
      .describe(
        'How the page came. `address`: not caused by the page before; `traverse`: back or forward, the browser hides which; `script`: by itself.',
      ),
  },
  tab: {
    change: z.enum(TAB_CHANGES).describe('Opened, closed or switched.'),
    from: z.enum(TAB_PLACES).describe('Where the person was.'),
    to: z.enum(TAB_PLACES).describe('Where the person went; everything not listed is `outside`.'),
    sequence: Id.nullable().describe('The running sequence on the other side, where it is a listed site.'),
  },
  dialog: {
    dialog: z.enum(DIALOG_KINDS).describe('What kind.'),
    outcome: z.enum(DIALOG_OUTCOMES).describe('How it ended, where knowable.'),
  },
} as const

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
    .describe('Hesitation: from the end of what came before to its beginning, in seconds; null in an export without rhythm.'),
  causedBy: count.nullable().describe('`seq` of the action this one followed from, or null.'),
  effects: z.array(Effect).max(LIMITS.effects).describe('What followed from it.'),
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
  length?: unknown
  cleared?: unknown
  durationMs?: unknown
}) {
  if (action.kind !== 'type' || !SECRET_FIELD_KINDS.some((kind) => kind === action.field)) return true
  return [action.inserts, action.deletes, action.length, action.cleared, action.durationMs].every((value) => value === null)
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

export type Action = z.infer<typeof Action>
export type Draft = z.infer<typeof Draft>
export type DraftOf<K extends Draft['kind']> = Extract<Draft, { kind: K }>
export type MaskEntry = z.infer<typeof MaskEntry>
export type PointerPoint = z.infer<typeof PointerPoint>

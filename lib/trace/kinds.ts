/** The fields of each kind of action, beside those that all have. */
import { z } from 'zod'
import { Id, Name, Target, coarsePx, count, tenth } from './target.ts'
// prettier-ignore
import {
  ACTIVATIONS, BUTTONS, CLIP_OPERATIONS, DIALOG_KINDS, DIALOG_OUTCOMES, FIELD_KINDS, FILE_CLASSES, FILE_SIZES, LIMITS, MODIFIERS,
  NAMED_KEYS, NAV_CAUSES, ROLES, SCROLL_CAUSES, SELECT_MODES, SET_CONTROLS, SHORTCUTS, SIZES, TAB_CHANGES, TAB_PLACES, TAGS,
  TIME_STEP_MS, TYPING_SOURCES, TYPING_STEP_MS, type ActionKind,
} from './vocabulary.ts'

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
  dialog: 'A dialog of the browser was answered. Those of a page are effects of what opened and closed them.',
}
export const kindOf = <K extends ActionKind>(kind: K) => z.literal(kind).describe(meanings[kind])

/** Fields of each kind, beside the common ones. */
export const kindFields = {
  click: {
    button: z.enum(BUTTONS).describe('Which button.'),
    count: z.int().min(1).max(3).describe('1 single, 2 double, 3 triple.'),
    modifiers,
    via: activation,
    leaf: z
      .strictObject({ tag: z.enum(TAGS).describe('Its tag.'), role: z.enum(ROLES).describe('Its role.') })
      .nullable()
      .describe('The innermost element under the pointer, where it is not the target itself.'),
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
    pauses: size
      .nullable()
      .describe('Pauses of more than a second between edits, as a size class; null in a secret field, and in an export without rhythm.'),
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
    indices: z
      .array(count)
      .max(LIMITS.selectIndices)
      .describe(
        'Zero-based indexes chosen, over all option groups: in a list of the browser all that are chosen afterwards, in one of the page the one that was.',
      ),
    options: count.describe('How many options there were.'),
    labels: z
      .array(Name.nullable())
      .max(LIMITS.selectIndices)
      .describe('Wording of each chosen option, as far as it may be kept; in the order of `indices`.'),
    option: Target.nullable().describe(
      'The option as an element of the page; null where the browser draws the list. `target` is the control that holds the choice.',
    ),
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

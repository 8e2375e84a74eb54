import { code, fieldsOf, plain } from './field-table.ts'
import type { JsonSchema, TraceSchema } from './json-schema.ts'
import { STORED } from './stored-data.ts'

/** What a group of fields is for, and the rule that bounds what it can say. */
type Use = { fields: string[]; purpose: string; rule: string }

const COUNTED = 'Number, within the bounds of the schema.'
const WORD = 'One word of a closed list.'
const OURS = 'Made by Waymark: random, or from its own constants.'
const TIME = 'Steps of 100 ms within the sequence; no time of day.'

const NAME =
  'Interface wording by lexicon, or public text after detectors, as the site’s `text` rule says; else kind and size class (`lib/mask/text.ts`).'

const MARKED =
  'At most 10 bits of a text, and 16 of a target: one of 1,024 groups, and of 65,536. Never of what was typed or repeats it, of numbers and secrets that a detector finds, of what can be edited, or of a keypad (`lib/mask/mark.ts`).'

/** Every field that leaves the browser, by the object it is in. A field that is missing here fails the generator. */
const USES: Record<string, Use[]> = {
  Batch: [
    { fields: ['version', 'extension'], purpose: 'Reading the format', rule: OURS },
    { fields: ['id', 'ordinal'], purpose: 'Delivering once, and seeing loss', rule: OURS },
    {
      fields: ['device'],
      purpose: 'Keeping sequences of one browser together for a week',
      rule: 'Random, new each week; no account, machine or user name.',
    },
    { fields: ['purpose'], purpose: 'Binding the use', rule: 'The constant `training`.' },
    { fields: ['sequences'], purpose: 'The recorded work', rule: 'Objects below.' },
    { fields: ['counts'], purpose: 'Seeing what was not recorded, and why', rule: 'Numbers by reason, without place or time.' },
    {
      fields: ['ledger', 'ledger.day', 'ledger.recorded', 'ledger.acknowledged', 'ledger.waiting', 'ledger.dropped'],
      purpose: 'Showing that nothing was lost or doubled',
      rule: 'A UTC day and numbers, begun anew each day.',
    },
  ],
  Sequence: [
    { fields: ['id', 'opener', 'previous'], purpose: 'Joining what belongs together', rule: OURS },
    { fields: ['site'], purpose: 'Which application was worked in', rule: 'Origin of a listed site.' },
    { fields: ['day'], purpose: 'Retention, and splitting data sets', rule: 'UTC day; no hour.' },
    { fields: ['viewport', 'viewport.width', 'viewport.height'], purpose: 'Replaying at the right size', rule: 'Steps of 100 px.' },
    { fields: ['ended'], purpose: 'Telling a finished task from one that was cut', rule: WORD },
    { fields: ['durationMs'], purpose: 'Length of the work', rule: TIME },
    { fields: ['actions'], purpose: 'What was done', rule: 'Objects below; at most 200.' },
  ],
  Action: [
    { fields: ['kind', 'via', 'reason', 'replayable'], purpose: 'What was done, and whether it can be replayed', rule: WORD },
    { fields: ['seq', 'causedBy', 'source', 'sequence'], purpose: 'Order and cause', rule: 'Numbers and ids of our own.' },
    { fields: ['t', 'dwellMs'], purpose: 'Order and rough pace', rule: TIME },
    { fields: ['pause'], purpose: 'Hesitation before a decision', rule: 'One of five ranges; rhythm identifies a person.' },
    { fields: ['wait'], purpose: 'Telling a page that was waited for from a person who hesitated', rule: 'One of five ranges.' },
    {
      fields: ['effects', 'frame', 'route', 'target', 'option', 'destination', 'masking'],
      purpose: 'Where, on what, with what result',
      rule: 'Objects below.',
    },
    {
      fields: ['pointer'],
      purpose: 'How the pointer came to the target',
      rule: 'At most 12 points of the last 2 s, 10 Hz, 8 px grid; none on a keypad.',
    },
    {
      fields: [
        'button',
        'count',
        'modifiers',
        'checked',
        'multiple',
        'mode',
        'control',
        'operation',
        'dialog',
        'outcome',
        'change',
        'from',
        'to',
        'cause',
      ],
      purpose: 'Details of the action',
      rule: WORD,
    },
    { fields: ['leaf', 'leaf.tag', 'leaf.role'], purpose: 'Which part of a control was hit, as its icon', rule: WORD },
    { fields: ['from.x', 'from.y', 'to.x', 'to.y', 'position'], purpose: 'How far it was moved', rule: 'Steps of 100 px, or tenths.' },
    { fields: ['field'], purpose: 'What kind of text belongs here', rule: 'From what the page declares, never from what is in it.' },
    {
      fields: ['inserts', 'deletes', 'length', 'files'],
      purpose: 'How much was typed or chosen',
      rule: 'Size class; none in a secret field.',
    },
    { fields: ['cleared'], purpose: 'Whether a field ended empty', rule: 'Yes or no; none in a secret field.' },
    { fields: ['durationMs'], purpose: 'Rough effort of typing', rule: 'Steps of 500 ms; none in a secret field.' },
    { fields: ['pauses'], purpose: 'Whether a text was thought about', rule: 'Size class; none in a secret field.' },
    {
      fields: ['key', 'shortcut', 'repeat'],
      purpose: 'Keys that mean something of their own',
      rule: 'Named keys and meanings of shortcuts; no character, in no layout.',
    },
    { fields: ['indices', 'options', 'revealed'], purpose: 'Which of how many', rule: COUNTED },
    {
      fields: ['labels'],
      purpose: 'What was chosen, in words of the interface',
      rule: `${NAME} In \`interface\` mode only where every option of the list passes.`,
    },
    { fields: ['classes', 'sizes'], purpose: 'What kind of file belongs here', rule: 'Classes; no name, type or content.' },
  ],
  Effect: [
    { fields: ['kind', 'role'], purpose: 'What followed, as a menu that opened', rule: WORD },
    { fields: ['action'], purpose: 'Which action it is', rule: 'A number of our own.' },
    { fields: ['state'], purpose: 'Whether the control did what it was used for', rule: 'Object below.' },
    { fields: ['settleMs'], purpose: 'How long an agent has to wait', rule: 'Steps of 100 ms, at most 1 s.' },
  ],
  MaskEntry: [{ fields: ['field', 'rule'], purpose: 'Saying what was masked, and why', rule: WORD }],
  Route: [
    { fields: ['origin'], purpose: 'Which application', rule: 'Origin of a listed site.' },
    {
      fields: ['path'],
      purpose: 'Which screen of it',
      rule: 'Templates of the policy, else one or two known interface words a segment, else `:id` (`lib/mask/route.ts`).',
    },
    { fields: ['query'], purpose: 'Which view of it', rule: 'Names the policy lists; never a value.' },
  ],
  Target: [
    { fields: ['role', 'tag', 'control', 'landmarks'], purpose: 'What kind of element, in which part of the page', rule: WORD },
    { fields: ['name'], purpose: 'Finding the element again, and learning what it does', rule: NAME },
    { fields: ['box', 'box.x', 'box.y', 'box.width', 'box.height'], purpose: 'Where it was', rule: 'Whole CSS px.' },
    { fields: ['point', 'point.x', 'point.y'], purpose: 'Where on it the pointer was', rule: 'Tenths of its size; none on a keypad.' },
    {
      fields: ['heading'],
      purpose: 'Finding the element again',
      rule: NAME,
    },
    { fields: ['language'], purpose: 'Telling a translated page from a changed one', rule: WORD },
    {
      fields: ['locators', 'anchor', 'item', 'among', 'alike', 'marks', 'state'],
      purpose: 'Finding it again, and its state',
      rule: 'Objects below.',
    },
    { fields: ['shadow'], purpose: 'Finding it inside shadow roots', rule: 'As `css` of a locator.' },
  ],
  Locator: [
    { fields: ['kind', 'matches', 'positional'], purpose: 'How far a locator can be trusted', rule: COUNTED },
    {
      fields: ['css'],
      purpose: 'Finding the element again',
      rule: 'Closed grammar of tags and positions; identifiers only of known interface words (`lib/mask/css.ts`).',
    },
  ],
  Anchor: [
    { fields: ['kind', 'index', 'count'], purpose: 'Which row, item or dialog', rule: COUNTED },
    { fields: ['name'], purpose: 'Which dialog, form or group', rule: `${NAME} Never of a row, item or article.` },
  ],
  Item: [
    { fields: ['index', 'count'], purpose: 'Which row, list item or card', rule: COUNTED },
    { fields: ['key', 'key.mark'], purpose: 'Finding the same row after the list has changed', rule: MARKED },
    { fields: ['key.part', 'key.parts', 'key.isName'], purpose: 'Which of the texts in it is marked', rule: COUNTED },
    { fields: ['order'], purpose: 'Seeing that a list has not changed', rule: '6 bits of all texts of three to 25 items together.' },
  ],
  Alike: [{ fields: ['index', 'count'], purpose: 'Which of those that say the same, and of how many', rule: COUNTED }],
  Among: [{ fields: ['index', 'count'], purpose: 'Which of two buttons of a row', rule: COUNTED }],
  Marks: [{ fields: ['name', 'link', 'id', 'field', 'heading'], purpose: 'Finding the element again without its text', rule: MARKED }],
  TargetState: [
    {
      fields: ['checked', 'expanded', 'selected', 'pressed', 'disabled', 'readonly', 'required'],
      purpose: 'State before the action, and after it where it changed',
      rule: WORD,
    },
  ],
}

const INTRODUCTION = [
  '# Data map',
  '',
  'What is kept, what for, under which rule, and for how long. Generated from the schema by `npm run docs`; a field without an entry',
  'fails the command, and a stale file fails the tests. What each field means is in [trace.md](trace.md).',
  '',
  '## What leaves the browser',
  '',
  'Retention of everything in these tables: in the browser until the collector has committed it, at most `local.retentionDays` (7 days',
  'unless the policy says otherwise) and `local.maxMb`; at the collector as long as its operator keeps the data folder.',
]

/** `docs/data-map.md`. @throws where a field of the schema has no purpose here, or a purpose no field. */
export function dataMap({ $defs }: TraceSchema): string {
  const sections = Object.entries(USES).flatMap(([name, uses]) => {
    const fields = namesIn($defs[name] ?? {})
    const given = uses.flatMap((use) => use.fields)
    const wrong = [...fields.filter((field) => !given.includes(field)), ...given.filter((field) => !fields.includes(field))]
    if (wrong.length > 0) throw new Error(`docs/data-map.md: ${name} has no purpose for, or no field ${[...new Set(wrong)].join(', ')}`)
    const rows = uses.map((use) => `| ${use.fields.map(code).join(', ')} | ${use.purpose} | ${use.rule} |`)
    return ['', `### ${name}`, '', '| Fields | Purpose | Rule |', '| --- | --- | --- |', ...rows]
  })
  const stored = STORED.map((row) => `| ${row.where} | ${row.what} | ${row.purpose} | ${row.retention} |`)
  const local = ['', '## What stays in the browser', '', '| Where | What | Purpose | Kept |', '| --- | --- | --- | --- |', ...stored]
  return [...INTRODUCTION, ...sections, ...local, ''].join('\n')
}

/** Names of the fields of an object, or of all kinds of a union. */
function namesIn(schema: JsonSchema): string[] {
  const kinds = schema.oneOf?.map(plain) ?? [schema]
  return [...new Set(kinds.flatMap((kind) => fieldsOf(kind).map(({ name }) => name)))]
}

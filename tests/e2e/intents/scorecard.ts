/** The score as a document: a table by group, and each deviation with its reason. Pure. */
import type { Action } from '../../../lib/trace/action.ts'
import type { Score } from './score.ts'
import type { Situation, Truth } from './situation.ts'

export type Measured = { situation: Pick<Situation, 'name' | 'group' | 'reason'>; score: Score }
export type Totals = {
  situations: number
  /** What persons meant, and what was recorded of it. */
  actions: number
  recorded: number
  matched: number
  stated: number
  agreeing: number
  duplicates: number
}

export function totalsOf(measured: Measured[]): Totals {
  const sum = (of: (score: Score) => number) => measured.reduce((total, { score }) => total + of(score), 0)
  const stated = sum((score) => score.stated)
  return {
    situations: measured.length,
    actions: sum(({ matches, missed }) => matches.length + missed.length),
    recorded: sum(({ matches, extra }) => matches.length + extra.length),
    matched: sum(({ matches }) => matches.length),
    stated,
    agreeing: stated - sum(({ matches }) => matches.reduce((total, { wrong }) => total + wrong.length, 0)),
    duplicates: sum(({ duplicates }) => duplicates),
  }
}

export const precisionOf = ({ matched, recorded }: Totals) => ratio(matched, recorded)
export const recallOf = ({ matched, actions }: Totals) => ratio(matched, actions)
/** Of nothing, everything is right. */
const ratio = (part: number, whole: number) => (whole === 0 ? 1 : part / whole)

/** What a visit's record says otherwise than its truth, a line for each. */
export function deviationsOf({ missed, extra, matches }: Score): string[] {
  return [
    ...missed.map((truth) => `missed ${truthName(truth)}`),
    ...extra.map((action) => `extra ${actionName(action)}`),
    ...matches.flatMap(({ truth, wrong }) =>
      wrong.map(({ path, stated, recorded }) => `${truthName(truth)}: ${path} is ${shown(recorded)}, not ${shown(stated)}`),
    ),
  ]
}

const truthName = ({ kind, fields }: Truth) => [kind, ...details({ ...fields, role: fields?.['target.role'] })].join(' ')
const actionName = (action: Action) => [action.kind, ...details({ ...action, role: action.target?.role })].join(' ')

/** What tells an action from others of its kind. */
function details({ role, key, shortcut, cause, operation, dialog, change }: Record<string, unknown>): string[] {
  return [role, key, shortcut, cause, operation, dialog, change].filter((detail) => typeof detail === 'string')
}

const shown = (value: unknown) => (value === undefined ? 'absent' : JSON.stringify(value))

/** The row of a situation that deviates; a part of the document, so that an improvement is noticed as well. */
function deviationRow({ situation: { group, name, reason }, score }: Measured): string {
  return row([escaped(`${group}: ${name}`), deviationsOf(score).map(escaped).join('<br>'), reason ?? ''])
}

/** Situations that deviate, and nobody has written why. */
export const withoutReason = (measured: Measured[]): string[] =>
  measured
    .filter(({ situation, score }) => situation.reason === undefined && deviationsOf(score).length > 0)
    .map(({ situation: { group, name } }) => `${group}: ${name}`)

/** @param subject what a group is: `Group` of situations, or `Library` */
export function scoreTable(subject: string, measured: Measured[]): string {
  const groups = Map.groupBy(measured, ({ situation: { group } }) => group)
  const rows = [...groups].map(([group, mine]) => totalsRow(group, totalsOf(mine)))
  const deviating = measured.filter(({ score }) => deviationsOf(score).length > 0)
  const deviations = [row(['Situation', 'What deviates', 'Reason']), row(['---', '---', '---']), ...deviating.map(deviationRow)]
  return [
    row([subject, 'Situations', 'Actions', 'Precision', 'Recall', 'Fields', 'Duplicates']),
    row(['---', '---:', '---:', '---:', '---:', '---:', '---:']),
    ...rows,
    totalsRow('**all**', totalsOf(measured)),
    '',
    ...(deviating.length > 0 ? deviations : ['Nothing deviates.']),
  ].join('\n')
}

function totalsRow(group: string, totals: Totals): string {
  const { situations, actions, stated, agreeing, duplicates } = totals
  const fields = stated === 0 ? '–' : `${agreeing} of ${stated}`
  return row([group, situations, actions, precisionOf(totals).toFixed(3), recallOf(totals).toFixed(3), fields, duplicates])
}

const row = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`
const escaped = (text: string) => text.replaceAll('|', String.raw`\|`)

const HEAD = `# Scorecard

Written by \`npm run scorecard\`, its last part by \`npm run bench:targets\`.

In real Chromium with the extension installed by policy, trusted input does what a person would do, and what was recorded is compared
with what was meant, written down before. Both are aligned in order, by kind. *Precision*: how many of the recorded actions were meant.
*Recall*: how many of those that were meant are recorded. *Fields*: of what the truth states of matched actions, how much the record says
too. *Duplicates*: recorded actions that say their neighbour again.
`

/** The parts of the document, in their order: each is written by a suite of its own. */
const PARTS = ['Situations', 'Third-party widgets', 'Targets found again'] as const
export type Part = (typeof PARTS)[number]

/** The document with one part put in place of what stood there; '' makes a new one. */
export function withPart(document: string, part: Part, text: string): string {
  const parts = PARTS.map((name) => [name, name === part ? text : partOf(document, name)] as const)
  return [HEAD, ...parts.map(([name, body]) => `## ${name}\n\n${body}\n`)].join('\n')
}

/** What stands under a part's heading. */
export function partOf(document: string, part: Part): string {
  const [, rest = ''] = document.split(`\n## ${part}\n`)
  return rest.split('\n## ', 1).join('').trim() || 'Not measured yet.'
}

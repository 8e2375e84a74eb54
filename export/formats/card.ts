/** The card of a data set: what is in it, what was left out, and what is never in it, as hubs and people read it. */
import type { Withheld } from '../../collector/withheld.ts'
import { TRACE_VERSION, type Rhythm } from '../../lib/trace/vocabulary.ts'
import type { Trace } from '../../lib/trace/schema.ts'
import { lengthAt, tallyOf, type Tally } from '../card/tally.ts'

/** What the data do not say themselves. `rejected` counts batches and traces that could not be read, by reason. */
export type Circumstances = Withheld & { rhythm: Rhythm; rejected: ReadonlyMap<string, number> }

const LOADING = `    pandas.read_parquet("traces.parquet")
    duckdb -c "select kind, count(*) from 'traces.parquet' group by kind"
    pandas.read_json("traces.jsonl", lines=True)`

const NEVER = `- What was typed: no text, no key, no hash, no exact length. Of a password, code, PIN or card number only that such a field was used.
- What pages say, beyond the names of elements that were used; and those only where they are wording of interfaces, or of sites that
  are public. Else a placeholder of kind and size class stands for it: \`⟦button·4-8⟧\`.
- Addresses beyond origin and path template; titles and referrers.
- Anything of a site that is not on the company's list; such a tab is the word \`outside\`.
- Pixels, files, the content of the clipboard.
- Who it was. \`device\` is a pseudonym of a browser profile that is new each week.`

const RHYTHMS: Record<Rhythm, string> = {
  none: 'Times, pauses and pointer paths are not in it, and scrolling on in one place is one action: by rhythm persons can be told apart.',
  recorded:
    'Times, pauses and pointer paths are in it, as recorded. Persons can be told apart by them: give it to nobody who does not need them.',
}

/** Classes of size as hubs know them: the bound in rows, and its name. */
const SIZES: [below: number, name: string][] = [
  [1000, 'n<1K'],
  [10_000, '1K<n<10K'],
  [100_000, '10K<n<100K'],
  [1_000_000, '100K<n<1M'],
  [Infinity, 'n>1M'],
]

function header({ actions, languages }: Tally): string {
  const spoken = [...languages].filter(([, many]) => many > 0).map(([language]) => `  - ${language}`)
  return [
    '---',
    'pretty_name: Waymark traces',
    '# The owner of the data chooses a licence. Until then nobody else may use it.',
    'license: unknown',
    ...(spoken.length > 0 ? ['language:', ...spoken] : []),
    'size_categories:',
    `  - ${SIZES.find(([below]) => actions < below)?.[1]}`,
    'tags:',
    '  - computer-use',
    '  - web-agents',
    '---',
  ].join('\n')
}

const counted = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`

const share = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)

/** What a cell must not break out of; a reason may come from outside. */
const cell = (text: string | number) => String(text).replace(/[|\\`<>\n\r]/g, ' ')

function table(heads: string[], rows: (string | number)[][]): string {
  const line = (cells: (string | number)[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Only what occurs. */
const shares = (head: string, counts: ReadonlyMap<string, number>, whole: number) =>
  table(
    [head, 'actions', 'share'],
    [...counts].filter(([, many]) => many > 0).map(([word, many]) => [word, many, share(many, whole)]),
  )

function contents({ sequences, actions, sites, kinds, lengths, days }: Tally): string[] {
  if (sequences === 0) return ['It is empty.']
  const at = (part: number) => lengthAt(lengths, part)
  return [
    `${counted(sequences, 'sequence')} with ${counted(actions, 'action')} on ${counted(sites.size, 'site')}, from ${days.first} to ${days.last} (UTC days on which they began).`,
    table(['actions in a sequence', 'least', 'median', '95 %', 'most'], [['', at(0), at(0.5), at(0.95), at(1)]]),
    shares('kind', kinds, actions),
    table(
      ['site', 'sequences', 'actions', 'share'],
      [...sites].sort(([a], [b]) => (a < b ? -1 : 1)).map(([site, of]) => [site, of.sequences, of.actions, share(of.actions, actions)]),
    ),
  ]
}

function masking({ actions, targets, names, masked, rules }: Tally): string[] {
  const words = { kept: 'kept', masked: 'masked: a placeholder stands for it', none: 'the element has none' }
  return [
    `Of ${actions} actions ${targets} have a target. Their names:`,
    table(
      ['name of the target', 'actions', 'share'],
      [...names].map(([naming, many]) => [words[naming], many, share(many, targets)]),
    ),
    'Actions that lost content, by field and by rule; an action may stand in several rows.',
    shares('field', masked, actions),
    shares('rule', rules, actions),
  ]
}

function leftOut({ rejected, quarantined, erased, expired }: Circumstances): string[] {
  return [
    table(
      ['left out', 'many', 'why'],
      [
        ['sequences', quarantined, 'quarantined: a detector found what may be data of somebody'],
        ['sequences', erased, 'erased on request, at any time; some may never have been delivered'],
        ['sequences', expired, 'expired: older than the collector was to keep them'],
        ...[...rejected].sort(([a], [b]) => (a < b ? -1 : 1)).map(([why, many]) => ['batches or sequences', many, why]),
      ],
    ),
    'What a browser dropped and what the collector refused never came into storage, and is not counted here.',
  ]
}

/** Markdown with a YAML header. The same data give the same card: it names no time and no place. */
export function* card(traces: () => Iterable<Trace>, circumstances: () => Circumstances): Generator<string> {
  const tally = tallyOf(traces())
  // Whole only now: what is left out is counted as it is met.
  const known = circumstances()
  yield `${[
    header(tally),
    '# Waymark traces',
    'Actions of people at work in a browser, recorded so that a computer-use agent can learn from them. Training is the only permitted use.',
    `Trace format version ${TRACE_VERSION}, rhythm: ${known.rhythm}. ${RHYTHMS[known.rhythm]}`,
    '## Load it',
    LOADING,
    '## What is in it',
    ...contents(tally),
    '## What is masked',
    ...masking(tally),
    '## What can be replayed',
    `${tally.replayable} of ${tally.actions} actions (${share(tally.replayable, tally.actions)}) can be replayed as they stand. The others, by reason:`,
    shares('reason', tally.reasons, tally.actions),
    '## What was left out',
    ...leftOut(known),
    '## What is never in it',
    NEVER,
    '## Licence',
    'To be chosen by the owner of the data, here and in the header (`license`). Until then nobody else may use it.',
  ].join('\n\n')}\n`
}

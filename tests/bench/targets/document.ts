/** The result as a part of a document: every share with its interval. Pure. */
import type { Cost } from './cost.ts'
import { COMPETITORS, type Competitor, type Outcome } from './messages.ts'
import { percent } from './table.ts'
import { total, type Tally } from './tally.ts'
import { wilson } from './wilson.ts'

export type Sums = { pages: number; sources: string[]; targets: number; inData: number; unsure: number; twins: Map<Competitor, number> }

const NAMES: Record<Outcome, string> = { right: 'Right', wrong: 'Silently wrong', abstained: 'Not found' }

function table(tally: Tally, outcome: Outcome): string[] {
  const rows = [...tally].map(([change, row]) => {
    const cells = COMPETITORS.map((competitor) => {
      const counts = row.get(competitor)
      if (!counts) return ''
      const { share, low, high } = wilson(counts[outcome], total(counts))
      return `${percent(share)} (${percent(low)}–${percent(high)})`
    })
    const [first] = row.values()
    return `| ${[change, first ? total(first) : 0, ...cells].join(' | ')} |`
  })
  const columns = ['change', 'n', ...COMPETITORS]
  return [
    `| ${columns.join(' | ')} |`,
    `| --- | ${columns
      .slice(1)
      .map(() => '---:')
      .join(' | ')} |`,
    ...rows,
  ]
}

const tables = (tally: Tally, level: string): string[] =>
  (['right', 'wrong', 'abstained'] as const).flatMap((outcome) => [
    '',
    `${level} ${NAMES[outcome]}, % (95 % interval)`,
    '',
    ...table(tally, outcome),
  ])

/** Where the target is removed and another is taken for it. */
export const twinsLine = ({ twins }: Sums): string =>
  `Wrong where the target is removed, but an element that says the same of itself (tag, type, id, name, link, label and text): ${COMPETITORS.map((name) => `${name} ${twins.get(name) ?? 0}`).join(' · ')}.`

export function markdown(sums: Sums, all: Tally, inData: Tally, costs: readonly Cost[]): string {
  return [
    'Numbers are what one run on one machine measured, none of them a promise.',
    '',
    `A target is recorded on a page, the page changes, and the target is looked for: ${sums.targets} targets on ${sums.pages} pages of`,
    `${sums.sources.join(', ')}; ${sums.inData} of the targets are in lists and tables of data. These sources are the judging half: what was tuned was tuned to the others, and no single target of these was looked at.`,
    'Every competitor sees the same pages, in the same run. _Silently wrong_ is one element, but another one; _not found_ is none, or several. Where a',
    'target is gone, to find nothing is right.',
    '',
    `![Bars of the first three tables below](targets.svg)`,
    '',
    '### All targets',
    ...tables(all, '####'),
    '',
    '### Targets in lists and tables of data',
    ...tables(inData, '####'),
    '',
    twinsLine(sums),
    '',
    '### Recording one target on a page of 50,000 elements',
    '',
    '| text rule | median, ms | p95, ms |',
    '| --- | ---: | ---: |',
    ...costs.map(({ name, median, p95 }) => `| ${name} | ${median.toFixed(2)} | ${p95.toFixed(2)} |`),
    '',
    '### How it is done',
    '',
    '- Pages are taken as they are once their scripts have run, without their scripts. Up to 45 elements that a person can see and act on are drawn from each; what',
    '  stands at the same place with the same text and link on an earlier page of the package is not taken again.',
    '- The halves: sources in the order of their names take turns, so that all pages and both releases of a package are in one half.',
    '- Changes are made in the page, with a fixed seed (`tests/bench/targets/page/changes`). Items are added to and removed from every list and table, menus included; only lists and',
    '  tables of data are sorted, filtered, paged and made virtual.',
    `- _next release_ is the next version of the package on the registry. What an element has become there is told from what the page writes on it (\`counterparts.ts\`); of ${sums.unsure} targets that is not`,
    '  sure, and they are left out of this row.',
    '- _ours, masked_ keeps interface wording only, _ours, clear_ is the rule for public sites. Playwright is the generator of the installed version, in strict mode. _DevTools list_ is our own',
    '  implementation of what the recorder of the developer tools does: role and name, CSS, XPath and text, the first that is unique. _finder_ is `@medv/finder`. _XPath_ is absolute.',
    '- Intervals are Wilson intervals for independent targets. Targets of one page are not independent, so the true ones are wider.',
  ].join('\n')
}

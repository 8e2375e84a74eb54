/** Where the result goes: the terminal always, the scorecard where everything was run. */
import { writeFileSync } from 'node:fs'
import { settleScorecard } from '../../e2e/intents/scorecard-file.ts'
import type { Cost } from './cost.ts'
import { markdown, twinsLine, type Sums } from './document.ts'
import { plot } from './plot.ts'
import { tableLines } from './table.ts'
import type { Tally } from './tally.ts'

export type Outcomes = { sums: Sums; all: Tally; inData: Tally; costs: Cost[] }

export function printed({ sums, all, inData, costs }: Outcomes, half: string): string[] {
  return [
    `\nThe ${half} half: ${sums.pages} pages, ${sums.targets} targets, ${sums.inData} of them in lists and tables of data.`,
    `Of ${sums.unsure} it is not known for sure what they are in the next release.\n`,
    ...tableLines(all),
    '\nOf those in lists and tables of data',
    ...tableLines(inData),
    `\n${twinsLine(sums)}`,
    '\nRecording one target on a page of 50,000 elements, ms',
    ...costs.map(({ name, median, p95 }) => `${name}: median ${median.toFixed(2)}, p95 ${p95.toFixed(2)}`),
  ]
}

export function write({ sums, all, inData, costs }: Outcomes): void {
  const docs = new URL('../../../docs/', import.meta.url)
  const about = `${sums.targets} targets on ${sums.pages} pages. For each change of the page and each competitor, a bar of the shares that were right, silently wrong and not found. The tables of docs/scorecard.md hold the same numbers.`
  settleScorecard('Targets found again', markdown(sums, all, inData, costs))
  writeFileSync(new URL('targets.svg', docs), plot(all, about))
}

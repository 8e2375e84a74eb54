/** The scorecard in `docs`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { withPart, type Part } from './scorecard.ts'

const FILE = new URL('../../../docs/scorecard.md', import.meta.url).pathname
/** Whether all is measured, and the scorecard written: by `npm run scorecard`, as it takes a quarter of an hour. */
export const isMeasured = process.env.SCORECARD === '1'

const written = () => (existsSync(FILE) ? readFileSync(FILE, 'utf8') : '')

/** Writes a part of the scorecard. */
export function settleScorecard(part: Part, text: string): void {
  writeFileSync(FILE, withPart(written(), part, text))
}

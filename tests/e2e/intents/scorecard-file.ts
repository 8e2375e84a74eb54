/** The scorecard in `docs`: written on request, compared otherwise. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { expect } from '../browser/fixtures.ts'
import { deviationRow, deviationsOf, partOf, withPart, type Measured, type Part } from './scorecard.ts'

const FILE = new URL('../../../docs/scorecard.md', import.meta.url).pathname
const isUpdate = process.env.UPDATE_SCORECARD === '1'

const written = () => (existsSync(FILE) ? readFileSync(FILE, 'utf8') : '')

/** Writes a part of the scorecard, or fails where it says something else than was measured. */
export function settleScorecard(part: Part, text: string): void {
  if (isUpdate) writeFileSync(FILE, withPart(written(), part, text))
  expect(partOf(written(), part), 'docs/scorecard.md: run again with UPDATE_SCORECARD=1, and look at the difference').toBe(text)
}

/** All of it right; or, where a reason is known, exactly as wrong as the scorecard says. */
export function expectAsKnown(measured: Measured): void {
  const deviations = deviationsOf(measured.score)
  if (measured.situation.reason === undefined) return expect(deviations).toEqual([])
  expect(deviations, 'it deviates no more: its reason can go').not.toEqual([])
  if (!isUpdate) expect(written().split('\n')).toContain(deviationRow(measured))
}

/** A few rounds of each kind of fault. `npm run faults` has the long runs; `SEED=` repeats one that failed here. */
import { expect, test } from '../e2e/browser/fixtures.ts'
import { KINDS } from './kinds.ts'
import { runRounds } from './run.ts'

const SEED = Number(process.env.SEED ?? 1)
const ROUNDS: [kind: keyof typeof KINDS, rounds: number, sentence: string][] = [
  ['browser', 2, 'a browser that is killed has lost nothing it had acknowledged'],
  ['collector', 3, 'a collector that is killed has lost nothing it had acknowledged, and stores nothing twice'],
  ['answer', 3, 'an answer that is lost after the commit doubles nothing'],
  ['worker', 3, 'a worker that is stopped in the middle of its work loses and doubles nothing'],
  ['tabs', 3, 'tabs that close while the worker is stopped have lost nothing'],
  ['pair', 2, 'two browsers lose and double nothing at a collector that is killed'],
]

for (const [name, rounds, sentence] of ROUNDS) {
  test(`${sentence} (seed ${SEED})`, async ({ extension }) => {
    const { lost, doubled, invented, unbalanced, performed, stored } = await runRounds(extension, KINDS[name], { rounds, seed: SEED })
    expect({ lost, doubled, invented, unbalanced }).toEqual({ lost: [], doubled: [], invented: [], unbalanced: [] })
    expect(stored).toBeGreaterThan(0)
    expect(performed).toBeGreaterThanOrEqual(stored)
  })
}

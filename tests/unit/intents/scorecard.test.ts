import { expect, test } from 'vitest'
import {
  deviationsOf,
  partOf,
  precisionOf,
  recallOf,
  scoreTable,
  totalsOf,
  withoutReason,
  withPart,
  type Measured,
} from '../../e2e/intents/scorecard.ts'
import { score } from '../../e2e/intents/score.ts'
import type { Truth } from '../../e2e/intents/situation.ts'
import { aTarget, anAction, type ActionOf } from '../../fixtures/batch.ts'

const measured = (group: string, name: string, truth: Truth[], ...recorded: ActionOf<'click' | 'press'>[]): Measured => ({
  situation: { name, group },
  score: score(truth, [recorded.map((action, seq) => ({ ...action, seq }))]),
})
const right = measured('click', 'a click', [{ kind: 'click', fields: { count: 1 } }], anAction('click', { count: 1 }))
const wrong = measured(
  'click',
  'another | click',
  [
    { kind: 'click', fields: { count: 2 } },
    { kind: 'hover', fields: { 'target.role': 'row' } },
  ],
  anAction('click', { count: 1 }),
  anAction('click', { count: 1, target: aTarget({ role: 'link' }) }),
  anAction('press', { key: 'Tab', shortcut: null }),
)

test('totals add up over situations', () => {
  const totals = totalsOf([right, wrong])
  expect(totals).toEqual({ situations: 2, actions: 3, recorded: 4, matched: 2, stated: 2, agreeing: 1, duplicates: 0 })
  expect([precisionOf(totals), recallOf(totals)]).toEqual([0.5, 2 / 3])
  expect(precisionOf(totalsOf([]))).toBe(1)
})

test('each deviation is a line that says what and where', () => {
  expect(deviationsOf(right.score)).toEqual([])
  expect(deviationsOf(wrong.score)).toEqual(['missed hover row', 'extra click link', 'extra press button Tab', 'click: count is 1, not 2'])
})

test('the table has a row for each group, one for all, and one for each situation that deviates', () => {
  const lines = scoreTable('Group', [right, wrong, measured('press', 'nothing', [])]).split('\n')
  expect(lines).toContain('| click | 2 | 3 | 0.500 | 0.667 | 1 of 2 | 0 |')
  expect(lines).toContain('| press | 1 | 0 | 1.000 | 1.000 | – | 0 |')
  expect(lines.at(-1)).toBe(
    '| click: another \\| click | missed hover row<br>extra click link<br>extra press button Tab<br>click: count is 1, not 2 |  |',
  )
  expect(scoreTable('Group', [right])).toContain('Nothing deviates.')
  expect(withoutReason([right, wrong])).toEqual(['click: another | click'])
  expect(withoutReason([{ ...wrong, situation: { ...wrong.situation, reason: 'known' } }])).toEqual([])
})

test('a part is put in its place, and the others stay as they are', () => {
  const first = withPart('', 'Third-party widgets', 'widgets')
  expect([partOf(first, 'Situations'), partOf(first, 'Third-party widgets')]).toEqual(['Not measured yet.', 'widgets'])
  const both = withPart(first, 'Situations', 'one\n\n| a |')
  expect([partOf(both, 'Situations'), partOf(both, 'Third-party widgets')]).toEqual(['one\n\n| a |', 'widgets'])
  expect(withPart(both, 'Situations', 'one\n\n| a |')).toBe(both)
})

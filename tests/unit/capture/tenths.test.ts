import { expect, it } from 'vitest'
import { tenthsOf } from '../../../lib/capture/tenths.ts'

it('tells how far a value is along its range, in tenths', () => {
  expect([0, 26, 50, 100].map((value) => tenthsOf(0, 100, value))).toEqual([0, 3, 5, 10])
  expect(tenthsOf(-5, 5, 0)).toBe(5)
})

it('stays in the range, whatever a page says', () => {
  expect([tenthsOf(0, 10, -3), tenthsOf(0, 10, 30)]).toEqual([0, 10])
})

it('says nothing of what is no range or no number', () => {
  expect([tenthsOf(5, 5, 5), tenthsOf(0, 10, Number.NaN), tenthsOf(0, Infinity, Infinity)]).toEqual([null, null, null])
})

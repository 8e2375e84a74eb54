import { expect, test } from 'vitest'
import { wilson } from '../../bench/targets/wilson.ts'

test('as in the published example: 81 of 263', () => {
  const { share, low, high } = wilson(81, 263)
  expect([share, low, high].map((each) => each.toFixed(1))).toEqual(['30.8', '25.5', '36.6'])
})

test('none of many is not surely none', () => {
  const { low, high } = wilson(0, 300)
  expect(low).toBe(0)
  expect(high).toBeGreaterThan(1)
  expect(high).toBeLessThan(1.3)
})

test('of nothing, nothing is known', () => {
  expect(wilson(0, 0)).toEqual({ share: 0, low: 0, high: 100 })
})

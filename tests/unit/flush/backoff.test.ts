import { expect, test } from 'vitest'
import { backoffMs, retryAfterMs } from '../../../lib/flush/backoff.ts'
import { NOON } from '../../fixtures/draft.ts'

const SECOND = 1000
const DAY = 86_400_000

test.each([
  [1, 1000, 2000],
  [2, 1000, 4000],
  [5, 1000, 32_000],
  [9, 1000, 512_000],
  [10, 1000, 900_000],
  [1000, 1000, 900_000],
])('after %i failures the wait lies anywhere from %i to %i ms', (attempts, least, most) => {
  expect(backoffMs(attempts, 0)).toBe(least)
  expect(backoffMs(attempts, 1)).toBe(most)
  expect(backoffMs(attempts, 0.5)).toBe((least + most) / 2)
})

test.each([
  ['120', 120 * SECOND],
  [' 120 ', 120 * SECOND],
  ['0', SECOND],
  ['86400', DAY],
  ['86401', DAY],
  ['9'.repeat(400), DAY],
  ['Tue, 17 Nov 2026 12:02:00 GMT', 120 * SECOND],
  ['Tue, 17 Nov 2026 11:00:00 GMT', SECOND],
  ['Tue, 17 Nov 2099 12:00:00 GMT', DAY],
  ['soon', null],
  ['', null],
  [null, null],
])('Retry-After %j means %j', (header, wait) => {
  expect(retryAfterMs(header, NOON)).toBe(wait)
})

import { expect, test } from 'vitest'
import { alarmAt, backoffMs, firstTry, nextTry, retryAfterMs, tryAfterStart } from '../../../lib/flush/schedule.ts'
import { NOON } from '../../fixtures/draft.ts'

const SECOND = 1000
const DAY = 86_400_000

test.each([
  [1, 30_000, 60_000],
  [2, 30_000, 120_000],
  [3, 30_000, 240_000],
  [4, 30_000, 480_000],
  [5, 30_000, 900_000],
  [1000, 30_000, 900_000],
])('after %i failures the wait lies anywhere from %i to %i ms', (attempts, least, most) => {
  expect(backoffMs(attempts, 0)).toBe(least)
  expect(backoffMs(attempts, 1)).toBe(most)
  expect(backoffMs(attempts, 0.5)).toBe((least + most) / 2)
})

test('what a server asks for is the least that is waited', () => {
  expect(nextTry(null, 1, NOON, 0.5)).toBe(NOON + 45 * SECOND)
  expect(nextTry(31 * SECOND, 1, NOON, 0)).toBe(NOON + 31 * SECOND)
  expect(nextTry(31 * SECOND, 5, NOON, 1)).toBe(NOON + 900 * SECOND)
})

test.each([
  [0, 900],
  [0.5, 675],
  [1, 450],
])('what comes to wait goes out after half an interval to a whole one: with %d after %i s', (random, seconds) => {
  expect(firstTry(15, NOON, random)).toBe(NOON + seconds * SECOND)
})

test.each([
  ['what was due before', NOON - DAY, 60, NOON + 450 * SECOND],
  ['what was due before, where less is between deliveries', NOON - DAY, 2, NOON + 60 * SECOND],
  ['what is due later', NOON + DAY, 60, NOON + DAY],
])('a browser that starts delivers %s in its time', (_, due, flushMinutes, at) => {
  expect(tryAfterStart(due, flushMinutes, NOON, 0.5)).toBe(at)
})

test('the browser wakes us when something is due, and not sooner than it can', () => {
  expect(alarmAt(NOON - 1, NOON)).toBe(NOON + 30 * SECOND)
  expect(alarmAt(NOON + 31 * SECOND, NOON)).toBe(NOON + 31 * SECOND)
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

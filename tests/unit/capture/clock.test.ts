import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { pageClock } from '../../../lib/capture/clock.ts'

const WALL = Date.UTC(2026, 0, 1)
/** The two clocks of a page, which the machine moves. */
let page = 0
let wall = WALL
beforeEach(() => {
  page = 1000
  wall = WALL
  vi.spyOn(performance, 'now').mockImplementation(() => page)
  vi.spyOn(Date, 'now').mockImplementation(() => wall)
})
afterEach(() => void vi.restoreAllMocks())

const pass = (ms: number) => {
  page += ms
  wall += ms
}

test('an event has the wall time at which it happened', () => {
  const at = pageClock()
  pass(500)
  expect(at(1200)).toBe(WALL + 200)
  expect(at()).toBe(WALL + 500)
})

test('after the machine slept, what is done has the time after it', () => {
  const at = pageClock()
  at(page)
  wall += 3_600_000
  pass(60)
  expect(at(page)).toBe(wall)
})

test('a wall clock that is a little behind does not turn the order of events round', () => {
  const at = pageClock()
  const before = at(page)
  wall -= 20
  pass(60)
  expect(at(page)).toBe(before + 60)
})

test('a wall clock that is set back is believed', () => {
  const at = pageClock()
  at(page)
  wall -= 3_600_000
  pass(60)
  expect(at(page)).toBe(wall)
})

test('moves of the pointer do not read the clocks again and again', () => {
  const at = pageClock()
  at(page)
  const reads = vi.mocked(Date.now).mock.calls.length
  for (let move = 0; move < 10; move++) at(page + move)
  expect(vi.mocked(Date.now).mock.calls.length).toBe(reads)
})

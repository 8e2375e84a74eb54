/**
 * Ten thousand browsers and one collector: whatever it went through, they come one after the other. The bounds are what the simulation
 * comes to, rounded up; with a jitter of a second, or with waits that are as long as the server asks for, it comes to 4 to 17.
 */
import { describe, expect, test } from 'vitest'
import { away, busy, run, spreadOf, taken, type Fleet } from '../unit/flush/fleet.ts'

const MINUTE = 60_000
const BROWSERS = 10_000
/** People who work all day: something comes to wait at any time. */
const working: Fleet['begin'] = (random) => ({ kind: 'waits', at: random * 15 * MINUTE })
const at9: Fleet['begin'] = (random) => ({ kind: 'waits', at: random * MINUTE })
const startAt9: Fleet['begin'] = (random) => ({ kind: 'starts', at: random * MINUTE })

const seeds = [1, 2, 3]
const each = (fleet: Omit<Fleet, 'browsers' | 'seed'>) => seeds.map((seed) => run({ ...fleet, browsers: BROWSERS, seed }))
const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)

describe('the busiest minute of ten thousand browsers', () => {
  test.each<[string, number, Omit<Fleet, 'browsers' | 'seed'>, from: number, until: number]>([
    [
      'in the half hour after an outage of two hours',
      1.5,
      { minutes: 150, begin: working, collector: (now) => (now < 120 * MINUTE ? away : taken), goesOn: true },
      120,
      150,
    ],
    [
      'of that outage itself',
      1.5,
      { minutes: 150, begin: working, collector: (now) => (now < 120 * MINUTE ? away : taken), goesOn: true },
      30,
      120,
    ],
    [
      'after an hour in which all were told to wait for 30 s',
      1.5,
      { minutes: 90, begin: working, collector: (now) => (now < 60 * MINUTE ? busy(30) : taken), goesOn: true },
      60,
      90,
    ],
    ['at nine, where all start with what is overdue', 1.6, { minutes: 60, begin: startAt9, collector: () => taken, goesOn: true }, 1, 16],
    [
      'at nine, where all begin to work with nothing to deliver',
      1.2,
      { minutes: 60, begin: at9, collector: () => taken, goesOn: true },
      8,
      15,
    ],
    ['of a working day that began at nine', 1.5, { minutes: 480, begin: at9, collector: () => taken, goesOn: true }, 30, 480],
  ])('%s is at most %d times the mean one', (_, bound, fleet, from, until) => {
    for (const { requests } of each(fleet)) expect(spreadOf(requests, from, until).ratio).toBeLessThan(bound)
  })

  test('after all were told in one minute to come back in an hour has an eighth of them at most', () => {
    const collector: Fleet['collector'] = (now) => (now < 30 * MINUTE ? busy(3600) : taken)
    for (const { requests, delivered } of each({ minutes: 90, begin: startAt9, flushMinutes: 1, collector, goesOn: false })) {
      expect(Math.max(...requests.slice(30))).toBeLessThan(BROWSERS / 8)
      expect(sum(delivered)).toBe(BROWSERS)
    }
  })
})

test('nobody comes before the time a collector asked for, whatever time that was', () => {
  for (const seconds of [1, 30, 120, 3600]) {
    const collector: Fleet['collector'] = (now) => (now < 60 * MINUTE ? busy(seconds) : taken)
    for (const { tooEarly, delivered } of each({ minutes: 180, begin: working, collector, goesOn: false })) {
      expect(tooEarly).toBe(0)
      expect(sum(delivered)).toBe(BROWSERS)
    }
  }
})

test('a collector that takes a twentieth of the fleet in a minute has all of it within half an hour after an outage, at full use', () => {
  const capacity = BROWSERS / 20
  const collector: Fleet['collector'] = (now, load) => (now < 60 * MINUTE ? away : load < capacity ? taken : busy(30))
  for (const { requests, delivered } of each({ minutes: 95, begin: working, collector, goesOn: false })) {
    expect(sum(delivered.slice(0, 91))).toBe(BROWSERS)
    // Nothing of what it can do is left unused while there is something to take.
    expect(delivered.slice(60, 74).every((count) => count === capacity)).toBe(true)
    expect(Math.max(...requests.slice(60))).toBeLessThan(3 * capacity)
  }
})

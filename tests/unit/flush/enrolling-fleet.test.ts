/** A fleet that enrols at nine: what its browsers and the collector agree on, in simulated time. */
import { expect, test } from 'vitest'
import { enrolRate } from '../../../collector/enrol-rate.ts'
import { judge } from '../../../lib/flush/answer.ts'
import { alarmAt, firstEntry, nextTry } from '../../../lib/flush/schedule.ts'
import { newId } from '../../../lib/trace/id.ts'

const FLEET = 2000
const MINUTE = 60_000

/** @returns when the last browser was in, ms after nine, and how many requests it took */
function enrolled(startsAt: (random: number) => number): { until: number; requests: number } {
  let now = 0
  const take = enrolRate(() => now)
  const due = Array.from({ length: FLEET }, () => ({ at: startsAt(Math.random()), attempts: 0 }))
  let requests = 0
  while (due.length > 0) {
    due.sort((a, b) => b.at - a.at)
    const { at, attempts } = due.pop() ?? { at: now, attempts: 0 }
    now = at
    requests += 1
    const seconds = take()
    if (seconds === null) continue
    const answer = { status: 429, retryAfter: String(seconds), body: { error: 'rate', field: null } }
    const verdict = judge(newId(0), answer, now, Math.random())
    if (verdict.kind !== 'retry') throw new Error(verdict.kind)
    due.push({ at: alarmAt(nextTry(verdict.waitMs, attempts + 1, now, Math.random()), now), attempts: attempts + 1 })
  }
  return { until: now, requests }
}

test('spread over a quarter of an hour, as after a browser start or new settings, none of 2,000 is told to wait', () => {
  expect(enrolled((random) => alarmAt(firstEntry(15, 0, random), 0)).requests).toBe(FLEET)
})

test('all in one moment, all of them are in within minutes, and none asks more often than a few times', () => {
  const { until, requests } = enrolled(() => 0)
  expect(until).toBeLessThan(6 * MINUTE)
  expect(requests).toBeLessThan(3 * FLEET)
})

import { describe, expect, test } from 'vitest'
import { isWithin, nextChange } from '../../../lib/policy/schedule.ts'
import type { Schedule } from '../../../lib/policy/schema.ts'

const at = (iso: string) => Date.parse(iso)
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 16)
const weekdays: Schedule = { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '18:00', timeZone: 'Europe/Berlin' }
/** Friday night to Saturday morning. */
const night: Schedule = { days: ['fri'], from: '22:00', to: '06:00', timeZone: 'Europe/Berlin' }

describe('working hours', () => {
  const cases: [schedule: Schedule, when: string, inside: boolean][] = [
    // 2026-01-05 is a Monday; Berlin is one hour ahead of UTC in winter and two in summer.
    [weekdays, '2026-01-05T06:59:59Z', false],
    [weekdays, '2026-01-05T07:00:00Z', true],
    [weekdays, '2026-01-05T16:59:59Z', true],
    [weekdays, '2026-01-05T17:00:00Z', false],
    [weekdays, '2026-07-06T06:00:00Z', true],
    [weekdays, '2026-07-06T16:00:00Z', false],
    [weekdays, '2026-01-04T10:00:00Z', false],
    // On the Mondays after clocks went forward, and back, the day begins and ends by the clock on the wall.
    [weekdays, '2026-03-30T05:59:59Z', false],
    [weekdays, '2026-03-30T06:00:00Z', true],
    [weekdays, '2026-03-30T15:59:59Z', true],
    [weekdays, '2026-03-30T16:00:00Z', false],
    [weekdays, '2026-10-26T06:59:59Z', false],
    [weekdays, '2026-10-26T07:00:00Z', true],
    [weekdays, '2026-10-26T16:59:59Z', true],
    [weekdays, '2026-10-26T17:00:00Z', false],
    [night, '2026-01-09T20:59:00Z', false],
    [night, '2026-01-09T21:00:00Z', true],
    [night, '2026-01-10T04:59:00Z', true],
    [night, '2026-01-10T05:00:00Z', false],
    [night, '2026-01-10T21:00:00Z', false],
    [night, '2026-01-09T04:00:00Z', false],
    // The day is the one on the wall: Monday 01:00 in Auckland is still Sunday in UTC.
    [{ days: ['mon'], from: '00:00', to: '02:00', timeZone: 'Pacific/Auckland' }, '2026-01-04T12:00:00Z', true],
    [{ days: ['mon'], from: '08:00', to: '09:00', timeZone: 'Asia/Kathmandu' }, '2026-01-05T02:15:00Z', true],
    [{ days: ['sun'], from: '23:00', to: '00:00', timeZone: 'UTC' }, '2026-01-04T23:59:00Z', true],
    [{ days: ['sun'], from: '23:00', to: '00:00', timeZone: 'UTC' }, '2026-01-05T00:00:00Z', false],
  ]
  test.each(cases)('%j at %s: %s', (schedule, when, inside) => {
    expect(isWithin(schedule, at(when))).toBe(inside)
  })
})

describe('the next change', () => {
  const cases: [name: string, schedule: Schedule, when: string, next: string][] = [
    ['begin of the day', weekdays, '2026-01-05T03:00:30Z', '2026-01-05T07:00'],
    ['end of the day', weekdays, '2026-01-05T07:00:00Z', '2026-01-05T17:00'],
    ['over the weekend', weekdays, '2026-01-09T17:00:00Z', '2026-01-12T07:00'],
    ['over the weekend in which clocks go forward', weekdays, '2026-03-27T17:00:00Z', '2026-03-30T06:00'],
    ['over the weekend in which clocks go back', weekdays, '2026-10-23T16:00:00Z', '2026-10-26T07:00'],
    ['end of a night', night, '2026-01-09T23:00:00Z', '2026-01-10T05:00'],
    ['a week later', night, '2026-01-10T05:00:00Z', '2026-01-16T21:00'],
    // On 2026-03-29 clocks in Berlin jump from 02:00 to 03:00, which is 01:00 UTC.
    ['a begin that the clocks skip', { ...night, days: ['sun'], from: '02:30', to: '05:00' }, '2026-03-29T00:00:00Z', '2026-03-29T01:00'],
    ['an end that the clocks skip', { ...night, days: ['sun'], from: '01:00', to: '02:30' }, '2026-03-29T00:30:00Z', '2026-03-29T01:00'],
    [
      'a whole range that the clocks skip',
      { ...night, days: ['sun'], from: '02:10', to: '02:20' },
      '2026-03-29T00:00:00Z',
      '2026-04-05T00:10',
    ],
    // On 2026-10-25 clocks in Berlin go back from 03:00 to 02:00, which is 01:00 UTC: 02:30 comes twice.
    ['an end that comes twice, first', { ...night, days: ['sun'], from: '01:00', to: '02:30' }, '2026-10-25T00:00:00Z', '2026-10-25T00:30'],
    [
      'an end that comes twice: again inside',
      { ...night, days: ['sun'], from: '01:00', to: '02:30' },
      '2026-10-25T00:30:00Z',
      '2026-10-25T01:00',
    ],
    [
      'an end that comes twice, second',
      { ...night, days: ['sun'], from: '01:00', to: '02:30' },
      '2026-10-25T01:00:00Z',
      '2026-10-25T01:30',
    ],
  ]
  test.each(cases)('%s', (_name, schedule, when, next) => {
    expect(iso(nextChange(schedule, at(when)))).toBe(next)
  })
})

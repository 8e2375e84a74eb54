import type { Schedule } from './schema.ts'

const MINUTE = 60_000
const DAY_MINUTES = 1440
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
/**
 * A weekly range comes round within seven days; one that a clock change skips, a week later. Beyond that nothing will
 * change, and asking again then costs nothing.
 */
const HORIZON = 15 * DAY_MINUTES * MINUTE

/** Building a formatter costs about as much as a hundred uses of it; a policy has one zone. */
const formatters = new Map<string, Intl.DateTimeFormat>()

/** Is it time to record? A range that ends before it begins runs over midnight and belongs to the day it begins on. */
export function isWithin(schedule: Schedule, now: number): boolean {
  const { day, minute } = wallClock(schedule.timeZone, now)
  const from = minutes(schedule.from)
  const to = minutes(schedule.to)
  if (from < to) return listed(schedule, day) && minute >= from && minute < to
  return (listed(schedule, day) && minute >= from) || (listed(schedule, day + 6) && minute < to)
}

/**
 * When the answer of `isWithin` changes next, in ms since 1970; at most 15 days ahead. Hops from one wall-clock boundary
 * to the next, and to the minute of a clock change where one lies between.
 */
export function nextChange(schedule: Schedule, now: number): number {
  const inside = isWithin(schedule, now)
  const boundaries = [minutes(schedule.from), minutes(schedule.to)]
  let at = now - (now % MINUTE)
  while (at < now + HORIZON) {
    const here = wallClock(schedule.timeZone, at)
    const ahead = boundaries.map((boundary) => (boundary - here.minute + DAY_MINUTES) % DAY_MINUTES || DAY_MINUTES)
    at = clockChange(schedule.timeZone, at, at + Math.min(...ahead) * MINUTE)
    if (isWithin(schedule, at) !== inside) return at
  }
  return at
}

/** First minute in (start, end] with another offset than `start`, or `end`. One change lies within a day at most. */
function clockChange(timeZone: string, start: number, end: number): number {
  const { offset } = wallClock(timeZone, start)
  if (wallClock(timeZone, end).offset === offset) return end
  let before = start
  let after = end
  while (after - before > MINUTE) {
    const middle = before + Math.floor((after - before) / 2 / MINUTE) * MINUTE
    if (wallClock(timeZone, middle).offset === offset) before = middle
    else after = middle
  }
  return after
}

function listed(schedule: Schedule, day: number): boolean {
  return schedule.days.some((name) => name === DAYS[day % 7])
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

/** Weekday (0 is Sunday), minute of the day, and offset from UTC in ms, as clocks on the wall show. */
function wallClock(timeZone: string, now: number): { day: number; minute: number; offset: number } {
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    // h23, since h24 calls midnight 24:00 of the day before.
    const numeric = 'numeric'
    const parts = { year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric } as const
    formatter = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', { timeZone, hourCycle: 'h23', ...parts })
    formatters.set(timeZone, formatter)
  }
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {}
  for (const { type, value } of formatter.formatToParts(now)) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  const local = Date.UTC(year, month - 1, day, hour, minute, second)
  return { day: new Date(local).getUTCDay(), minute: hour * 60 + minute, offset: local - (now - (now % 1000)) }
}

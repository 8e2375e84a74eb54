/** Times and numbers as people read them: in the page's language unless a test names one. */
import { pageLocale } from './locale.ts'

const SECOND_MS = 1000

/** True if both times fall on the same day where the person is. */
export function isSameDay(one: number, other: number): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString()
}

/** `14:02` today, `Mon, 23 Nov, 14:02` on any other day. Times in ms since 1970. */
export function moment(at: number, now: number, locale = pageLocale()): string {
  const day: Intl.DateTimeFormatOptions = isSameDay(at, now) ? {} : { weekday: 'short', day: 'numeric', month: 'short' }
  return new Intl.DateTimeFormat(locale, { ...day, hour: 'numeric', minute: '2-digit' }).format(at)
}

/** What is left of a span, as a clock that counts down: `0:42`, `14:05`, `3:07:09`. Never negative. */
export function countdown(leftMs: number): string {
  // Down, not up: the page's clock lags by up to a second, and an hour must not begin as 1:00:01.
  const seconds = Math.max(0, Math.floor(leftMs / SECOND_MS))
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  if (parts[0] === 0) parts.shift()
  return parts.map((part, place) => (place === 0 ? String(part) : String(part).padStart(2, '0'))).join(':')
}

/** Bytes as kilobytes, the unit of every size in the pages. */
export function kilobytes(bytes: number, locale = pageLocale()): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 1 }).format(bytes / 1000)
}

/** `Mon, Tue and Fri`: days of a schedule, in the order of the week whatever order policy has them in. */
export function dayList(days: readonly string[], locale = pageLocale()): string {
  const name = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  // 1 January 2024 was a Monday.
  const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].flatMap((day, place) =>
    days.includes(day) ? [name.format(Date.UTC(2024, 0, 1 + place))] : [],
  )
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)
}

/** `1,234`: a number in the grouping of the language. */
export function grouped(number: number, locale = pageLocale()): string {
  return new Intl.NumberFormat(locale).format(number)
}

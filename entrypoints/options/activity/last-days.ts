/** Thirty days in a row, also those on which nothing was recorded. Pure. */
import type { Status } from '../../../lib/messages.ts'

const DAYS = 30

/** `at` is noon of the day, ms since 1970: no change of clocks takes it into another day. */
export type DayCount = { at: number; actions: number }

export function lastDays(activity: Status['activity'], now: number): DayCount[] {
  const counts = new Map(activity.map(({ day, actions }) => [day, actions]))
  const noon = new Date(now)
  noon.setHours(12, 0, 0, 0)
  return Array.from({ length: DAYS }, (_, place) => {
    const date = new Date(noon)
    date.setDate(date.getDate() - (DAYS - 1 - place))
    const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
    return { at: date.getTime(), actions: counts.get(day) ?? 0 }
  })
}

import { WEEK_DAYS, type Schedule } from './schema.ts'

const DAY_MINUTES = 1440
const WEEK_MINUTES = 7 * DAY_MINUTES

/**
 * Whether the second schedule has times that the first has not, times that it lacks, or both. Null is at any time. Of different time zones
 * only `more` is said: their clocks change on different days, so no hour of the one is surely among those of the other.
 */
export function compareSchedules(before: Schedule | null, after: Schedule | null): ('more' | 'less')[] {
  if (before === null) return after === null ? [] : ['less']
  if (after === null || after.timeZone !== before.timeZone) return ['more']
  const [old, now] = [minutesOf(before), minutesOf(after)]
  const changes: ('more' | 'less')[] = []
  if (now.some((isIn, minute) => isIn && !old[minute])) changes.push('more')
  if (old.some((isIn, minute) => isIn && !now[minute])) changes.push('less')
  return changes
}

/** Minutes of a week, from Monday 00:00; true where they are recorded. */
function minutesOf({ days, from, to }: Schedule): boolean[] {
  const week = Array.from({ length: WEEK_MINUTES }, () => false)
  const start = minute(from)
  // A range that ends before it begins runs over midnight.
  const length = (minute(to) - start + DAY_MINUTES) % DAY_MINUTES
  for (const day of days) {
    const begin = WEEK_DAYS.indexOf(day) * DAY_MINUTES + start
    for (let i = 0; i < length; i++) week[(begin + i) % WEEK_MINUTES] = true
  }
  return week
}

function minute(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

/** What a person can choose to delete, and what that means at the moment it is done. Pure. */
import type { Deletion } from '../../../lib/messages.ts'

/** From little to much; the first is what is chosen until the person chooses. */
export const SCOPES = ['hour', 'today', 'since', 'site', 'all'] as const
export type Scope = (typeof SCOPES)[number]

/** `origin` and `since` are the values of their inputs, whichever scope is chosen; empty until they are filled in. */
export type Choice = { scope: Scope; origin: string; since: string }

const HOUR_MS = 3_600_000

/** Null while a part of the choice is missing. Times are the person's own: today began at midnight where they are. */
export function deletionOf({ scope, origin, since }: Choice, now: number): Deletion | null {
  const span = (from: number): Deletion => ({ kind: 'span', from: Math.max(0, from), until: now })
  switch (scope) {
    case 'hour':
      return span(now - HOUR_MS)
    case 'today':
      return span(new Date(now).setHours(0, 0, 0, 0))
    case 'since': {
      const from = Date.parse(since)
      return Number.isNaN(from) ? null : span(from)
    }
    case 'site':
      return origin === '' ? null : { kind: 'site', origin }
    case 'all':
      return { kind: 'all' }
  }
}

/** A time as an input of type `datetime-local` has it: `2026-11-27T09:05`, on the person's clock. */
export function localMinute(at: number): string {
  const date = new Date(at)
  const [month, day, hours, minutes] = [date.getMonth() + 1, date.getDate(), date.getHours(), date.getMinutes()].map((part) =>
    String(part).padStart(2, '0'),
  )
  return `${date.getFullYear()}-${month}-${day}T${hours}:${minutes}`
}

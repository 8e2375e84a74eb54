/** When to deliver. Pure: a fleet is simulated with it (`tests/property/fleet.test.ts`). */

/** Chrome's floor for alarms of installed extensions: whatever is due earlier would be due for a whole fleet at the same moment. */
export const FLOOR_MS = 30_000
/** Full jitter up to 15 min (collector.md §8): a fleet that lost its collector must not come back all at once. */
const CAP_MS = 15 * 60_000
/** A server's own wish, kept within a day: beyond it is a mistake, and would strand the queue. */
const MIN_RETRY_AFTER_MS = 1000
const MAX_RETRY_AFTER_MS = 24 * 3_600_000
/** After a browser start a fleet would deliver at nine o'clock sharp; it is spread over this long. */
const START_SPREAD_MS = 15 * 60_000
const MINUTE_MS = 60_000

/**
 * @param attempts failures in a row, from 1
 * @param random a number from 0 to 1
 * @returns ms to wait
 */
export function backoffMs(attempts: number, random: number): number {
  const ceiling = Math.min(CAP_MS, FLOOR_MS * 2 ** Math.min(attempts, 20))
  return Math.round(FLOOR_MS + random * (ceiling - FLOOR_MS))
}

/**
 * When to try again after a failure, ms since 1970. A server that asks for a short time while a whole fleet waits would be asked by all of
 * it again and again: so its wish is the least that is waited, and failures in a row lengthen it.
 * @param waitMs what the answer asks for, or null
 */
export function nextTry(waitMs: number | null, attempts: number, now: number, random: number): number {
  return now + Math.max(waitMs ?? 0, backoffMs(attempts, random))
}

/**
 * When to deliver what has come to wait, ms since 1970: after half the interval at the least, so that browsers that were started together
 * drift apart, and never later than the policy says.
 */
export function firstTry(flushMinutes: number, now: number, random: number): number {
  return now + flushMinutes * MINUTE_MS * (1 - random / 2)
}

/** When a browser that has just started delivers what was due at `due`, ms since 1970. */
export function tryAfterStart(due: number, flushMinutes: number, now: number, random: number): number {
  return Math.max(due, now + random * Math.min(START_SPREAD_MS, flushMinutes * MINUTE_MS))
}

/** When to enrol with nothing to send yet: settings reach a whole fleet in the same minutes, and it starts in the same minutes. */
export function firstEntry(flushMinutes: number, now: number, random: number): number {
  return tryAfterStart(now, flushMinutes, now, random)
}

/** When the browser can wake us for what is due at `due`. */
export function alarmAt(due: number, now: number): number {
  return Math.max(now + FLOOR_MS, due)
}

/**
 * Retry-After (RFC 9110 §10.2.3): seconds or a date.
 * @returns ms to wait, from 1 s to 24 h; null where the header says nothing
 */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (!header) return null
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now
  return Number.isNaN(wait) ? null : Math.min(MAX_RETRY_AFTER_MS, Math.max(MIN_RETRY_AFTER_MS, wait))
}

/** When to try again. Pure. */

/** Full jitter from 1 s to 15 min (collector.md §8): a fleet that lost its collector must not come back all at once. */
const BASE_MS = 1000
const CAP_MS = 15 * 60_000
/** A server's own wish, kept within a day: beyond it is a mistake, and would strand the queue. */
const MAX_RETRY_AFTER_MS = 24 * 3_600_000

/**
 * @param attempts failures in a row, from 1
 * @param random a number from 0 to 1
 * @returns ms to wait
 */
export function backoffMs(attempts: number, random: number): number {
  const ceiling = Math.min(CAP_MS, BASE_MS * 2 ** Math.min(attempts, 20))
  return Math.round(BASE_MS + random * (ceiling - BASE_MS))
}

/**
 * Retry-After (RFC 9110 §10.2.3): seconds or a date.
 * @returns ms to wait, from 1 s to 24 h; null where the header says nothing
 */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (!header) return null
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now
  return Number.isNaN(wait) ? null : Math.min(MAX_RETRY_AFTER_MS, Math.max(BASE_MS, wait))
}

/** What an answer of the collector means for the batch and for the queue. Pure. */
import { Receipt } from '../trace/erasure.ts'
import { retryAfterMs } from './schedule.ts'

export type Answer = {
  status: number
  retryAfter: string | null
  /** Parsed JSON body, or undefined where it is none: a captive portal answers 200 with HTML. */
  body: unknown
}

export type Verdict =
  /** Committed there: delete here. */
  | { kind: 'delivered' }
  /** Outcome unknown or not now: same id, same bytes, later. `waitMs` is the server's wish. */
  | { kind: 'retry'; code: string; waitMs: number | null }
  /** The token, or join secret, is not taken: the policy may hold another one by now. */
  | { kind: 'unauthorized'; code: string }
  /** Larger than whoever is on the way takes: in halves. */
  | { kind: 'halve' }
  /** One sequence of it will never pass, the others may. `index` is its place in the batch. */
  | { kind: 'isolate'; index: number; code: string }
  /** This batch will never pass; the next one may. */
  | { kind: 'park'; code: string }
  /** The collector has revoked this browser, or erased what it had of it. Believed when it says so again later. */
  | { kind: 'order'; order: 'stop' | 'purge' }

/** A quarter of an hour: what only an administrator can mend needs no second try a minute later. */
export const ADMIN_WAIT_MS = 15 * 60_000
/** Within this, a whole fleet that was told to wait comes back one after the other. */
const SPREAD = 0.2

/** @param random a number from 0 to 1 */
export function judge(id: string, answer: Answer | 'unreachable' | 'timeout', now: number, random: number): Verdict {
  if (answer === 'unreachable' || answer === 'timeout') return { kind: 'retry', code: answer, waitMs: null }
  const { status, body } = answer
  if (status === 200 || status === 201) {
    return confirms(body, id) ? { kind: 'delivered' } : { kind: 'retry', code: 'not-a-collector', waitMs: null }
  }
  const refusal = refusalIn(body)
  // A proxy on the way may have a smaller limit than the collector: whoever says so is right.
  if (status === 413) return { kind: 'halve' }
  if (status === 409 || status === 422 || status === 400 || status === 415) {
    // Without our JSON it is some proxy's word, not the collector's.
    if (!refusal) return { kind: 'retry', code: 'not-a-collector', waitMs: null }
    // The clock of one of the two is wrong. That passes.
    if (refusal.error === 'clock') return { kind: 'retry', code: 'clock', waitMs: ADMIN_WAIT_MS }
    const index = /^sequences\.(\d{1,3})\b/.exec(refusal.field ?? '')?.[1]
    const code = `refused-${status}`
    return index === undefined ? { kind: 'park', code } : { kind: 'isolate', index: Number(index), code }
  }
  // Only who has read the batch knows its id.
  if (status === 403 && refusal?.error === 'revoked' && confirms(body, id)) return { kind: 'order', order: 'stop' }
  if (status === 410 && refusal?.error === 'erased' && confirms(body, id)) return { kind: 'order', order: 'purge' }
  if (status === 401) return { kind: 'unauthorized', code: 'unauthorized' }
  if (status === 403) return { kind: 'retry', code: 'unauthorized', waitMs: ADMIN_WAIT_MS }
  if (status === 404 || status === 405 || status === 410 || status === 426)
    return { kind: 'retry', code: 'wrong-address', waitMs: ADMIN_WAIT_MS }
  const wish = retryAfterMs(answer.retryAfter, now)
  const waitMs = wish === null ? null : Math.round(wish * (1 + SPREAD * random))
  return { kind: 'retry', code: status === 429 || status === 503 ? 'busy' : `status-${Math.trunc(status)}`, waitMs }
}

function confirms(body: unknown, id: string): boolean {
  return typeof body === 'object' && body !== null && 'id' in body && body.id === id
}

export function refusalIn(body: unknown): { error: string; field: string | null } | null {
  if (typeof body !== 'object' || body === null || !('error' in body) || typeof body.error !== 'string' || !('field' in body)) return null
  return { error: body.error, field: typeof body.field === 'string' ? body.field : null }
}

/** The receipt of an erasure, and how many it found; or null: then it is asked for again. */
export function receiptIn(
  id: string,
  answer: Answer | 'unreachable' | 'timeout',
): { erased: number; receipt: { day: string; entry: number; hash: string } } | null {
  if (typeof answer === 'string' || answer.status !== 200) return null
  const { data } = Receipt.safeParse(answer.body)
  return data?.id === id ? { erased: data.erased, receipt: { day: data.day, entry: data.entry, hash: data.receipt } } : null
}

/** Whether the collector says that it has written down which numbers of this pseudonym will not come. */
export function hasNoted(device: string, answer: Answer | 'unreachable' | 'timeout'): boolean {
  return typeof answer !== 'string' && answer.status === 200 && isAbout(answer.body, device)
}

function isAbout(body: unknown, device: string): boolean {
  return typeof body === 'object' && body !== null && 'device' in body && body.device === device
}

/** What an answer of the collector means for the batch and for the queue. Pure. */
import { retryAfterMs } from './backoff.ts'

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
  /** This batch will never pass; the next one may. */
  | { kind: 'park'; code: string }

/** A quarter of an hour: what only an administrator can mend needs no second try a minute later. */
const ADMIN_WAIT_MS = 15 * 60_000

export function judge(id: string, answer: Answer | 'unreachable' | 'timeout', now: number): Verdict {
  if (answer === 'unreachable' || answer === 'timeout') return { kind: 'retry', code: answer, waitMs: null }
  const { status, body } = answer
  if (status === 200 || status === 201) {
    return confirms(body, id) ? { kind: 'delivered' } : { kind: 'retry', code: 'not-a-collector', waitMs: null }
  }
  if (status === 409 || status === 413 || status === 422 || status === 400 || status === 415) {
    // Without our JSON it is some proxy's word, not the collector's.
    return isRefusal(body) ? { kind: 'park', code: `refused-${status}` } : { kind: 'retry', code: 'not-a-collector', waitMs: null }
  }
  if (status === 401 || status === 403) return { kind: 'retry', code: 'unauthorized', waitMs: ADMIN_WAIT_MS }
  if (status === 404 || status === 405 || status === 426) return { kind: 'retry', code: 'wrong-address', waitMs: ADMIN_WAIT_MS }
  const waitMs = retryAfterMs(answer.retryAfter, now)
  return { kind: 'retry', code: status === 429 || status === 503 ? 'busy' : `status-${Math.trunc(status)}`, waitMs }
}

function confirms(body: unknown, id: string): boolean {
  return typeof body === 'object' && body !== null && 'id' in body && body.id === id
}

function isRefusal(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'string' && 'field' in body
}

/** Could this browser deliver? Asks without delivering anything. */
import type { Database } from '../store/database.ts'
import { CheckAnswer } from '../trace/check.ts'
import { TRACE_VERSION } from '../trace/vocabulary.ts'
import { within, pseudonymNow, type Collector } from './access.ts'
import { judge, type Answer } from './answer.ts'
import { askWhether } from './send.ts'

/**
 * `code` is null where it could, else a code of delivery trouble; `behindMs` how much the clock here is behind the collector's, negative
 * where it is ahead, null where the collector did not say; `version` is of the trace format that the collector takes.
 */
export type Check = { code: string | null; behindMs: number | null; version: number | null }

/** A batch is refused whose id is more than a day ahead of the collector. */
const MAX_AHEAD_MS = 86_400_000

/** Like a delivery, called by one at a time: a browser with a key of its own enrols for it, or asks for a token, where it has to. */
export async function check(db: Database, to: Collector): Promise<Check> {
  const device = 'token' in to ? '' : (await pseudonymNow(db, Date.now())).id
  let begun = Date.now()
  const answer = await within(db, to, device, (entry) => {
    begun = Date.now()
    return askWhether(entry)
  })
  return 'said' in answer ? checkIn(answer.said, begun, Date.now()) : { code: answer.code, behindMs: null, version: null }
}

/** @param begun,ended when it was asked and answered, ms since 1970 */
export function checkIn(answer: Answer | 'unreachable' | 'timeout', begun: number, ended: number): Check {
  const unknown = { behindMs: null, version: null }
  if (typeof answer === 'string') return { code: answer, ...unknown }
  if (answer.status !== 200) {
    const verdict = judge('', answer, ended, 0)
    if (verdict.kind === 'retry') return { code: verdict.code, ...unknown }
    return { code: verdict.kind === 'unauthorized' ? verdict.code : `status-${Math.trunc(answer.status)}`, ...unknown }
  }
  const { data } = CheckAnswer.safeParse(answer.body)
  if (!data) return { code: 'not-a-collector', ...unknown }
  // Somewhere between the question and the answer the collector looked at its clock.
  const behindMs = Math.round(data.now - (begun + ended) / 2)
  const code = data.revoked ? 'revoked' : data.version !== TRACE_VERSION ? 'version' : behindMs < -MAX_AHEAD_MS ? 'clock' : null
  return { code, behindMs, version: data.version }
}

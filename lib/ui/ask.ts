/** The one way in which a page talks to the worker. */
import { browser } from 'wxt/browser'
import type { Reading, Status, UiMessage } from '../messages.ts'

/** A woken worker answers within half a second; after 2 s a person should be told instead of kept waiting. */
const PATIENCE_MS = 2_000
/** A flush is answered when the collector has answered or has had its own 20 s, batch by batch. */
const FLUSH_PATIENCE_MS = 60_000
/** A deletion reads every batch of which a part is to stay. */
const DELETE_PATIENCE_MS = 20_000

/** The worker's answer, or null if there was none in time: it is dead, being replaced, or has no such request. */
export async function ask(message: UiMessage): Promise<Status | null> {
  const answer = await answerTo(message, patienceFor(message))
  return isStatus(answer) ? answer : null
}

/** What the worker says, whatever it is; undefined where it says nothing in time. */
export async function answerTo(message: UiMessage | Reading, patienceMs: number): Promise<unknown> {
  const { promise: silence, resolve } = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => resolve(undefined), patienceMs)
  try {
    const answer: unknown = await Promise.race([browser.runtime.sendMessage(message), silence])
    return answer
  } catch {
    // No receiving end: the worker could not be started. To a person that is the same as silence.
    return undefined
  } finally {
    clearTimeout(timer)
  }
}

function patienceFor({ type }: UiMessage): number {
  if (type === 'flush') return FLUSH_PATIENCE_MS
  return type === 'delete' ? DELETE_PATIENCE_MS : PATIENCE_MS
}

/** The worker is our own and typed; this only tells an answer from none. */
function isStatus(answer: unknown): answer is Status {
  return typeof answer === 'object' && answer !== null && 'state' in answer && 'policy' in answer
}

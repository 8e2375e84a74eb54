/** The one way in which a page talks to the worker. */
import { extension } from '../extension.ts'
import type { Reading, Status, UiMessage } from '../messages.ts'

/** A woken worker answers within half a second; one that has not after 10 s never will. */
const PATIENCE_MS = 10_000
/** A flush is answered when the collector has answered or has had its own 20 s, batch by batch. */
const FLUSH_PATIENCE_MS = 60_000
/** A deletion reads every batch of which a part is to stay. */
const DELETE_PATIENCE_MS = 20_000
/** The server of an allowlist file has 20 s; what it sends is then put in force. */
const LIST_PATIENCE_MS = 30_000

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
    return await Promise.race([extension.runtime.sendMessage(message), silence])
  } catch {
    // No receiving end: the worker could not be started. To a person that is the same as silence.
    return undefined
  } finally {
    clearTimeout(timer)
  }
}

function patienceFor({ type }: UiMessage): number {
  if (type === 'flush') return FLUSH_PATIENCE_MS
  if (type === 'refresh-list') return LIST_PATIENCE_MS
  return type === 'delete' ? DELETE_PATIENCE_MS : PATIENCE_MS
}

/** The worker is our own and typed; this only tells an answer from none. */
export function isStatus(answer: unknown): answer is Status {
  return typeof answer === 'object' && answer !== null && 'state' in answer && 'policy' in answer
}

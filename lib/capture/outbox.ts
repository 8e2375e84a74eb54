/**
 * Holds actions until the worker says they are in IndexedDB. A message sent while the page dies to a sleeping worker is lost
 * (measured 0 of 20), what the page puts into `storage.local` is not (20 of 20): so the tail goes there.
 */
import { extension } from '../extension.ts'
import type { Acknowledgement, Delivery } from '../messages.ts'
import type { Draft } from '../trace/action.ts'
import type { Count, Counts } from '../trace/counts.ts'
import { LIMITS, TAIL_PREFIX } from '../trace/vocabulary.ts'
import type { Unnumbered } from './page.ts'

/** One message for every other second of work: a page that sends at every click keeps the worker busy for nothing. */
const SEND_MS = 2000
/** Enough to be worth a message at once. */
const SEND_ACTIONS = 50
/** Held while the worker does not answer: minutes of work, about 1 MB. What comes on top is dropped and counted. */
const MAX_HELD = 1000
const MAX_RETRY_MS = 30_000
/** What the worker takes for a count; a hostile page could otherwise count its way out of being heard. */
const MAX_COUNT = 1_000_000

export type Outbox = {
  push(action: Unnumbered): void
  count(what: Count, by?: number): void
  /** The page may be about to die: sends and leaves the tail. */
  leave(): void
}

/** @param refused the worker does not want this document (any more) */
export function openOutbox(document: string, refused: () => void): Outbox {
  let waiting: Draft[] = []
  const counts: Counts = {}
  let n = 0
  /** Something was counted that the worker has not heard of. */
  let uncounted = false
  let sending = false
  let timer: ReturnType<typeof setTimeout> | null = null
  let retryMs = SEND_MS

  const delivery = (actions: Draft[]): Delivery => ({ type: 'actions', document, actions, counts })

  const send = async () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    // Cut off by an update of the extension: nothing can be delivered any more, so nothing is recorded.
    if (!isAlive()) return refused()
    if (sending || waiting.length === 0) return
    sending = true
    uncounted = false
    try {
      const answer: Acknowledgement | undefined = await extension.runtime.sendMessage(delivery(waiting.slice(0, LIMITS.messageActions)))
      if (!answer) throw new Error('no answer')
      waiting = waiting.filter((action) => action.n > answer.acknowledged)
      retryMs = SEND_MS
      if (answer.stop) refused()
    } catch {
      // The worker was stopped or is being updated: everything is still here, and goes out again.
      uncounted = true
      retryMs = Math.min(MAX_RETRY_MS, retryMs * 2)
    } finally {
      sending = false
      schedule(retryMs)
    }
  }

  const schedule = (ms: number) => {
    if (timer === null && waiting.length > 0) timer = setTimeout(() => void send(), ms)
  }

  const count = (what: Count, by = 1) => {
    counts[what] = Math.min(MAX_COUNT, (counts[what] ?? 0) + by)
    uncounted = true
  }

  return {
    count,
    push(action) {
      if (waiting.length >= MAX_HELD) {
        return count('dropped-overflow')
      }
      waiting.push({ ...action, n: n++ })
      if (waiting.length >= SEND_ACTIONS) void send()
      else schedule(SEND_MS)
    },
    leave() {
      if (!isAlive() || (waiting.length === 0 && !uncounted)) return
      for (let start = 0; start === 0 || start < waiting.length; start += LIMITS.messageActions) {
        const part = waiting.slice(start, start + LIMITS.messageActions)
        const tail = delivery(part)
        extension.storage.local.set({ [`${TAIL_PREFIX}${document}:${part.at(-1)?.n ?? n}`]: tail }).catch(ignoreClosing)
        // Firefox breaks off what a dying page has begun to store, and wakes a sleeping worker for its message. Who gets both keeps one.
        if (import.meta.env.FIREFOX) extension.runtime.sendMessage(tail).catch(ignoreClosing)
      }
    },
  }
}

/** After an update or removal of the extension an old page has no runtime any more; it stops quietly. */
export function isAlive(): boolean {
  return extension.runtime?.id !== undefined
}

function ignoreClosing(): void {
  // The extension is being updated or removed while the page closes: nobody is left to tell.
}

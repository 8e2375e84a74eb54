/** A fleet of browsers and their collector in a time of its own: what they decide is decided by the code of the extension. */
import { judge, type Answer } from '../../../lib/flush/answer.ts'
import { alarmAt, firstTry, nextTry, tryAfterStart } from '../../../lib/flush/schedule.ts'
import { mulberry32 } from '../../fixtures/mulberry32.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const ID = '019f0000-0000-7000-8000-000000000000'

export const taken: Answer = { status: 201, retryAfter: null, body: { id: ID } }
export const away = 'unreachable'
export const busy = (seconds: number): Answer => ({ status: 503, retryAfter: String(seconds), body: { error: 'full', field: null } })

type Browser = { attempts: number; flushAt: number; notBefore: number; done: boolean }
export type Fleet = {
  browsers: number
  minutes: number
  /** What each browser wants first: `waits` came to wait at that ms, `starts` is a browser that starts then, with something overdue. */
  begin: (random: number) => { kind: 'waits' | 'starts'; at: number }
  /** @param load requests of this minute before this one */
  collector: (now: number, load: number) => Answer | 'unreachable'
  /** Whether a browser has more to deliver as soon as it has delivered. */
  goesOn: boolean
  flushMinutes?: number
  seed?: number
}

/**
 * @returns requests of each minute, how many browsers have delivered in it, and how often one came before the time it had been told
 */
export function run({ browsers, minutes, begin, collector, goesOn, flushMinutes = 15, seed = 1 }: Fleet) {
  const random = mulberry32(seed)
  const requests = Array.from({ length: minutes }, () => 0)
  const delivered = Array.from({ length: minutes }, () => 0)
  let tooEarly = 0
  // One list for each second: what falls into one second is answered in the order in which it was scheduled.
  const due: Browser[][] = Array.from({ length: minutes * 60 }, () => [])
  const schedule = (browser: Browser, now: number) => due[Math.floor(alarmAt(browser.flushAt, now) / SECOND)]?.push(browser)
  for (let index = 0; index < browsers; index += 1) {
    const { kind, at } = begin(random())
    const flushAt = kind === 'waits' ? firstTry(flushMinutes, at, random()) : tryAfterStart(at, flushMinutes, at, random())
    schedule({ attempts: 0, flushAt, notBefore: 0, done: false }, at)
  }
  for (const [second, browsersNow] of due.entries()) {
    const now = second * SECOND
    const minute = Math.floor(now / MINUTE)
    for (const browser of browsersNow) {
      if (now + SECOND <= browser.notBefore) tooEarly += 1
      const answer = collector(now, requests[minute] ?? 0)
      requests[minute] = (requests[minute] ?? 0) + 1
      const verdict = judge(ID, answer, now, random())
      if (verdict.kind === 'delivered') {
        if (!browser.done) delivered[minute] = (delivered[minute] ?? 0) + 1
        browser.done = true
        if (!goesOn) continue
        browser.attempts = 0
        browser.notBefore = 0
        browser.flushAt = firstTry(flushMinutes, now, random())
      } else {
        if (verdict.kind !== 'retry') throw new Error(`nobody answers so: ${verdict.kind}`)
        browser.attempts += 1
        browser.flushAt = nextTry(verdict.waitMs, browser.attempts, now, random())
        browser.notBefore = typeof answer === 'string' ? 0 : now + Number(answer.retryAfter) * SECOND
      }
      schedule(browser, now)
    }
  }
  return { requests, delivered, tooEarly }
}

/** The busiest minute from `from` to `until`, and the mean of them. */
export function spreadOf(requests: readonly number[], from: number, until: number) {
  const span = requests.slice(from, until)
  const mean = span.reduce((sum, count) => sum + count, 0) / span.length
  return { peak: Math.max(...span), mean, ratio: Math.max(...span) / mean }
}

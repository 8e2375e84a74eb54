/** One recorder for each document: asks whether it may, records while it may, and stops when told. */
import { browser } from 'wxt/browser'
import type { Standing } from '../messages.ts'
import { COARSE_STEP_PX } from '../trace/vocabulary.ts'
import { recordClicks } from './actions/click.ts'
import { recordNavigation, type Arrival } from './actions/nav.ts'
import { recordPresses } from './actions/press.ts'
import { recordScrolling } from './actions/scroll.ts'
import { recordSelects } from './actions/select.ts'
import { recordTyping } from './actions/type.ts'
import { framePath } from './frame.ts'
import { readyState, visibilityState } from './natives.ts'
import { isAlive, openOutbox } from './outbox.ts'
import { openPage, type Page, type Recordable } from './page.ts'

/** Waits before asking again, when a worker that is just starting does not answer. */
const ASK_AGAIN_MS = [250, 1000, 4000, 15_000]

type Running = { page: Page; standing: Recordable; stop: () => void }

/** Where a running recorder is known by, in our isolated world; pages have a world of their own. */
const RUNNING = Symbol.for('waymark.recorder')

/** Starts once in a document, however often it is injected; a copy that an update has cut off does not count. */
export function startRecorder(): void {
  const running: unknown = Reflect.get(globalThis, RUNNING)
  if (typeof running === 'function' && Reflect.apply(running, undefined, []) === true) return
  Reflect.set(globalThis, RUNNING, record())
}

/** @returns whether this copy still has an extension behind it; one that is idle asks again when it is looked for */
function record(): () => boolean {
  const frame = framePath()
  if (!frame) return isAlive
  const document = crypto.randomUUID()
  let running: Running | null = null
  // Injected into a page that was open already: the person arrived before we may know.
  let arrival: Arrival = readyState(window.document) === 'loading' ? 'load' : null
  /** Grows with every stop: an answer that was on its way meanwhile is out of date. */
  let turn = 0

  const stop = () => {
    turn++
    if (!running) return
    const { page, stop: abort } = running
    running = null
    page.settle()
    abort()
  }
  const outbox = openOutbox(document, () => {
    stop()
    // Perhaps granted anew meanwhile: the worker has the last word.
    void ask()
  })

  const start = (standing: Recordable) => {
    const controller = new AbortController()
    const fault = () => {
      running = null
      controller.abort()
      outbox.count('fault')
    }
    const page = openPage({ standing, frame, signal: controller.signal, push: outbox.push, count: outbox.count, fault })
    running = { page, standing, stop: () => controller.abort() }
    watchLifecycle()
    const press = recordPresses(page)
    recordClicks(page, press)
    recordTyping(page)
    recordSelects(page)
    recordScrolling(page, press, arrival === 'load')
    page.listen('pointermove', (event) => page.pointer.move(page.at(event.timeStamp), event.clientX, event.clientY))
    if (frame.length === 0) recordNavigation(page, arrival)
    arrival = null
  }

  const obey = (standing: Standing) => {
    if (!standing.record) {
      arrival = null
      return stop()
    }
    if (running) Object.assign(running.standing, standing)
    else start(standing)
  }

  const ask = async (attempt = 0): Promise<void> => {
    if (!isAlive()) return stop()
    const asked = turn
    const viewport = { width: coarse(innerWidth), height: coarse(innerHeight) }
    try {
      const standing: Standing | undefined = await browser.runtime.sendMessage({ type: 'hello', document, frame, viewport })
      if (!standing) throw new Error('no answer')
      if (turn === asked) obey(standing)
    } catch {
      const wait = ASK_AGAIN_MS[attempt]
      // A worker that never answers means: not recorded.
      if (wait !== undefined) setTimeout(() => void ask(attempt + 1), wait)
    }
  }

  const leave = () => {
    running?.page.settle()
    outbox.leave()
  }
  const hide = () => {
    if (visibilityState(window.document) === 'hidden') leave()
  }
  // Out of the back-forward cache: the policy, or a pause, may have come meanwhile.
  const show = (event: PageTransitionEvent) => {
    if (!event.persisted) return
    stop()
    arrival = 'return'
    void ask()
  }
  /**
   * Once allowed, not at once: a script-made frame is often rewritten by `document.open()` in the task that makes it, which
   * takes every listener off, ours too. Adding the same listener again changes nothing.
   */
  function watchLifecycle(): void {
    addEventListener('pagehide', leave, { capture: true })
    addEventListener('visibilitychange', hide, { capture: true })
    addEventListener('pageshow', show, { capture: true })
  }
  browser.runtime.onMessage.addListener((message: unknown) => {
    if (isStop(message)) stop()
    else if (isRenewal(message)) void ask()
  })
  // Nobody sees a prerendered page yet; the worker would not find it in any tab either.
  if (Reflect.get(window.document, 'prerendering') === true) {
    window.document.addEventListener('prerenderingchange', () => void ask(), { once: true })
  } else void ask()
  return () => {
    const alive = isAlive()
    if (alive && !running) void ask()
    return alive
  }
}

const coarse = (px: number) => Math.round(px / COARSE_STEP_PX) * COARSE_STEP_PX

const typeOf = (message: unknown) => (typeof message === 'object' && message !== null && 'type' in message ? message.type : null)
const isStop = (message: unknown) => typeOf(message) === 'stop'
const isRenewal = (message: unknown) => typeOf(message) === 'renew'

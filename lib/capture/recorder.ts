/** One recorder for each document: asks whether it may, records while it may, and stops when told. */
import { extension } from '../extension.ts'
import { openEchoes } from '../mask/echo.ts'
import type { Standing } from '../messages.ts'
import { COARSE_STEP_PX } from '../trace/vocabulary.ts'
import { recordChoices } from './actions/choose.ts'
import { recordClicks } from './actions/click.ts'
import { recordClips } from './actions/clip.ts'
import { recordDialogs } from './actions/dialog.ts'
import { recordDrags } from './actions/drag.ts'
import { recordHovers } from './actions/hover.ts'
import { recordNavigation, type Arrival } from './actions/nav.ts'
import { recordPresses } from './actions/press.ts'
import { recordScrolling } from './actions/scroll.ts'
import { recordSelects } from './actions/select.ts'
import { recordSets } from './actions/set.ts'
import { recordTyping } from './actions/type.ts'
import { recordUploads } from './actions/upload.ts'
import { framePath, isWhole } from './frame.ts'
import { openGuard } from './guard.ts'
import { languageOf } from './language.ts'
import { readyState, visibilityState } from './natives.ts'
import { isAlive, openOutbox } from './outbox.ts'
import { openPage, type Page, type Recordable } from './page.ts'

/** Waits before asking again, when a worker that is just starting does not answer. */
const ASK_AGAIN_MS = [250, 1000, 4000, 15_000]

/** A page that changes its address many times a second is asked about once. */
const MOVE_MS = 1000

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
  /** Outlives a pause: what was typed then can be seen afterwards. */
  const echoes = openEchoes()
  let running: Running | null = null
  /** It threw once in this document: it does not start there again by itself. */
  let faulty = false
  // Injected into a page that was open already: the person arrived before we may know.
  let arrival: Arrival = readyState(window.document) === 'loading' ? 'load' : null
  /** Frames of such a page are open already as well; the worker asks once. */
  let late = arrival === null && frame.length === 0
  /** Grows with every stop: an answer that was on its way meanwhile is out of date. */
  let turn = 0

  const stop = () => {
    turn++
    if (!running) return
    const { page, stop: abort } = running
    running = null
    page.finish()
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
      faulty = true
      controller.abort()
      outbox.count('fault')
    }
    const page = openPage({ standing, echoes, frame, signal: controller.signal, push: outbox.push, count: outbox.count, fault })
    running = { page, standing, stop: () => controller.abort() }
    const press = recordPresses(page)
    const typed = openGuard(document, page, echoes)
    // Before the clicks: what the pointer rested on was used before what it showed.
    recordHovers(page)
    recordClicks(page, press, (key) => {
      echoes.noteKey(key)
      typed()
    })
    recordTyping(page, echoes, typed)
    recordSelects(page)
    recordChoices(page)
    recordSets(page)
    recordScrolling(page, press, arrival === 'load')
    recordDrags(page)
    recordUploads(page)
    recordClips(page, press)
    page.listen('pointermove', (event) => page.pointer.move(page.at(event.timeStamp), event.clientX, event.clientY))
    recordDialogs(page)
    if (frame.length === 0) recordNavigation(page, arrival)
    // After the recorders: what they do when the page goes has to be handed over.
    watchLifecycle()
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
      const standing: Standing | undefined = await extension.runtime.sendMessage({
        type: 'hello',
        document,
        frame,
        viewport,
        language: languageOf(window.document),
        redirected: isRedirected(),
        whole: late && isWhole(),
      })
      if (!standing) throw new Error('no answer')
      if (standing.record) late = false
      if (turn === asked) obey(standing)
    } catch {
      const wait = ASK_AGAIN_MS[attempt]
      // A worker that never answers means: not recorded.
      if (wait !== undefined) setTimeout(() => void ask(attempt + 1), wait)
    }
  }

  const leave = () => {
    running?.page.finish()
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
    if (frame?.length === 0 && 'navigation' in window) window.navigation.addEventListener('currententrychange', move)
  }
  /** A page that moves by itself may leave the list, and come back to it: the worker, which knows the frames in it, decides anew. */
  let seenAt = here()
  let askedAt = seenAt
  let moving = false
  const askHere = () => {
    askedAt = here()
    void ask()
  }
  function move(): void {
    if (faulty || seenAt === here()) return
    seenAt = here()
    // At once, and then not for each step of a map that is being dragged.
    if (moving) return
    moving = true
    setTimeout(() => {
      moving = false
      if (askedAt !== here()) askHere()
    }, MOVE_MS)
    askHere()
  }
  extension.runtime.onMessage.addListener((message: unknown) => {
    if (isStop(message)) stop()
    else if (isFarewell(message)) {
      leave()
      stop()
    } else if (isRenewal(message)) void ask()
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

/** Where the page is, as far as patterns look at it. */
const here = () => location.pathname + location.search

function isRedirected(): boolean {
  const [entry] = performance.getEntriesByType('navigation')
  return entry instanceof PerformanceNavigationTiming && entry.redirectCount > 0
}

const coarse = (px: number) => Math.round(px / COARSE_STEP_PX) * COARSE_STEP_PX

const typeOf = (message: unknown) => (typeof message === 'object' && message !== null && 'type' in message ? message.type : null)
const isStop = (message: unknown) => typeOf(message) === 'stop'
const isFarewell = (message: unknown) => typeOf(message) === 'leave'
const isRenewal = (message: unknown) => typeOf(message) === 'renew'

/** Dialogs of the browser: alert, confirm and prompt, printing, and the question before leaving. Those of a page are effects. */
import type { DraftOf } from '../../trace/action.ts'
import type { Page } from '../page.ts'
import type { Scene } from '../scene.ts'

/** Nobody reads a message and answers it in less; a script that waits for the network this long is rare, and stands still as well. */
const ANSWER_MS = 250
/** A question asked within this time of an action belongs to it. */
const ASKED_MS = 5000

type Asked = { event: BeforeUnloadEvent; scene: Scene | null; at: number }

export function recordDialogs(page: Page): void {
  const emit = (
    scene: Scene | null,
    dialog: DraftOf<'dialog'>['dialog'],
    outcome: DraftOf<'dialog'>['outcome'],
    at: number,
    until: number,
  ) => {
    if (scene) page.emit(scene, { kind: 'dialog', at, until, dialog, outcome, pointer: [] })
  }

  let lastInput = -Infinity
  for (const type of ['pointerup', 'click', 'keydown', 'change'] as const) {
    page.listen(type, (event) => {
      lastInput = page.at(event.timeStamp)
    })
  }
  // A dialog halts the script that opened it, which the browser tells from a script that is busy. Which of the three it was, it does not tell.
  if (PerformanceObserver.supportedEntryTypes.includes('long-animation-frame')) {
    const observer = new PerformanceObserver(
      page.guard((list: PerformanceObserverEntryList) => {
        for (const entry of list.getEntries()) {
          const at = page.at(entry.startTime)
          if (pausedIn(entry) >= ANSWER_MS && Math.abs(at - lastInput) < ASKED_MS)
            emit(page.scene(null), 'script', 'unknown', at, page.at(entry.startTime + entry.duration))
        }
      }),
    )
    observer.observe({ type: 'long-animation-frame' })
    page.signal.addEventListener('abort', () => observer.disconnect())
  }

  let printing: { scene: Scene | null; at: number } | null = null
  page.listen('beforeprint', (event) => {
    printing = { scene: page.scene(null), at: page.at(event.timeStamp) }
  })
  page.listen('afterprint', (event) => {
    if (printing) emit(printing.scene, 'print', 'unknown', printing.at, page.at(event.timeStamp))
    printing = null
  })

  let asked: Asked | null = null
  const answer = (outcome: 'accepted' | 'dismissed') => {
    // The page asks by cancelling the event or by giving it a text; the browser puts the question only to who has done something there.
    const mine = asked
    asked = null
    if (!mine || !(mine.event.defaultPrevented || isText(mine.event.returnValue)) || !navigator.userActivation.hasBeenActive) return
    emit(mine.scene, 'beforeunload', outcome, mine.at, mine.at)
  }
  page.listen('beforeunload', (event) => {
    asked = { event, scene: page.scene(null), at: page.at(event.timeStamp) }
  })
  page.listen('pagehide', () => answer('accepted'))
  page.onSettle(() => answer('dismissed'))
}

const isText = (value: unknown) => typeof value === 'string' && value !== ''

/** How long scripts of a frame stood still, ms (Long Animation Frames, `pauseDuration`). */
function pausedIn(entry: PerformanceEntry): number {
  const scripts: unknown = Reflect.get(entry, 'scripts')
  if (!Array.isArray(scripts)) return 0
  return scripts.reduce((most: number, script: unknown) => {
    const pause: unknown = typeof script === 'object' && script !== null ? Reflect.get(script, 'pauseDuration') : 0
    return Math.max(most, typeof pause === 'number' ? pause : 0)
  }, 0)
}

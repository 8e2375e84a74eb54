/** Dialogs of the browser: alert, confirm and prompt, printing, and the question before leaving. Those of a page are effects. */
import type { DraftOf } from '../../trace/action.ts'
import type { Page } from '../page.ts'
import type { Scene } from '../scene.ts'

/** Nobody reads a message and answers it in less; few pages are busy for as long with one event, and those are taken for one that asked. */
export const ANSWER_MS = 800

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

  // A dialog halts the script that opened it, and with it the event in which it did. Chromium tells nobody outside of the page more: the
  // pauses of its Long Animation Frames are 0 for a dialog.
  let handled: number | null = null
  /** The question before leaving halts the event as well, and is told apart from others. */
  let leaving = false
  for (const type of ['click', 'keydown', 'change'] as const) {
    page.listen(type, (event) => {
      // A key makes a click within its own event: what stands still then does so once.
      if (handled !== null) return
      const begun = (handled = performance.now())
      // Later than what was done, which has the time of the event.
      const at = page.at(event.timeStamp) + 1
      page.later(0, () => {
        handled = null
        const isAsked = !leaving && performance.now() - begun > ANSWER_MS
        leaving = false
        if (isAsked) emit(page.scene(null), 'script', 'unknown', at, Math.max(at, page.at()))
      })
    })
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
    leaving = handled !== null
    asked = { event, scene: page.scene(null), at: page.at(event.timeStamp) }
  })
  page.listen('pagehide', () => answer('accepted'))
  page.onSettle(() => answer('dismissed'))
}

const isText = (value: unknown) => typeof value === 'string' && value !== ''

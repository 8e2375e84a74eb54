/** Copy, cut and paste, by key or menu. Nothing is read of what is on the clipboard. */
import { fieldAt, interactiveAround } from '../interactive.ts'
import type { Page } from '../page.ts'
import { elementOf } from '../element-of.ts'
import type { PressRecorder } from './press.ts'

/** A page copies by itself when its button is clicked, some once they have fetched what they copy. Nobody uses a menu of the browser as fast. */
const PAGE_MS = 1000
/** Keys that copy, cut and paste with Shift; with Ctrl or Command it depends on the layout of the keyboard. */
const SHIFTED = /^(Insert|Delete)$/

export function recordClips(page: Page, press: PressRecorder): void {
  /** Until when the page may be the one who copies. */
  let pageUntil = 0
  let repeated = false

  // On Linux a middle click pastes what is selected elsewhere; where nothing takes it, the click is all there is to it.
  for (const type of ['click', 'auxclick'] as const) {
    page.listen(type, (event) => {
      pageUntil = page.at(event.timeStamp) + PAGE_MS
    })
  }
  page.listen('keydown', (event) => {
    const isClip = event.ctrlKey || event.metaKey || SHIFTED.test(event.key)
    pageUntil = isClip ? 0 : page.at(event.timeStamp) + PAGE_MS
    repeated = event.repeat
  })
  // The menu may be used as fast as one can.
  page.listen('contextmenu', () => {
    pageUntil = 0
    repeated = false
  })

  for (const operation of ['copy', 'cut', 'paste'] as const) {
    page.listen(operation, (event) => {
      const raw = elementOf(event)
      const at = page.at(event.timeStamp)
      if (!raw || at < pageUntil) return
      press.claimShortcut(operation)
      if (repeated) return page.count('merged')
      const scene = page.scene(fieldAt(raw) ?? interactiveAround(raw) ?? raw)
      if (scene) page.emit(scene, { kind: 'clip', at, until: at, operation, source: null, pointer: [] })
    })
  }
}

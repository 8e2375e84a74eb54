/** Arrivals: a document that loaded, and a page that moved by itself (SPA). Only the top document navigates for the person. */
import type { NavCause } from '../../trace/vocabulary.ts'
import type { Page } from '../page.ts'

/** A replaced address without any input this recent is the page tidying up after itself. */
const INPUT_MS = 1000

/** @param arrived whether this document's own arrival is still to be recorded */
export function recordNavigation(page: Page, arrived: boolean): void {
  let lastInput = -Infinity
  let lastHref = location.href

  const emit = (cause: NavCause, at: number) => {
    page.settle()
    const scene = page.scene(null)
    if (scene) page.emit(scene, { kind: 'nav', at, until: at, cause, pointer: [] })
  }

  const noteInput = (event: Event) => {
    lastInput = page.at(event.timeStamp)
  }
  for (const type of ['pointerdown', 'click', 'keydown', 'change'] as const) page.listen(type, noteInput)

  if (arrived) emit(loadCause(), page.at(0))

  // A document that comes back from the back-forward cache loads nothing, yet the person has arrived again.
  page.listen('pageshow', (event) => {
    if (event.persisted) emit('traverse', page.at(event.timeStamp))
  })

  if (!('navigation' in window)) return
  window.navigation.addEventListener(
    'currententrychange',
    page.guard(({ navigationType, from }: NavigationCurrentEntryChangeEvent) => {
      const moved = location.href !== lastHref
      lastHref = location.href
      const at = page.at()
      if (navigationType === 'traverse') return emit(direction(from.index, window.navigation.currentEntry?.index), at)
      if (navigationType === 'push' || (navigationType === 'replace' && moved && at - lastInput <= INPUT_MS)) emit('spa', at)
    }),
    { signal: page.signal },
  )
}

/** How this document came, as far as it can tell by itself; the sequence tells `link` from `address` by what came before. */
function loadCause(): NavCause {
  if (!('navigation' in window)) return 'link'
  const { activation } = window.navigation
  if (activation?.navigationType === 'reload') return 'reload'
  if (activation?.navigationType === 'traverse') return direction(activation.from?.index, activation.entry?.index)
  return 'link'
}

function direction(from: number | undefined, to: number | undefined): NavCause {
  if (from === undefined || to === undefined || from < 0 || to < 0 || from === to) return 'traverse'
  return to < from ? 'back' : 'forward'
}

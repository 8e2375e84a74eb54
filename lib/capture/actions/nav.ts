/** Arrivals: a document that loaded, and a page that moved by itself (SPA). Only the top document navigates for the person. */
import type { NavCause } from '../../trace/vocabulary.ts'
import { readyState } from '../natives.ts'
import type { Page } from '../page.ts'

/** A replaced address without any input this recent is the page tidying up after itself. */
const INPUT_MS = 1000

/** How the person came to see a document: it loaded, or it came out of the back-forward cache; null where that was before we might know. */
export type Arrival = 'load' | 'return' | null

export function recordNavigation(page: Page, arrival: Arrival): void {
  let lastInput = -Infinity
  let lastHref = location.href

  /** A document that is still loading; until then the person waits. */
  let loading: (() => void) | null = null
  const commit = () => {
    const done = loading
    loading = null
    done?.()
  }
  page.onSettle(commit)

  const emit = (cause: NavCause, at: number, until = at) => {
    page.settle()
    const scene = page.scene(null)
    if (scene) page.emit(scene, { kind: 'nav', at, until: Math.max(at, until), cause, pointer: [] })
  }
  const emitLoad = (cause: NavCause, at: number) => {
    if (readyState(document) !== 'loading') return emit(cause, at, page.at(loadedAt()))
    const scene = page.scene(null)
    loading = () => scene && page.emit(scene, { kind: 'nav', at, until: Math.max(at, page.at()), cause, pointer: [] })
    document.addEventListener('DOMContentLoaded', page.guard(commit), { once: true, signal: page.signal })
  }

  const noteInput = (event: Event) => {
    lastInput = page.at(event.timeStamp)
  }
  for (const type of ['pointerdown', 'click', 'keydown', 'change'] as const) page.listen(type, noteInput)

  if (arrival === 'load') emitLoad(loadCause(), page.at(shownAt()))
  if (arrival === 'return') emit('traverse', page.at())

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

/** When the person saw the document first, in its own time: a prerendered one long after it began to load. */
function shownAt(): number {
  const [entry] = performance.getEntriesByType('navigation')
  const activation: unknown = entry && Reflect.get(entry, 'activationStart')
  return typeof activation === 'number' ? activation : 0
}

/** When there was something to act on, in the document's own time. */
function loadedAt(): number {
  const [entry] = performance.getEntriesByType('navigation')
  return entry instanceof PerformanceNavigationTiming ? entry.domContentLoadedEventStart : 0
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

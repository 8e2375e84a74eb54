/** Scrolling: one action for each container and burst, with where it began and ended. Scrolling by script is not an action. */
import { COARSE_STEP_PX, type ScrollCause } from '../../trace/vocabulary.ts'
import { editingHost, fieldAt, hidesField } from '../interactive.ts'
import { documentElement, nearest, scrollLeft, scrollTop, scrollingElement } from '../natives.ts'
import type { Page } from '../page.ts'
import type { Scene } from '../scene.ts'
import { elementOf } from '../element-of.ts'
import { isScrollKey, type PressRecorder } from './press.ts'

/** A person's input this recent caused the scrolling; longer ago, a script did. */
const CAUSE_MS = 300
/** Quiet time that ends a burst; it joins the notches of a wheel, between which the browser already sends `scrollend`. */
const BURST_MS = 500

type Position = { x: number; y: number }
const TOP: Position = { x: 0, y: 0 }
type Burst = { scene: Scene; from: Position | null; at: number; until: number; cause: ScrollCause }

/** Widgets that use the arrow keys themselves and scroll by script to follow. */
const KEY_WIDGETS = ['combobox', 'grid', 'listbox', 'menu', 'menubar', 'radiogroup', 'slider', 'tablist', 'tree', 'treegrid']
const NOT_SCROLLED_BY_KEY = ['input', 'select', 'textarea', 'video', ...KEY_WIDGETS.map((role) => `[role="${role}"]`)].join(',')

/** @param isNew recorded since it began to load: a page that was never seen to scroll is at its top */
export function recordScrolling(page: Page, press: PressRecorder, isNew: boolean): void {
  const bursts = new Map<Element, Burst>()
  /** Where each container was left: reading the position at the first event of a burst would be too late. */
  const left = new WeakMap<Element, Position>()
  let input: { cause: ScrollCause; at: number } | null = null
  let pressed = false

  /**
   * Positions of everything that this input may scroll, read once each, before it does. Not for the wheel: the compositor has
   * scrolled by the time a page hears of it.
   */
  const note = (event: Event) => {
    for (const node of event.composedPath()) if (node instanceof Element && !left.has(node)) left.set(node, positionOf(node))
  }
  const caused = (cause: ScrollCause, event: Event) => {
    input = { cause, at: page.at(event.timeStamp) }
  }
  page.listen('wheel', (event) => caused('wheel', event))
  page.listen('touchmove', (event) => caused('touch', event))
  page.listen('keydown', (event) => {
    const element = elementOf(event)
    if (element && isScrollKey(event.key) && !nearest(element, NOT_SCROLLED_BY_KEY) && !editingHost(element)) {
      note(event)
      caused('key', event)
    } else input = null
  })
  page.listen('pointerdown', (event) => {
    pressed = true
    note(event)
  })
  page.listen('pointerup', () => {
    pressed = false
  })

  const end = (container: Element) => {
    const burst = bursts.get(container)
    if (!burst) return
    bursts.delete(container)
    const to = positionOf(container)
    left.set(container, to)
    const { scene, at, until, cause, from } = burst
    // It came back to where it was, or the page put it back.
    if (from && from.x === to.x && from.y === to.y) return page.count('merged')
    page.emit(scene, { kind: 'scroll', at, until, cause, from: from && coarse(from), to: coarse(to), pointer: [] })
  }
  page.onSettle(() => {
    for (const container of bursts.keys()) end(container)
  })

  const endWhenQuiet = (container: Element, burst: Burst) => {
    page.later(BURST_MS, () => {
      if (bursts.get(container) !== burst) return
      if (page.at() - burst.until >= BURST_MS) end(container)
      else endWhenQuiet(container, burst)
    })
  }

  page.listen('scroll', (event) => {
    const container = containerOf(event)
    if (!container) return
    const at = page.at(event.timeStamp)
    const running = bursts.get(container)
    if (running) {
      running.until = at
      return
    }
    // A click that scrolls is not in this list: the scrolling is what the click did, not something more the person did.
    const cause = input && at - input.at <= CAUSE_MS ? input.cause : pressed ? 'bar' : null
    const scene = cause && page.scene(container)
    // A field that scrolls with the caret would count the characters that are typed into it.
    if (!cause && (fieldAt(container) || hidesField(container))) return
    if (!cause || !scene) return page.count('programmatic-scroll')
    if (cause === 'key') press.claimScroll()
    const burst = { scene, from: left.get(container) ?? (isNew && event.target instanceof Document ? TOP : null), at, until: at, cause }
    bursts.set(container, burst)
    endWhenQuiet(container, burst)
  })

  page.listen('scrollend', (event) => {
    const container = containerOf(event)
    if (container && !bursts.has(container)) left.set(container, positionOf(container))
  })
}

function containerOf(event: Event): Element | null {
  const [first] = event.composedPath()
  if (first instanceof Document) return scrollingElement(first) ?? documentElement(first)
  return first instanceof Element ? first : null
}

const positionOf = (container: Element): Position => ({ x: scrollLeft(container), y: scrollTop(container) })

const coarse = ({ x, y }: Position): Position => ({
  x: Math.round(x / COARSE_STEP_PX) * COARSE_STEP_PX + 0,
  y: Math.round(y / COARSE_STEP_PX) * COARSE_STEP_PX + 0,
})

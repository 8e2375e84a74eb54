/**
 * What could be seen before the pointer came. Once it is there it is too late to look: a style for what is under the pointer applies
 * before anybody hears of the move. So controls are looked at when things are quiet, and a row is compared with those beside it.
 */
import {
  attribute,
  firstOf,
  firstTagged,
  is,
  isDrawn,
  lastElement,
  localName,
  nextElement,
  parentElement,
  previousElement,
  queryAll,
  rootOf,
} from './natives.ts'

/** What is used in menus and rows; one query each, as a list of selectors takes many times as long. */
const QUERIES: Record<string, (most: number) => Element[]> = {
  a: (most) => firstTagged(document, 'a', most),
  button: (most) => firstTagged(document, 'button', most),
  '[role="menuitem"]': (most) => firstOf(queryAll('[role="menuitem"]'), most),
}
/** Of each query; a quarter of a millisecond for three times as many. */
const MAX_EACH = 60
/** Levels around a control up to what is compared with its neighbours. */
const MAX_LEVELS = 8
/** Neighbours on each side: rows in two colours are written alike every second time. */
const MAX_BESIDE = 2
/** Parts of one thing; what has more of them is a list, which has no twin beside it. */
const MAX_PLACE = 100
/** What is written otherwise was shown by the page, and perhaps because of something else than the pointer. */
const WRITTEN = ['class', 'style', 'hidden', 'aria-hidden', 'open']

/** How an element was: seen; the outermost of what hid it; or not in the page. Null where nobody looked. */
type Before = 'seen' | 'absent' | Element | null

export type ShownBefore = {
  /**
   * Looks anew, in a quiet moment. What the pointer may be showing counts as hidden still, and what came while it rested on a control
   * as not there.
   */
  look(isHovered: (root: Element) => boolean, isResting: boolean): void
  /** Looks at what has come into the page since. */
  add(): void
  /** What comes now may be shown by something else than the pointer. */
  forget(): void
  of(element: Element): Before
}

export function openShownBefore(): ShownBefore {
  /** The outermost of what hides an element; null for one that is seen. */
  let hiding = new WeakMap<Element, Element | null>()
  /** Queries that were looked through to their end. */
  let whole: string[] = []

  const add = (before = hiding, isHovered: (root: Element) => boolean = () => false, isResting = false) => {
    const hidingOf = (element: Element): Element | null => {
      const known = hiding.get(element)
      if (known !== undefined) return known
      const root = before.get(element)
      const found = isDrawn(element) ? (root && isHovered(root) ? root : null) : (hidingAround(element) ?? element)
      hiding.set(element, found)
      return found
    }
    const hidingAround = (element: Element): Element | null => {
      const parent = parentElement(element)
      return parent && hidingOf(parent)
    }
    whole = Object.entries(QUERIES).flatMap(([query, find]) => {
      const found = find(MAX_EACH)
      for (const element of found) if (!isResting || before.has(element)) hidingOf(element)
      return found.length < MAX_EACH ? [query] : []
    })
  }
  return {
    look(isHovered, isResting) {
      const before = hiding
      hiding = new WeakMap()
      add(before, isHovered, isResting)
    },
    add: () => add(),
    forget() {
      hiding = new WeakMap()
      whole = []
    },
    of(element) {
      const known = hiding.get(element)
      if (known !== undefined) return known ?? 'seen'
      // Nobody looks into shadow roots.
      return rootOf(element) === document && whole.some((query) => is(element, query)) ? 'absent' : null
    },
  }
}

/**
 * The outermost of what is shown around an element alone, while the same part of what stands beside it is hidden though it is written
 * alike; or, of what was not there before, while it is not there.
 */
export function shownAlone(element: Element, wasAbsent: boolean): Element | null {
  /** Places from the end, from `scope` down to the element. */
  const way: number[] = []
  for (let scope: Element | null = element; scope && way.length < MAX_LEVELS; scope = parentElement(scope)) {
    for (const step of [previousElement, nextElement]) {
      let beside = step(scope)
      for (let count = 0; beside && count < MAX_BESIDE; count++, beside = step(beside)) {
        const found = isAlike(scope, beside) && firstAlone(way, scope, beside, wasAbsent)
        if (found) return found
      }
    }
    let place = 0
    for (let after = nextElement(scope); after && place < MAX_PLACE; after = nextElement(after)) place++
    if (place === MAX_PLACE) return null
    way.unshift(place)
  }
  return null
}

/** Goes the same way into both, to where the other one is hidden or ends. */
function firstAlone(way: readonly number[], mine: Element, other: Element, wasAbsent: boolean): Element | null {
  let [here, there] = [mine, other]
  for (const place of way) {
    const [inner, twin] = [childAt(here, place), childAt(there, place)]
    if (!inner) return null
    if (!twin || !isAlike(inner, twin)) return wasAbsent ? inner : null
    if (!isDrawn(twin)) return inner
    here = inner
    there = twin
  }
  return null
}

function childAt(element: Element, place: number): Element | null {
  let child = lastElement(element)
  for (let count = place; child && count > 0; count--) child = previousElement(child)
  return child
}

const isAlike = (a: Element, b: Element) =>
  localName(a) === localName(b) && WRITTEN.every((name) => attribute(a, name) === attribute(b, name))

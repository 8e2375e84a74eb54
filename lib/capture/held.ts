/** What the pointer holds while it is pressed, and where that is let go. */
import { interactiveAround } from './interactive.ts'
import { follows, type Travel } from './boxes.ts'
import { body, boxOf, isConnected, isInside, nearest, nextElement, parentElement, parentNode, previousElement } from './natives.ts'
import { placeOf } from './dropped.ts'

/** Wrappers around the innermost part of something that is dragged. */
const MAX_AROUND = 8
/** Neighbours on each side whose place it may take. */
const MAX_BESIDE = 30
/** Says that it can be dragged, or is drawn on. */
const DRAGGABLE = '[draggable="true"],[aria-grabbed],[aria-roledescription*="drag"],[aria-roledescription*="sort"],canvas'
/** Items of lists and tables: where something in one is held, so is the item. */
const ITEM = 'li,tr,[role="listitem"],[role="row"],[role="option"],[role="treeitem"]'
/** Pointers over what can be dragged, and in pages that draw everything else by themselves. */
const GRABBING = /grab|move|resize/

/** An element as it stood when the pointer was pressed. */
type Stood = { element: Element; parent: Node | null; before: Element | null; after: Element | null }
/** Where an element was. */
type Placed = { element: Element; box: DOMRect }
export type Around = readonly Stood[]
export type Beside = readonly Placed[]

/** An element and what is around it, the innermost first. */
export function aroundOf(raw: Element): Around {
  const found: Stood[] = []
  for (let element: Element | null = raw; element && element !== body() && found.length < MAX_AROUND; element = parentElement(element)) {
    found.push({ element, parent: parentNode(element), before: previousElement(element), after: nextElement(element) })
  }
  return found
}

/** Where they are, before the page hears of a move; cheap, as the browser has just looked for what is under the pointer. */
export const placesOf = (around: Around): Beside => around.map(({ element }) => ({ element, box: boxOf(element) }))

export function besideOf(source: Element): Beside {
  const found: Placed[] = []
  for (const step of [previousElement, nextElement]) {
    let element = step(source)
    for (let count = 0; element && count < MAX_BESIDE; count++, element = step(element)) found.push({ element, box: boxOf(element) })
  }
  return found
}

/** The outermost of what followed the pointer. */
export function followed(places: Beside, travel: Travel): Element | null {
  return outermost(places, ({ element, box }) => follows(box, boxOf(element), travel))
}

/** The outermost of what has another place now; one neighbour comes and goes by itself, as in a list of news. */
export function replaced(around: Around): Element | null {
  return outermost(
    around,
    ({ element, parent, before, after }) =>
      parentNode(element) !== parent || (previousElement(element) !== before && nextElement(element) !== after),
  )
}

const outermost = <T extends { element: Element }>(around: readonly T[], did: (each: T) => boolean) =>
  around.findLast((each) => isConnected(each.element) && did(each))?.element ?? null

/** What is dragged, if anything, where nothing has moved yet. */
export const likelyHeld = (raw: Element): Element => nearest(raw, `${DRAGGABLE},${ITEM}`) ?? interactiveAround(raw) ?? raw

/** What says that it can be dragged; a button does not, where it is let go on itself. */
export function draggableAt(raw: Element, hit: Element | undefined): Element | null {
  const { cursor, touchAction } = getComputedStyle(raw)
  const found = nearest(raw, DRAGGABLE) ?? (touchAction === 'none' || GRABBING.test(cursor) ? raw : null)
  const button = interactiveAround(raw)
  return button && hit && isInside(button, hit) ? null : found
}

/**
 * What it was dropped on: the uppermost element that is not held itself. Where that is the list it stands in, it is the item whose
 * place it took, where that item stood before it made room.
 * @param over what else the pointer was on last
 */
export function destinationOf(
  hits: readonly Element[],
  source: Element,
  beside: Beside,
  over: Element | null,
  { x, y }: Travel,
): Element | null {
  const hit = hits.find((each) => !isInside(source, each))
  if (!hit) return null
  if (!isInside(hit, source)) return placeOf(hit, source)
  const taken = beside.find(
    ({ element, box }) => isConnected(element) && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
  )
  return taken?.element ?? (over && isConnected(over) && isInside(hit, over) ? placeOf(over, source) : placeOf(hit, source))
}

/**
 * Dragging, by the browser's drag and drop or with a pointer that is held. What the latter means only the page's code knows; it is
 * told by what came of it: something followed the pointer, or has another place, or says that it can be dragged.
 */
import type { DraftOf, MaskEntry, PointerPoint } from '../../trace/action.ts'
import { isDragged } from '../boxes.ts'
import {
  aroundOf,
  besideOf,
  destinationOf,
  draggableAt,
  followed,
  likelyHeld,
  placesOf,
  replaced,
  type Around,
  type Beside,
} from '../held.ts'
import { fieldAt, interactiveAround } from '../interactive.ts'
import { keypadAround } from '../keypad.ts'
import { elementsAt, has, isInside, nearest } from '../natives.ts'
import type { Page } from '../page.ts'
import { rangesAt } from '../ranges.ts'
import type { Scene } from '../scene.ts'
import { describe, type Point } from '../target.ts'
import { elementOf } from '../element-of.ts'

/** A list is put in order within a few frames of the release; what is animated first takes longer. */
const ORDER_MS = 300

type Press = Point & {
  mode: DraftOf<'drag'>['mode']
  raw: Element
  around: Around
  /** Where all that was before the pointer moved. */
  places: Beside
  at: number
  until: number
  /** Where the pointer is now. */
  to: Point
  moves: number
  scrolled: boolean
  /** What is dragged, as far as is known; described before it is dropped. */
  source: Element
  scene: Scene | null
  pointer: PointerPoint[]
  beside: Beside
  over: Element | null
  /** Under the pointer when it was released, the uppermost first. */
  hits: Element[]
}

export function recordDrags(page: Page): void {
  let press: Press | null = null
  /** Released, and not known yet whether something was dragged. */
  let released: Press | null = null
  /** The click that follows is part of the drag. */
  let claimed = false

  const take = (mine: Press, source: Element) => {
    mine.source = source
    mine.scene = page.scene(source, followedIn(mine) ? mine.to : mine)
    mine.pointer = page.pointer.before(mine.at)
    mine.beside = besideOf(source)
  }

  const emit = (mine: Press, source: Element, place: Element | null) => {
    page.settle(commit)
    if (mine.source !== source || !mine.scene) take(mine, source)
    const { scene, mode, at, until, pointer, to } = mine
    // Whatever the pointer does on a pad is writing.
    if (!scene || scene.keypad) return
    const { target, masking } = place && !keypadAround(place) ? describe(place, to, scene.wording) : { target: null, masking: [] }
    const rules = new Set(masking.map(({ rule }) => rule))
    const lost = Array.from(rules, (rule): MaskEntry => ({ field: 'destination', rule }))
    page.emit({ ...scene, masking: [...scene.masking, ...lost] }, { kind: 'drag', at, until, mode, destination: target, pointer })
  }
  const placeIn = ({ hits, beside, over, to }: Press, source: Element) => destinationOf(hits, source, beside, over, to)

  /** @returns whether something was dragged, as far as can be seen now */
  const conclude = (): boolean => {
    const mine = released
    const source = mine && draggedBy(mine)
    if (!source) return false
    released = null
    emit(mine, source, placeIn(mine, source))
    return true
  }
  const commit = () => {
    conclude()
    released = null
  }
  page.onSettle(commit)
  page.claims.onClick(({ via }) => {
    if (via !== 'pointer') return false
    claimed ||= conclude()
    released = null
    return claimed
  })

  const moveTo = (mine: Press, event: MouseEvent) => {
    mine.to = { x: event.clientX, y: event.clientY }
    mine.until = page.at(event.timeStamp)
  }
  /** The press is over. */
  const end = (event: MouseEvent): Press | null => {
    const mine = press
    press = null
    if (mine) moveTo(mine, event)
    return mine
  }

  page.listen('pointerdown', (event) => {
    const raw = elementOf(event)
    press = null
    claimed = false
    if (!raw || event.button !== 0 || !event.isPrimary) return
    const [at, to] = [page.at(event.timeStamp), { x: event.clientX, y: event.clientY }]
    const unknown = { source: raw, scene: null, pointer: [], beside: [], over: null, hits: [] }
    press = { mode: 'pointer', raw, around: aroundOf(raw), places: [], ...to, at, until: at, to, moves: 0, scrolled: false, ...unknown }
  })
  page.listen('pointermove', (event) => {
    if (!press) return
    if (press.places.length === 0) press.places = placesOf(press.around)
    moveTo(press, event)
    // The page forbade what the browser had begun.
    press.mode = 'pointer'
    // At the second move it is seen what moved at the first.
    if (isDragged(travelOf(press)) && ++press.moves === 2 && !isSet(press.raw)) take(press, followedIn(press) ?? likelyHeld(press.raw))
  })
  for (const type of ['pointerover', 'dragenter'] as const) {
    page.listen(type, (event) => {
      const element = elementOf(event)
      if (press && element && !isInside(press.source, element)) press.over = element
    })
  }
  page.listen('scroll', () => {
    if (press) press.scrolled = true
  })
  page.listen('pointercancel', () => {
    if (press?.mode === 'pointer') press = null
  })
  // What was dragged goes back.
  page.listen('keydown', (event) => {
    if (event.key === 'Escape') press = null
  })
  page.listen('pointerup', (event) => {
    const mine = end(event)
    if (!mine || !isDragged(travelOf(mine)) || isSet(mine.raw)) return
    mine.hits = elementsAt(mine.to.x, mine.to.y)
    released = mine
    claimed = conclude()
    page.later(ORDER_MS, () => {
      if (released === mine) commit()
    })
  })

  page.listen('dragstart', (event) => {
    if (!press) return
    press.mode = 'html5'
    // Selected text is no element.
    take(press, elementOf(event) ?? interactiveAround(press.raw) ?? press.raw)
  })
  page.listen('drop', (event) => {
    const mine = end(event)
    if (!mine) return
    mine.hits = elementsAt(mine.to.x, mine.to.y)
    emit(mine, mine.source, placeIn(mine, mine.source))
  })
  page.listen('dragend', (event) => {
    const mine = end(event)
    // A link or picture that nothing took was dragged by accident.
    if (mine && (has(mine.source, 'draggable') || event.dataTransfer?.dropEffect !== 'none')) emit(mine, mine.source, null)
  })
}

const travelOf = ({ x, y, to }: Press): Point => ({ x: to.x - x, y: to.y - y })
/** Scrolling moves things as well. */
const followedIn = (press: Press) => (press.scrolled ? null : followed(press.places, travelOf(press)))
/** Does it stand in a control with a value, or is wrapped around one, as a thumb is? */
const isSet = (raw: Element) =>
  fieldAt(raw) !== null ||
  nearest(raw, 'input,select') !== null ||
  rangesAt(raw).some((range) => isInside(range, raw) || isInside(raw, range))

function draggedBy(press: Press): Element | null {
  const { raw, around, hits, scrolled } = press
  const moved = followedIn(press) ?? replaced(around)
  // Where text was selected, that is what the pointer was held for.
  return moved ?? (scrolled || getSelection()?.isCollapsed === false ? null : draggableAt(raw, hits[0]))
}

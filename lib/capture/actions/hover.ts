/**
 * Resting the pointer on something, where that showed what was used next: only then is it known that it meant anything. Whatever else
 * the pointer passes over is no action.
 */
import { TIME_STEP_MS } from '../../trace/vocabulary.ts'
import { isNextTo } from '../boxes.ts'
import { INTERACTIVE, interactiveAround } from '../interactive.ts'
import { body, boxOf, isInside, nearest, parentElement, previousElement, sizeOf, within } from '../natives.ts'
import type { Page } from '../page.ts'
import { openShownBefore, shownAlone } from '../shown-before.ts'
import { elementOf } from '../element-of.ts'

/** When to look at a page that has arrived: it builds itself up meanwhile. */
const ARRIVED_MS = [0, 200, 1500]
/** What is shown and hidden between is shown to people who are faster than a menu opens. */
const LOOK_MS = 1000
/** Quiet time after scrolling, which shows what was further down. */
const SCROLLED_MS = 400
/** A pointer on its way over a toolbar is no reason to look at each button. */
const ADD_MS = 1000
/** Elements the pointer came onto last. */
const MAX_RESTS = 60
/** Menus within menus, and wrappers of what is in one. */
const MAX_MENUS = 4
const MAX_AROUND = 12
const ROW = 'li,tr,[role="row"],[role="listitem"]'
/** What is in one, apart from what closes it. */
const LIST = '[role="menu"],ul'
const MOST = { dwellMs: 600_000, revealed: 1000 }

/** `size`: elements in the row the pointer came into, before the page heard of it. */
type Rest = { element: Element; at: number; row: Element | null; size: number }
type Reveal = { owner: Element; root: Element; at: number; until: number }

export function recordHovers(page: Page): void {
  const before = openShownBefore()
  let rests: Rest[] = []
  /** Those that may have shown what is looked at now. */
  let past: readonly Rest[] = []
  let actedAt = 0

  /** When the pointer was on the owner last, if it came there after everything else that was done. */
  const restOn = (owner: Element | null, root: Element): Reveal | null => {
    const isOn = ({ element }: Rest) => owner !== null && isInside(owner, element) && !isInside(root, element)
    const last = past.findLastIndex(isOn)
    let first = last
    for (let rest = past[first - 1]; rest && isOn(rest); rest = past[first - 1]) first--
    const at = past[first]?.at ?? 0
    return owner && at > actedAt ? { owner, root, at, until: past[last + 1]?.at ?? page.at() } : null
  }

  /** Of what was hidden beside or within its owner. */
  const restBeside = (root: Element): Reveal | null => {
    const [area, beside] = [areaOf(root), previousElement(root)]
    const trigger = beside && past.findLast(({ element }) => isInside(beside, element))
    const control = trigger ? interactiveAround(trigger.element) : area && interactiveAround(area)
    return restOn(control && area && isInside(area, control) ? control : area, root)
  }

  /** Of what was not there or stands elsewhere, by its place on the screen. */
  const restNextTo = (used: Element, isShownBy: (element: Element, owner: Element) => boolean): Reveal | null => {
    const around = aroundOf(used)
    for (const owner of new Set(past.toReversed().map(({ element }) => interactiveAround(element)))) {
      const root = owner && around.findLast((each) => !isInside(each, owner) && isShownBy(each, owner))
      if (root && isNextTo(boxOf(root), boxOf(owner))) return restOn(owner, root)
    }
    return null
  }

  const revealOf = (used: Element): Reveal | null => {
    const was = before.of(used)
    if (was === 'seen') return null
    const root = was instanceof Element ? was : shownAlone(used, was === 'absent' && hasGrown(used))
    const inner = was ? restNextTo(used, isBehind) : null
    return inner ?? (root && restBeside(root)) ?? (was ? restNextTo(used, isOverlay) : null)
  }
  /** Has its row more in it than when the pointer came? */
  const hasGrown = (used: Element): boolean => {
    const row = nearest(used, ROW)
    const came = past.find((rest) => rest.row === row && rest.at > actedAt)
    return row !== null && came !== undefined && came.size < sizeOf(row)
  }

  let on: Element | null = null
  let addedAt = 0
  page.listen('pointerover', (event) => {
    const element = elementOf(event)
    if (!element || event.pointerType === 'touch') return
    const at = page.at(event.timeStamp)
    const [last, row] = [rests.at(-1), nearest(element, ROW)]
    rests = [...rests.slice(1 - MAX_RESTS), { element, at, row, size: last && last.row === row ? last.size : partsIn(row) }]
    const control = interactiveAround(element)
    // The page has not heard yet that the pointer is there; what was shown by an earlier move is not looked at.
    if (control && control !== on && at - addedAt > ADD_MS && before.of(control) !== 'absent') {
      addedAt = at
      before.add()
    }
    on = control
  })

  page.listen('pointerdown', (event) => {
    const raw = elementOf(event)
    const reveals: Reveal[] = []
    past = rests
    let used = raw && (interactiveAround(raw) ?? raw)
    while (used && reveals.length < MAX_MENUS) {
      const reveal = revealOf(used)
      const list = nearest(used, LIST)
      if (reveal) reveals.unshift(list && isInside(reveal.root, list) ? { ...reveal, root: list } : reveal)
      used = reveal && reveal.owner
      // What showed that was rested on before.
      past = past.filter(({ at }) => reveal !== null && at < reveal.at)
    }
    for (const { owner, root, at, until } of reveals) {
      // What a row shows are its own actions, no list of choices.
      if (interactiveAround(owner) === owner) page.popups.note(root, owner)
      const scene = page.scene(owner)
      const dwellMs = Math.min(MOST.dwellMs, Math.round((until - at) / TIME_STEP_MS) * TIME_STEP_MS)
      const revealed = Math.min(MOST.revealed, Math.max(1, within(root, INTERACTIVE).length))
      if (scene) page.emit(scene, { kind: 'hover', at, until, dwellMs, revealed, pointer: page.pointer.before(at) })
    }
  })
  for (const type of ['pointerdown', 'keydown'] as const) {
    page.listen(type, (event) => {
      actedAt = page.at(event.timeStamp)
      addedAt = 0
    })
  }

  const look = () => {
    const last = rests.at(-1)
    const rest = last && last.at > actedAt ? last.element : null
    const isHovered = (root: Element) => {
      const area = areaOf(root)
      return area !== null && rest !== null && isInside(area, rest)
    }
    before.look(isHovered, rest !== null && on !== null)
  }
  /** After a page that arrives was drawn its layout is known; to ask before would have it made twice. */
  const drawn = page.guard(() => page.later(0, look))
  let lookedAt = -Infinity
  page.popups.onLook(() => {
    if (page.at() - lookedAt < LOOK_MS) return
    lookedAt = page.at()
    // Not within the event that is being looked at.
    page.later(0, look)
  })
  for (const ms of ARRIVED_MS) page.later(ms, () => requestAnimationFrame(drawn))
  let due = false
  page.listen('scroll', () => {
    before.forget()
    if (due) return
    due = true
    page.later(SCROLLED_MS, () => {
      due = false
      look()
    })
  })
}

/** Where the pointer has to be to show what is hidden in it: a row, or what is not much larger than what it shows. */
function areaOf(root: Element): Element | null {
  const parent = parentElement(root)
  if (!parent || parent === body()) return null
  return nearest(parent, ROW) ?? (boxOf(parent).height < innerHeight / 2 ? parent : null)
}

/** What is around an element, the innermost first. */
function aroundOf(element: Element): Element[] {
  const found: Element[] = []
  let scope = parentElement(element)
  for (; scope && scope !== body() && found.length < MAX_AROUND; scope = parentElement(scope)) found.push(scope)
  return found
}

const isBehind = (element: Element, owner: Element) => previousElement(element) === owner
const isOverlay = (element: Element) => /absolute|fixed/.test(getComputedStyle(element).position)
const partsIn = (row: Element | null) => (row ? sizeOf(row) : 0)

/**
 * Resting the pointer on something, where that showed what was used next: only then is it known that it meant anything. Whatever else
 * the pointer passes over is no action.
 */
import { TIME_STEP_MS } from '../../trace/vocabulary.ts'
import { INTERACTIVE, interactiveAround } from '../interactive.ts'
import { body, boxOf, isInside, nearest, parentElement, previousElement, within } from '../natives.ts'
import type { Page } from '../page.ts'
import { openShownBefore, shownAlone } from '../shown-before.ts'
import { elementOf } from './click.ts'

/** When to look at a page that has arrived: it builds itself up meanwhile. */
const ARRIVED_MS = [200, 1000, 3000]
/** Quiet time after scrolling, which shows what was further down. */
const SCROLLED_MS = 400
/** Elements the pointer came onto last. */
const MAX_RESTS = 60
/** Menus within menus, and wrappers of what is in one. */
const MAX_MENUS = 4
const MAX_AROUND = 12
const ROW = 'li,tr,[role="row"],[role="listitem"]'
/** Between a control and what it shows there is room for an arrow. */
const GAP_PX = 24
const MOST = { dwellMs: 600_000, revealed: 1000 }

type Rest = { element: Element; at: number }
type Reveal = { owner: Element; root: Element; at: number; until: number }

export function recordHovers(page: Page): void {
  const before = openShownBefore()
  let rests: Rest[] = []
  let actedAt = 0

  /** When the pointer was on the owner last, if it came there after everything else that was done. */
  const restOn = (owner: Element | null, root: Element): Reveal | null => {
    const isOn = ({ element }: Rest) => owner !== null && isInside(owner, element) && !isInside(root, element)
    const last = rests.findLastIndex(isOn)
    let first = last
    for (let rest = rests[first - 1]; rest && isOn(rest); rest = rests[first - 1]) first--
    const at = rests[first]?.at ?? 0
    return owner && at > actedAt ? { owner, root, at, until: rests[last + 1]?.at ?? page.at() } : null
  }

  /** Of what was hidden beside or within its owner. */
  const restBeside = (root: Element): Reveal | null => {
    const [parent, beside] = [parentElement(root), previousElement(root)]
    if (!parent || parent === body()) return null
    const trigger = rests.findLast(({ element }) => beside && isInside(beside, element))
    const control = trigger ? interactiveAround(trigger.element) : interactiveAround(parent)
    const around = nearest(parent, ROW) ?? (boxOf(parent).height < innerHeight / 2 ? parent : null)
    return restOn(control && isInside(parent, control) ? control : around, root)
  }

  /** Of what is laid over the page next to its owner, wherever it stands. */
  const restNextTo = (used: Element): Reveal | null => {
    const overlays = overlaysOf(used)
    for (const { element } of rests.toReversed()) {
      const owner = interactiveAround(element)
      const overlay = owner && overlays.findLast((each) => !isInside(each, owner))
      if (overlay && isNextTo(boxOf(overlay), boxOf(owner))) return restOn(owner, overlay)
    }
    return null
  }

  const revealOf = (used: Element): Reveal | null => {
    const was = before.of(used)
    if (was === 'seen') return null
    const root = was instanceof Element ? was : shownAlone(used, was === 'absent')
    return (root && restBeside(root)) ?? (was ? restNextTo(used) : null)
  }

  page.listen('pointerover', (event) => {
    const element = elementOf(event)
    if (!element || event.pointerType === 'touch') return
    rests = [...rests, { element, at: page.at(event.timeStamp) }].slice(-MAX_RESTS)
  })

  page.listen('pointerdown', (event) => {
    const raw = elementOf(event)
    const reveals: Reveal[] = []
    let used = raw && (interactiveAround(raw) ?? raw)
    while (used && reveals.length < MAX_MENUS) {
      const reveal = revealOf(used)
      if (reveal) reveals.unshift(reveal)
      used = reveal && reveal.owner
    }
    for (const { owner, root, at, until } of reveals) {
      const scene = page.scene(owner)
      const dwellMs = Math.min(MOST.dwellMs, Math.round((until - at) / TIME_STEP_MS) * TIME_STEP_MS)
      const revealed = Math.min(MOST.revealed, Math.max(1, within(root, INTERACTIVE).length))
      if (scene) page.emit(scene, { kind: 'hover', at, until, dwellMs, revealed, pointer: page.pointer.before(at) })
    }
  })

  // From here on the page may show something because of what is done.
  for (const type of ['pointerdown', 'keydown'] as const) {
    page.listen(type, (event) => {
      actedAt = page.at(event.timeStamp)
      before.forget()
    })
  }
  page.popups.onLook(() => before.look())
  for (const ms of ARRIVED_MS) page.later(ms, () => before.look())
  let due = false
  page.listen('scroll', () => {
    before.forget()
    if (due) return
    due = true
    page.later(SCROLLED_MS, () => {
      due = false
      before.look()
    })
  })
}

/** What an element is in that is laid over the page, the innermost first. */
function overlaysOf(element: Element): Element[] {
  const found: Element[] = []
  let scope: Element | null = element
  for (let level = 0; scope && scope !== body() && level < MAX_AROUND; level++, scope = parentElement(scope)) {
    if (/absolute|fixed/.test(getComputedStyle(scope).position)) found.push(scope)
  }
  return found
}

function isNextTo(a: DOMRect, b: DOMRect): boolean {
  const apart = (start: number, end: number, otherStart: number, otherEnd: number) => start > otherEnd + GAP_PX || otherStart > end + GAP_PX
  return !apart(a.left, a.right, b.left, b.right) && !apart(a.top, a.bottom, b.top, b.bottom)
}

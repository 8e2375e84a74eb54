/**
 * Clicks and checks. One action for what the person did: the browser's second, trusted click on the control of a label, the
 * click it makes for Enter or Space, and the one it makes on the default button of a form are not actions of their own.
 */
import type { DraftOf, PointerPoint } from '../../trace/action.ts'
import type { Activation, Button, Modifier } from '../../trace/vocabulary.ts'
import { elementOf } from '../element-of.ts'
import { interactiveAround } from '../interactive.ts'
import { keyOf } from '../keypad.ts'
import { isToggle, labelControl } from '../label.ts'
import { modifiersOf } from '../modifiers.ts'
import { boxOf, contains, isConnected } from '../natives.ts'
import type { Page } from '../page.ts'
import { roleOf } from '../role.ts'
import type { Scene } from '../scene.ts'
import { becameChecked } from '../state.ts'
import { tagOf } from '../target.ts'
import type { PressRecorder } from './press.ts'

/** Operating systems join clicks to a double click within 500 ms. */
const DOUBLE_CLICK_MS = 500
/** A pointer that moved further meanwhile selected text, or went elsewhere. */
const SELECTION_PX = 5

type Down = {
  raw: Element
  element: Element
  /** What the scene is of: the element, or the control of a label. */
  subject: Element
  scene: Scene | null
  x: number
  y: number
  up: Element | null
  clicked: boolean
  /** How it was, where it is turned on and off. */
  checked: boolean | null
}
type Growing = {
  element: Element
  scene: Scene
  pointer: PointerPoint[]
  at: number
  until: number
  button: Button
  modifiers: Modifier[]
  count: number
  via: Activation
  leaf: DraftOf<'click'>['leaf']
  /** Of a switch or checkbox made by the page: what it became, as soon as that is seen. */
  checked: boolean | null
}

/** @param keyed a key of a pad in the page was pressed, which writes this; '' where it is named */
export function recordClicks(page: Page, press: PressRecorder, keyed: (key: string) => void): void {
  let down: Down | null = null
  let growing: Growing | null = null
  /** A label was clicked: its control's own click is due in this task. */
  let label: { control: Element; event: MouseEvent } | null = null
  /** A checkbox or radio was clicked: its change event is due in this task. */
  let toggling: Growing | null = null

  const commit = () => {
    if (!growing) return
    noteChecked(growing)
    const { element: _, scene, checked, ...own } = growing
    growing = null
    const { at, until, via, pointer } = own
    if (checked === null) page.emit(scene, { kind: 'click', ...own })
    else page.emit(scene, { kind: 'check', at, until, checked, via, pointer })
  }
  page.onSettle(commit)
  page.claims.onRetract((since, until) => {
    if (growing && growing.at >= since && growing.at <= until) growing = null
  })

  const scene = (element: Element, event: MouseEvent, via: Activation) =>
    via !== 'key' && down?.subject === element
      ? down.scene
      : page.scene(element, via === 'pointer' ? { x: event.clientX, y: event.clientY } : null)

  const begin = (element: Element, event: MouseEvent, via: Activation): Growing | null => {
    const where = scene(element, event, via)
    const at = page.at(event.timeStamp)
    if (!where) return null
    const { keypad } = where
    if (keypad) {
      page.pointer.avoid(boxOf(keypad))
      keyed(keyOf(element))
    }
    const pointer = via === 'key' || keypad ? [] : page.pointer.before(at)
    const raw = via === 'pointer' ? (down?.element === element ? down.raw : elementOf(event)) : null
    const leaf = raw && raw !== element && !keypad ? { tag: tagOf(raw), role: roleOf(raw) } : null
    const own = { button: buttonOf(event), modifiers: keypad ? [] : modifiersOf(event), count: 1, via, leaf, checked: null }
    return { element, scene: where, pointer, at, until: at, ...own }
  }

  const record = (element: Element, event: MouseEvent, via: Activation) => {
    // A whole number on a pad is one action, as in a field: how many keys it took is its length. So they are not counted either.
    if (growing?.scene.keypad && event.detail > 1 && growing.element === element) return keyed(keyOf(element))
    // The browser's own count says that it is a double click; a fourth click begins a new action.
    if (growing && growing.element === element && event.detail > 1 && growing.count < 3 && buttonOf(event) === growing.button) {
      growing.count++
      growing.until = page.at(event.timeStamp)
      return page.count('merged')
    }
    const next = begin(element, event, via)
    if (next?.scene.keypad && growing?.scene.keypad === next.scene.keypad) return
    commit()
    const raw = (down?.element === element ? down.raw : elementOf(event)) ?? element
    if (next && buttonOf(event) === 'primary' && page.claims.isClick({ raw, ...next, event })) return
    page.settle(commit)
    growing = next
    page.later(0, () => noteChecked(next))
    page.later(DOUBLE_CLICK_MS, () => {
      if (growing === next && !next?.scene.keypad) commit()
    })
  }

  page.listen('pointerdown', (event) => {
    const raw = elementOf(event)
    if (!raw) return
    const element = interactiveAround(raw) ?? raw
    // A second press on the same element belongs to a double click: its target is taken already.
    const subject = labelControl(raw, element) ?? element
    const known = growing?.element === subject ? growing.scene : null
    const { clientX: x, clientY: y } = event
    const scene = known ?? page.scene(subject, subject === element ? { x, y } : null)
    down = { raw, element, subject, scene, x, y, up: null, clicked: false, checked: isToggle(subject) ? subject.checked : null }
  })

  page.listen('pointerup', (event) => {
    const mine = down
    if (mine) mine.up = elementOf(event)
    if (!mine || isConnected(mine.raw) || event.button !== 0) return
    // The page took the element away at pointerdown, as menus do: the browser sends no click, yet the person clicked.
    page.later(0, () => {
      if (!mine.clicked) record(mine.element, event, 'pointer')
    })
  })

  page.listen('click', (event) => {
    const raw = elementOf(event)
    if (!raw) return
    if (down) down.clicked = true
    if (label?.control === raw) {
      const { event: first } = label
      label = null
      page.count('merged')
      return isToggle(raw) ? toggle(raw, first, 'label') : record(raw, first, 'label')
    }
    const byKey = event.detail === 0
    const pressed = byKey ? null : downElement(down, event)
    // Pressed here and released there: the browser clicks what is around both, the person nothing.
    if (!byKey && down && !pressed) return page.count('merged')
    const element = pressed ?? interactiveAround(raw) ?? raw
    const activation = byKey ? press.claim(element) : 'none'
    if (activation === 'implicit') return page.count('merged')
    const via = byKey ? 'key' : 'pointer'
    if (isToggle(element)) return toggle(element, event, via)
    if (element instanceof HTMLSelectElement || element instanceof HTMLOptionElement) return page.count('merged')
    const labelled = labelControl(raw, element)
    if (labelled) return expectControl(labelled, element, event)
    if (!byKey && isTextSelection(down, event)) return
    record(element, event, via)
  })

  /** The label's control gets its own click right after this one; if it does not, the label itself was clicked. */
  const expectControl = (control: Element, element: Element, event: MouseEvent) => {
    const mine = { control, event }
    label = mine
    page.later(0, () => {
      if (label !== mine) return
      label = null
      // A page that turns the control on and off itself, and lets the browser do nothing.
      if (down?.subject !== control || !isToggle(control) || control.checked === down.checked) return record(element, event, 'pointer')
      toggle(control, event, 'label')
      change(control)
    })
  }

  /** A checkbox says what it became in its change event, right after the click; without one nothing was checked. */
  const toggle = (element: HTMLInputElement, event: MouseEvent, via: Activation) => {
    commit()
    page.settle(commit)
    const mine = begin(element, event, via)
    toggling = mine
    page.later(0, () => {
      if (!mine || toggling !== mine) return
      // In a shadow root the change is heard by nobody outside of it.
      if (hasTurned(mine)) return change(element)
      toggling = null
      growing = mine
      commit()
    })
  }

  const change = (element: HTMLInputElement) => {
    // Without a click of the person's before it, a script clicked; the browser calls even that change trusted.
    if (toggling?.element !== element) return page.count('untrusted')
    const { scene: where, at, via, pointer } = toggling
    toggling = null
    page.emit(where, { kind: 'check', at, until: at, checked: element.checked, via, pointer })
  }
  page.listen('change', (event) => {
    const element = elementOf(event)
    if (element && isToggle(element)) change(element)
  })

  page.listen('auxclick', (event) => {
    const raw = elementOf(event)
    if (raw && event.button === 1) record(downElement(down, event) ?? interactiveAround(raw) ?? raw, event, 'pointer')
  })
  page.listen('contextmenu', (event) => {
    const raw = elementOf(event)
    // The context menu key is a press; only the pointer's is a click.
    if (raw && event.button === 2) record(downElement(down, event) ?? interactiveAround(raw) ?? raw, event, 'pointer')
  })
}

/** Was it turned on or off? By a key it is taken when that has happened already. */
const hasTurned = ({ element, scene: { target }, via }: Growing) =>
  via !== 'key' && isToggle(element) && element.checked !== target?.state.checked

/** Reads what a switch of the page became; its menu may be gone before the action is handed over. */
function noteChecked(click: Growing | null): void {
  if (click && click.checked === null && click.count === 1) click.checked = becameChecked(click.scene)
}

/** Element taken at pointerdown, if this event belongs to that press: the page may have re-rendered since. */
function downElement(down: Down | null, event: MouseEvent): Element | null {
  if (!down) return null
  const target = elementOf(event)
  if (!target || down.raw === target || contains(down.raw, target) || !isConnected(down.raw)) return target && down.element
  // A common ancestor of press and release: a click on the element only if the pointer was released in it, or did not move while the page
  // put something else under it, as a list that opens on being pressed.
  const released = !hasMoved(down, event) || (down.up !== null && contains(down.element, down.up))
  return released && contains(target, down.raw) ? down.element : null
}

function isTextSelection(down: Down | null, event: MouseEvent): boolean {
  return down !== null && !interactiveAround(down.raw) && hasMoved(down, event)
}

const hasMoved = (down: Down, event: MouseEvent) => Math.hypot(event.clientX - down.x, event.clientY - down.y) > SELECTION_PX

function buttonOf(event: MouseEvent): Button {
  if (event.type === 'contextmenu' || event.button === 2) return 'secondary'
  return event.button === 1 ? 'middle' : 'primary'
}

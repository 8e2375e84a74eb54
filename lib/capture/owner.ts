/** Which control a list belongs to: the one that says so, else the one it opened from. */
import { attribute, byId, contains, is, nearestShown, parentElement, previousElement, rootOf, shownParent, within } from './natives.ts'
import type { Popup } from './popups.ts'

/** What opens something: each says so while it is open. */
const EXPANDED = '[aria-expanded="true"]'
const OPENS = '[aria-haspopup]:not([aria-haspopup="false"]),[role="combobox"],[role="menuitem"]'
const CONTROL = `button,[role="button"],[role="combobox"],[role="menuitem"]`
/** Controls that are open at the same time. */
const MAX_EXPANDED = 50
/** Wrappers between a list and what is said to be controlled. */
const LEVELS = 4

export function ownerOf(list: Element, option: Element, popup: Popup | null): Element {
  const root = rootOf(list)
  const roots = root === document ? [root] : [root, document]
  const expanded = roots.flatMap((each) => Array.from(within(each, EXPANDED)).slice(0, MAX_EXPANDED)).toSorted((a, b) => rank(a) - rank(b))
  const above = parentElement(list)
  const near = (pointed: Element) => (popup && contains(popup.element, pointed)) || (above && nearestWrapper(above, pointed))
  const before = previousElement(list)
  // A calendar may be a small dialog; in a large one a list belongs to itself.
  // A branch that opened within a tree is no list of its own.
  const isWhole = popup && (popup.element === list || !contains(list, popup.element))
  const isOwn = isWhole && (!popup.role.includes('dialog') || is(list, 'table,[role="grid"]'))
  const opener = isOwn ? popup.opener : null
  return (
    expanded.find((each) => pointedAt(each).some((pointed) => pointed === list || pointed === option)) ??
    (before && is(before, '[aria-haspopup]') ? before : null) ??
    (above && is(above, OPENS) ? above : null) ??
    nearestShown(shownParent(list) ?? list, OPENS, LEVELS) ??
    referred(list, 'aria-labelledby').find((each) => is(each, CONTROL)) ??
    expanded.find((each) => pointedAt(each).some(near)) ??
    (opener && (expanded.find((each) => contains(parentElement(opener) ?? opener, each)) ?? opener)) ??
    list
  )
}

/** A field comes before the button beside it. */
const rank = (control: Element) => (is(control, '[role="combobox"]') ? 0 : 1)

const pointedAt = (control: Element) => ['aria-controls', 'aria-owns', 'aria-activedescendant'].flatMap((name) => referred(control, name))

function referred(element: Element, name: string): Element[] {
  const root = rootOf(element)
  const ids = attribute(element, name).split(/\s+/)
  return ids.flatMap((id) => (id === '' ? [] : (byId(root, id) ?? [])))
}

function nearestWrapper(element: Element, wrapper: Element): boolean {
  let scope: Element | null = element
  for (let level = 0; scope && level < LEVELS; level++, scope = parentElement(scope)) if (scope === wrapper) return true
  return false
}

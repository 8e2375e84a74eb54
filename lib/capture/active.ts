/** Which option keys are on: the one with the focus, the one that a control or list points at, or the one that looks like it. */
import { choiceAt, ITEM, LIST } from './choices.ts'
import { fieldAt } from './interactive.ts'
import { attribute, boxOf, byId, firstTagged, is, nearest, parentElement, rootOf, within } from './natives.ts'
import type { Popups } from './popups.ts'

/** Levels around a control where it may keep the list that the browser would draw. */
const LEVELS = 3
const CONTROL = '[role="combobox"],[aria-haspopup="listbox"],[aria-haspopup="menu"],[aria-haspopup="true"]'
/** What widgets without ARIA call the option that keys are on. */
const LIT = '[class*="active"],[class*="focus"],[class*="highlight"]'

export function activeAt(raw: Element, popups: Popups): Element | null {
  const id = attribute(raw, 'aria-activedescendant')
  if (id) {
    const pointed = byId(rootOf(raw), id)
    const list = pointed && nearest(pointed, LIST)
    const shown = list && parentElement(list)
    // Some keep a list that nobody sees for those who listen to it, with few of the options.
    return (shown && boxOf(list).height < 1 && litIn(shown, popups)) || pointed
  }
  // A list that has the focus itself and points at nothing says by what is chosen where it is.
  if (is(raw, LIST)) return within(raw, '[aria-selected="true"]')[0] ?? null
  if (!fieldAt(raw)) return is(raw, ITEM) || choiceAt(raw, popups) ? raw : null
  for (const { element } of is(raw, CONTROL) ? [] : popups.of(raw)) {
    const lit = litIn(element, popups)
    if (lit) return lit
  }
  return null
}

const litIn = (popup: Element, popups: Popups) => Array.from(within(popup, LIT)).find((lit) => choiceAt(lit, popups)) ?? null

export const isControl = (raw: Element): boolean => is(raw, CONTROL)
/** Is the list of a control open, or is this one? */
export const isInList = (raw: Element): boolean => is(raw, LIST) || is(raw, ITEM) || (is(raw, CONTROL) && is(raw, '[aria-expanded="true"]'))

/** Is it a list that is shut, and not written in? */
export const isShut = (raw: Element): boolean => is(raw, CONTROL) && !is(raw, ITEM) && !fieldAt(raw) && !is(raw, '[aria-expanded="true"]')

/** The list that a control keeps for forms, where the options of its own are not in the page yet. */
export function formListOf(control: Element): HTMLSelectElement | null {
  let scope = parentElement(control)
  for (let level = 0; scope && level < LEVELS; level++, scope = parentElement(scope)) {
    const list = firstTagged(scope, 'select', 1)[0]
    if (list instanceof HTMLSelectElement) return list
  }
  return null
}

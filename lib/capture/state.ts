/** States of an element as the page gives them: by ARIA, or by what the element is. */
import type { Target } from '../trace/target.ts'
import { activeElement, attribute, has, is, localName } from './natives.ts'
import type { Scene } from './scene.ts'

export function stateOf(element: Element): Target['state'] {
  const state: Target['state'] = {}
  const flag = (key: 'expanded' | 'selected' | 'pressed', name: string) => {
    const value = attribute(element, name)
    if (value === 'true' || value === 'false') state[key] = value === 'true'
  }
  flag('expanded', 'aria-expanded')
  flag('selected', 'aria-selected')
  flag('pressed', 'aria-pressed')
  const checked = attribute(element, 'aria-checked')
  if (checked) state.checked = checked === 'mixed' ? 'mixed' : checked === 'true'
  if (element instanceof HTMLInputElement && (element.type === 'checkbox' || element.type === 'radio')) {
    state.checked = element.indeterminate ? 'mixed' : element.checked
  }
  if (localName(element) === 'summary' && element.parentElement instanceof HTMLDetailsElement) state.expanded = element.parentElement.open
  if (has(element, 'disabled') || attribute(element, 'aria-disabled') === 'true') state.disabled = true
  if (has(element, 'readonly') || attribute(element, 'aria-readonly') === 'true') state.readonly = true
  if (has(element, 'required') || attribute(element, 'aria-required') === 'true') state.required = true
  return state
}

/** What only the page calls a checkbox, radio button or switch: it sends no change event. */
const ARIA_TOGGLE = ['checkbox', 'radio', 'switch', 'menuitemcheckbox', 'menuitemradio'].map((role) => `[role="${role}"]`).join(',')

/** What a control of this kind became since an action on it began; null where it is none, or is as it was. */
export function becameChecked({ element, target }: Scene): boolean | null {
  if (!element || !is(element, ARIA_TOGGLE)) return null
  const { checked } = stateOf(element)
  return typeof checked === 'boolean' && checked !== target?.state.checked ? checked : null
}

const RADIO = '[role="radio"],input[type="radio"]'

/** The radio button to which a key on another one has moved the choice, by the page's own doing; null where it has not. */
export function choiceMovedTo({ element, target }: Scene): Element | null {
  const active = activeElement(document)
  if (!element || !active || active === element || !is(element, RADIO) || !is(active, RADIO)) return null
  return target?.state.checked === true && stateOf(element).checked === false && stateOf(active).checked === true ? active : null
}

/** Attributes of a serialised element → what may be kept of them: values that are listed here, and no others. */
import type { SnapshotElement } from '../../trace/snapshot.ts'
import { INPUT_TYPES, type InputType } from '../../trace/snapshot-vocabulary.ts'
import { own } from './own.ts'

type State = SnapshotElement['state']

/** @param checked of a checkbox or radio button as it is now; null for other elements */
export function stateFrom(attributes: unknown, checked: boolean | 'mixed' | null): State {
  const state: State = {}
  const flag = (key: 'expanded' | 'selected' | 'pressed', name: string) => {
    const value = own(attributes, name)
    if (value === 'true' || value === 'false') state[key] = value === 'true'
  }
  flag('expanded', 'aria-expanded')
  flag('selected', 'aria-selected')
  flag('pressed', 'aria-pressed')
  const said = own(attributes, 'aria-checked')
  if (said === 'mixed') state.checked = 'mixed'
  else if (said === 'true' || said === 'false') state.checked = said === 'true'
  if (checked !== null) state.checked = checked
  const present = (name: string) => own(attributes, name) !== undefined || own(attributes, `aria-${name}`) === 'true'
  if (present('disabled')) state.disabled = true
  if (present('readonly')) state.readonly = true
  if (present('required')) state.required = true
  if (present('hidden')) state.hidden = true
  return state
}

/** Type of an input, null if it is hidden; what is not a type is a text field, as browsers have it. */
export function inputTypeFrom(attributes: unknown): InputType | null {
  const said = own(attributes, 'type')
  if (typeof said !== 'string') return 'text'
  const type = said.toLowerCase()
  if (type === 'hidden') return null
  return INPUT_TYPES.find((known) => known === type) ?? 'text'
}

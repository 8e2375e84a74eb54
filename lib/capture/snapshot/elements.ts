/** An element of the page → what the sanitiser may know of it. */
import type { ElementLook } from '../../mask/snapshot/reader.ts'
import type { Control, Role } from '../../trace/vocabulary.ts'
import { nameText, textOf } from '../name.ts'
import { attribute, boxOf, has, isVisible, localName, nearest } from '../natives.ts'
import { controlOf, roleOf } from '../role.ts'
import type { SecretFields } from '../secret-fields.ts'
import type { PageWording } from '../wording.ts'
import { fieldOf, isEditable } from './field.ts'
import { labelReader } from './labels.ts'

const FRAMES = new Set(['iframe', 'frame', 'object', 'embed'])
/** What is in them is a page, pixels, or words that the element already has for a name. */
const CLOSED = new Set([...FRAMES, 'audio', 'canvas', 'img', 'option', 'picture', 'svg', 'textarea', 'video'])
/** Their name is never their content: it is an attribute or another element. */
const LABELLED = new Set(['input', 'textarea', 'select', 'img', 'area'])
/** ARIA gives these no name of their own. */
const UNNAMED: ReadonlySet<Role> = new Set<Role>(['generic', 'none', 'presentation', 'paragraph'])

export function elementReader(wording: PageWording, secrets: SecretFields): (element: Element) => ElementLook {
  const labelOf = labelReader(wording, secrets)

  const named = (element: Element, role: Role, control: Control) => {
    const select = element instanceof HTMLOptionElement ? nearest(element, 'select') : null
    if (element instanceof HTMLOptionElement && select instanceof HTMLSelectElement) return labelOf(element, select)
    return wording.name(element, control, givenName(element, role))
  }

  return (element) => {
    const tag = localName(element)
    const editable = isEditable(element)
    const role = roleOf(element)
    const control = controlOf(element, role, editable)
    // Options of a closed list have no box; they can be seen whenever the list can.
    const seen = (tag === 'option' || tag === 'optgroup' ? nearest(element, 'select') : null) ?? element
    const visible = isVisible(seen)
    const isNamed = visible && !editable && !FRAMES.has(tag)
    return {
      role,
      control,
      ...(isNamed ? named(element, role, control) : { name: null, rule: null }),
      field: fieldOf(element, secrets),
      box: boxOf(element),
      visible,
      frame: FRAMES.has(tag),
      checked: checkedOf(element),
      closed: editable || CLOSED.has(tag),
    }
  }
}

function checkedOf(element: Element): ElementLook['checked'] {
  if (!(element instanceof HTMLInputElement) || (element.type !== 'checkbox' && element.type !== 'radio')) return null
  return element.indeterminate ? 'mixed' : element.checked
}

/** The name that the page gave an element apart from the text in it; that text has nodes of its own. */
function givenName(element: Element, role: Role): string | null {
  const tag = localName(element)
  if (tag === 'optgroup') return attribute(element, 'label').trim()
  if (LABELLED.has(tag)) return nameText(element)
  if (UNNAMED.has(role)) return ''
  if (attribute(element, 'aria-labelledby') || attribute(element, 'aria-label')) return nameText(element)
  return has(element, 'title') && textOf(element) === '' ? attribute(element, 'title').trim() : ''
}

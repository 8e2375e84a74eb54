/** Labels, and what they turn on and off. */
import { contains, nearest } from './natives.ts'

/** Is it a checkbox or radio button? */
export function isToggle(element: Element): element is HTMLInputElement {
  return element instanceof HTMLInputElement && (element.type === 'checkbox' || element.type === 'radio')
}

/** Control of a label whose plain part was clicked: a link or button inside a label acts for itself. */
export function labelControl(raw: Element, element: Element): Element | null {
  const label = nearest(raw, 'label')
  if (!(label instanceof HTMLLabelElement) || (element !== label && contains(label, element) && element !== raw)) return null
  const { control } = label
  return control && control !== element && !('disabled' in control && control.disabled) ? control : null
}

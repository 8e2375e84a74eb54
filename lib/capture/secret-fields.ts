/**
 * Once secret, always secret: a password field that a page reveals, renames, swaps for a text field or clones is the same field to
 * the person. Remembered by element, by name and by place, in the page's memory only.
 */
import { activeElement, attribute, firstTagged, parentElement, previousElement } from './natives.ts'

/** Inputs looked at for password fields: forms are small, and a page with more has none the person needs told apart. */
const MAX_INPUTS = 300
/** Names remembered; a page that makes up more is answered with silence about all its fields. */
const MAX_NAMES = 200

export type SecretFields = {
  /** Looks for password fields now, before the page can turn them into something else. */
  look(): void
  isSecret(field: Element): boolean
}

export function openSecretFields(): SecretFields {
  const elements = new WeakSet<Element>()
  const names = new Set<string>()
  /** Place of a field: its parent, and how many elements come before it. */
  const places = new WeakMap<Element, Set<number>>()

  const remember = (field: Element) => {
    if (elements.has(field)) return
    elements.add(field)
    for (const name of namesOf(field)) names.add(name)
    const parent = parentElement(field)
    if (parent) places.set(parent, (places.get(parent) ?? new Set()).add(indexOf(field)))
  }

  return {
    look() {
      for (const field of firstTagged(document, 'input', MAX_INPUTS)) if (isHidden(field)) remember(field)
    },
    isSecret(field) {
      if (isHidden(field)) remember(field)
      if (elements.has(field) || names.size > MAX_NAMES || namesOf(field).some((name) => names.has(name))) return true
      const parent = parentElement(field)
      return parent !== null && places.get(parent)?.has(indexOf(field)) === true
    },
  }
}

function namesOf(field: Element): string[] {
  return ['id', 'name'].map((key) => attribute(field, key)).filter((name) => name !== '')
}

/** Shown as dots: a password field, or one that a style makes look like one. */
function isHidden(field: Element): boolean {
  if (field instanceof HTMLInputElement && field.type === 'password') return true
  if (field !== activeElement(document)) return false
  return !['', 'none'].includes(getComputedStyle(field).getPropertyValue('-webkit-text-security'))
}

function indexOf(element: Element): number {
  let index = 0
  for (let other = previousElement(element); other && index < MAX_INPUTS; other = previousElement(other)) index++
  return index
}

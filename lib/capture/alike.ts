/** How many elements say the same of themselves as one does, and which of them it is: where one of them is gone, nobody knows which. */
import { comparable, isShortNumber } from '../mask/mark.ts'
import type { Target } from '../trace/target.ts'
import type { Role } from '../trace/vocabulary.ts'
import { itemAround, partsOf } from './item.ts'
import { nameText } from './name.ts'
import { attribute, firstTagged, localName, rootOf, within } from './natives.ts'
import { isNameless, roleOf } from './role.ts'

/** Elements of its tag that are looked at; on larger pages it is not known. */
const MOST = 400

/** Which of the texts of an item tells it from others; null where none does. */
export type KeyPart = { part: number | null; digits: boolean }

/** What an element says of itself, but for the key of its item. */
export type Said = { attributes: string[]; role: string; name: string }

const ATTRIBUTES = ['type', 'href', 'id', 'name']

/** Numbers move on, but for what is called by one. */
const calledBy = (text: string) => comparable(text, isShortNumber(text))

/** @param text its name as it was read, '' where it has none */
export function saidBy(element: Element, role: Role, text: string): Said {
  return { attributes: ATTRIBUTES.map((name) => attribute(element, name)), role, name: calledBy(text) }
}

/** @param own what the element said when it was used. @returns null where there are too many to look at */
export function alikeIn(element: Element, own: Said, key: KeyPart | null): Target['alike'] {
  const root = rootOf(element)
  const tag = localName(element)
  const all = root instanceof Document ? firstTagged(root, tag, MOST + 1) : Array.from(within(root, tag))
  if (all.length > MOST) return null
  const text = key && keyIn(element, key)
  const alike = all.filter((other) => other === element || isAlike(other, own, key, text))
  return { index: alike.indexOf(element), count: alike.length }
}

/** The cheapest first: almost all others differ in it. */
function isAlike(other: Element, own: Said, key: KeyPart | null, text: string | null): boolean {
  return (
    ATTRIBUTES.every((name, index) => sameAttribute(name, attribute(other, name), own.attributes[index] ?? '')) &&
    roleOf(other) === own.role &&
    (isNameless(own.role) || calledBy(nameText(other) ?? '') === own.name) &&
    (key === null || keyIn(other, key) === text)
  )
}

/** Numbers in identifiers move on, as those in names; a link leads elsewhere. */
const sameAttribute = (name: string, other: string, own: string) =>
  other === own || (name !== 'href' && own !== '' && other !== '' && comparable(other, false) === comparable(own, false))

function keyIn(element: Element, { part, digits }: KeyPart): string {
  const item = itemAround(element)
  const parts = item ? partsOf(item) : []
  return comparable(part === null ? parts.join(' ') : (parts[part] ?? ''), digits)
}

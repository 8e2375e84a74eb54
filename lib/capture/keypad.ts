/**
 * PIN pads, on-screen keyboards and grids of words: which key was pressed is what was typed, and how often is how long it is. So the
 * whole pad is one target.
 */
import { othersAmong, writtenBy, type Key } from '../mask/keys.ts'
import { attribute, firstTagged, localName, parentElement } from './natives.ts'
import { nameText } from './name.ts'
import { roleOf } from './role.ts'

/** Levels up from a key to its pad: the key's row, and the row's pad, with a wrapper. */
const LEVELS = 4
/** A keyboard with all its keys has about a hundred; more elements of one tag is a page. */
const MAX_KEYS = 120
const BUTTON_INPUTS = new Set(['button', 'image', 'submit', 'reset'])
/** Pads that were seen: where words leave theirs as they are picked, too few for a pad are left, and are no less a secret. */
const seen = new WeakSet<Element>()

/** The pad an element is a key of, or null. Links are none, whose numbers are pages and whose letters are an index. */
export function keypadAround(element: Element): Element | null {
  const tag = localName(element)
  const isButtonInput = tag === 'input' && BUTTON_INPUTS.has(attribute(element, 'type').toLowerCase())
  if ((tag === 'a' && !isMute(attribute(element, 'href'))) || (tag === 'input' && !isButtonInput)) return null
  if (tag === 'select' || tag === 'textarea' || writtenBy(keyAt(element)) === null) return null
  let nearest: Element | null = null
  let pad: Element | null = null
  // The outermost that holds nothing else: the rows of a keyboard would say which row each key is in, and the page is no pad.
  for (let level = 0, scope = parentElement(element); scope && level < LEVELS; level++, scope = parentElement(scope)) {
    if (localName(scope) === 'body' || localName(scope) === 'html') break
    const others = seen.has(scope) ? 0 : othersIn(scope, tag)
    if (others === 0) pad = scope
    if (others !== null) nearest ??= scope
  }
  if (nearest) seen.add(nearest)
  return pad ?? nearest
}

/** What a key writes, for the echo guard; '' where it is named, as Shift is. */
export const keyOf = (element: Element): string => writtenBy(keyAt(element)) ?? ''

/** A link that leads nowhere is a button by another name. */
export const isMute = (href: string) => href === '' || href === '#' || href.startsWith('javascript:')

/** How many elements beside the keys a pad has; null where it is none. */
function othersIn(pad: Element, tag: string): number | null {
  const elements = firstTagged(pad, tag, MAX_KEYS + 1)
  return elements.length > MAX_KEYS ? null : othersAmong(elements.map(keyAt))
}

function keyAt(element: Element): Key {
  const image = firstTagged(element, 'img', 1)[0]
  const text = nameText(element) || (image ? attribute(image, 'alt') : '') || attribute(element, 'data-key')
  return { text: text.trim(), button: roleOf(element) === 'button' }
}

/**
 * PIN pads and on-screen keyboards: which key was pressed is what was typed, and how often is how long it is. So the whole pad is
 * one target.
 */
import { attribute, localName, parentElement, tagged } from './natives.ts'
import { textOf } from './name.ts'

/** Levels up from a key to its pad: the key's row, and the row's pad, with a wrapper. */
const LEVELS = 4
/** A keyboard with all its keys has about a hundred; more elements of one tag is a page. */
const MAX_KEYS = 120
/** A pad has ten digits, shuffled or not; three of them tell it from a counter between plus and minus. */
const MIN_DIGITS = 3
/** A keyboard has letters; a toolbar has some, too: B, I, U, S. */
const MIN_LETTERS = 8

/** The pad an element is a key of, or null. Links are none: they number pages and letter an index. */
export function keypadAround(element: Element): Element | null {
  const tag = localName(element)
  if (tag === 'a' || tag === 'input' || tag === 'select' || tag === 'textarea' || tag === 'html' || tag === 'body') return null
  // What sends the number off is no key of the pad, though it often stands beside the digits.
  if (attribute(element, 'type') === 'submit' && keyText(element).length > 1) return null
  let pad: Element | null = null
  // The outermost: the rows of a keyboard would say which row each key is in.
  for (let level = 0, scope = parentElement(element); scope && level < LEVELS; level++, scope = parentElement(scope)) {
    if (isKeypad(scope, tag)) pad = scope
  }
  return pad
}

/** What a key writes, for the echo guard; '' where it is named, as Shift is. */
export function keyOf(element: Element): string {
  const text = keyText(element)
  return /^[\p{L}\p{N}]$/u.test(text) ? text : ''
}

function isKeypad(pad: Element, tag: string): boolean {
  const keys = tagged(pad, tag)
  let digits = 0
  let letters = 0
  let others = 0
  for (let i = 0; i < MAX_KEYS; i++) {
    const key = keys[i]
    if (!key) break
    const text = keyText(key)
    if (/^\p{Nd}$/u.test(text)) digits++
    else if (/^\p{L}$/u.test(text)) letters++
    else if (text !== '') others++
  }
  // A month has more days of two digits than of one, and lines of prose have few single letters.
  return (digits >= MIN_DIGITS || letters >= MIN_LETTERS) && digits + letters > others && keys[MAX_KEYS] === undefined
}

function keyText(key: Element): string {
  return (textOf(key) || attribute(key, 'aria-label') || attribute(key, 'data-key')).trim()
}

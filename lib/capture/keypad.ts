/**
 * PIN pads and on-screen keyboards: which key was pressed is what was typed, and how often is how long it is. So the whole pad is
 * one target.
 */
import { attribute, localName, parentElement, tagged } from './natives.ts'
import { nameText } from './name.ts'

/** Levels up from a key to its pad: the key's row, and the row's pad, with a wrapper. */
const LEVELS = 4
/** A keyboard with all its keys has about a hundred; more elements of one tag is a page. */
const MAX_KEYS = 120
/** A pad has ten digits, in whatever order; pages, stars and the days of a week are fewer. */
const MIN_DIGITS = 9
/** A keyboard has letters; a toolbar has some, too: B, I, U, S. */
const MIN_LETTERS = 8
const BUTTON_INPUTS = new Set(['button', 'image', 'submit', 'reset'])
/** A digit, or one with the letters that telephones have beside it. */
const DIGIT = /^(?:digit |key |number )?(\p{Nd})(?:\s*\p{L}{2,4})?$/iu
const LETTER = /^\p{L}$/u
/** Keys that write nothing themselves, or a blank: they are part of a keyboard, and other buttons near one are not. */
// prettier-ignore
const NAMED = new Set([
  '', '⌫', '⏎', '⇧', '⇪', '↵', '←', '✓', '✔', '*', '#', '+', '.', ',', '-', 'c', 'ce', 'ok', 'ac', 'del', 'abc', '123', '?123', '#+=', 'space', 'shift', 'enter',
  'caps', 'caps lock', 'tab', 'clear', 'delete', 'backspace', 'back', 'return',
])

/** The pad an element is a key of, or null. Links are none, whose numbers are pages and whose letters are an index. */
export function keypadAround(element: Element): Element | null {
  const tag = localName(element)
  const isButtonInput = tag === 'input' && BUTTON_INPUTS.has(attribute(element, 'type').toLowerCase())
  if ((tag === 'a' && !isMute(attribute(element, 'href'))) || (tag === 'input' && !isButtonInput)) return null
  if (tag === 'select' || tag === 'textarea' || tag === 'html' || tag === 'body' || !isKey(keyText(element))) return null
  let mixed: Element | null = null
  let pad: Element | null = null
  // The outermost that holds nothing else: the rows of a keyboard would say which row each key is in, and the page is no pad.
  for (let level = 0, scope = parentElement(element); scope && level < LEVELS; level++, scope = parentElement(scope)) {
    if (localName(scope) === 'body' || localName(scope) === 'html') break
    const others = othersIn(scope, tag)
    if (others === 0) pad = scope
    else if (others !== null) mixed ??= scope
  }
  return pad ?? mixed
}

/** What a key writes, for the echo guard; '' where it is named, as Shift is. */
export function keyOf(element: Element): string {
  const text = keyText(element)
  return DIGIT.exec(text)?.[1] ?? (LETTER.test(text) ? text : '')
}

/** A link that leads nowhere is a button by another name. */
const isMute = (href: string) => href === '' || href === '#' || href.startsWith('javascript:')

const isKey = (text: string) => DIGIT.test(text) || LETTER.test(text) || NAMED.has(text.toLowerCase())

/** How many elements beside the keys a pad has; null where it is none. */
function othersIn(pad: Element, tag: string): number | null {
  const keys = tagged(pad, tag)
  const digits = new Set<string>()
  const letters = new Set<string>()
  let others = 0
  for (let i = 0; i < MAX_KEYS; i++) {
    const key = keys[i]
    if (!key) break
    const text = keyText(key)
    const [, digit] = DIGIT.exec(text) ?? []
    if (digit) digits.add(digit)
    else if (LETTER.test(text)) letters.add(text.toLowerCase())
    else if (!NAMED.has(text.toLowerCase())) others++
  }
  // A month has more days of two digits than of one, and lines of prose have few single letters.
  const isPad = (digits.size >= MIN_DIGITS || letters.size >= MIN_LETTERS) && digits.size + letters.size > others
  return isPad && keys[MAX_KEYS] === undefined ? others : null
}

function keyText(key: Element): string {
  const image = tagged(key, 'img')[0]
  return (nameText(key) || (image ? attribute(image, 'alt') : '') || attribute(key, 'data-key')).trim()
}

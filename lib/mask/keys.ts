/**
 * Buttons that stand for what is typed: the digits of a PIN, the letters of a keyboard, the words of a phrase. Told by what they are
 * called, and by how many such are together.
 */
import { INTERFACE_WORDS } from './lexicon.ts'

/** A pad has ten digits, in whatever order; pages, stars and the days of a week are fewer. */
const MIN_DIGITS = 9
/** A keyboard has letters; a toolbar has some, too: B, I, U, S. */
const MIN_LETTERS = 8
/** A phrase has twelve words or more, and one in twenty of them is a word of interfaces too; a toolbar in lower case has few others. */
const MIN_WORDS = 8
/** A digit, or one with the letters that telephones have beside it. */
const DIGIT = /^(?:digit |key |number )?(\p{Nd})(?:\s*\p{L}{2,4})?$/iu
const LETTER = /^\p{L}$/u
/** A single word as a list of words has it. Commands, filters and names have a capital, or more than one word. */
const WORD = /^\p{Ll}[\p{Ll}\p{M}]+$/u
/** Keys that write nothing themselves, or a blank: they are part of a keyboard, and other buttons near one are not. */
// prettier-ignore
const NAMED = new Set([
  '', '⌫', '⏎', '⇧', '⇪', '↵', '←', '✓', '✔', '*', '#', '+', '.', ',', '-', 'c', 'ce', 'ok', 'ac', 'del', 'abc', '123', '?123', '#+=', 'space', 'shift', 'enter',
  'caps', 'caps lock', 'tab', 'clear', 'delete', 'backspace', 'back', 'return',
])

/** `button`: a word that is a link, a tab or an entry of a menu leads somewhere, and is no key. */
export type Key = { text: string; button: boolean }

/** What a key writes: '' where it is named, as Shift is; null for what is no key. */
export function writtenBy({ text, button }: Key): string | null {
  const [, digit] = DIGIT.exec(text) ?? []
  if (digit) return digit
  if (LETTER.test(text)) return text
  if (NAMED.has(text.toLowerCase())) return ''
  return button && WORD.test(text) ? text : null
}

/** How many elements beside the keys are among these; null where they are no pad. */
export function othersAmong(keys: readonly Key[]): number | null {
  const digits = new Set<string>()
  const letters = new Set<string>()
  const words = new Set<string>()
  let others = 0
  for (const key of keys) {
    const written = writtenBy(key)
    if (written === null) others++
    else if (LETTER.test(written)) letters.add(written.toLowerCase())
    else if (DIGIT.test(written)) digits.add(written)
    else if (written !== '' && !INTERFACE_WORDS.has(written)) words.add(written)
  }
  const isPad = digits.size >= MIN_DIGITS || letters.size >= MIN_LETTERS || words.size >= MIN_WORDS
  // A month has more days of two digits than of one, and lines of prose have few single letters.
  return isPad && digits.size + letters.size + words.size > others ? others : null
}

import { wordsOf } from '../../lib/mask/words.ts'

/** Characters and words of a text that the recorder may keep. */
const LONGEST_LABEL = 40
const MOST_WORDS = 6

/** Whether a text is short enough to be kept and has no digit. */
function isShort(text: string): boolean {
  const words = wordsOf(text)
  return text.length <= LONGEST_LABEL && words.length > 0 && words.length <= MOST_WORDS && !/\d/.test(text)
}

/** A label as a person reads it on a control: short, no placeholder, no code. */
export function isLabel(text: string): boolean {
  if (!isShort(text) || /[{}<>%$@#_=\\|[\]~^*`;]|:\S|\S\/\S|\w\.\w|^\s|\p{Ll}\p{Lu}/u.test(text)) return false
  // A lone lower-case word in a script is as likely a key or the name of a style as a label.
  return !/^[\p{Ll}-]+$/u.test(text)
}

/** Whether a text would be kept for its words: it is short, and the lexicon has every word of it. */
export function passes(text: string, lexicon: ReadonlySet<string>): boolean {
  return isShort(text) && wordsOf(text).every((word) => lexicon.has(word))
}

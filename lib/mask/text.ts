/** May a text of the page be kept? Facts in, permitted text or the rule that masks it out; what is not foreseen is masked. */
import { LIMITS, WORDING_SHAPE, type MaskRule, type TextRule } from '../trace/vocabulary.ts'
import { detect } from './detect.ts'
import type { Masked } from './masked.ts'
import { wordsOf } from './words.ts'

/** What decides over texts of one page. */
export type Wording = {
  rule: TextRule
  /** Is this, in lower case, a word of interfaces in the page's language? */
  isWord: (word: string) => boolean
  /** Wording of this site that the administrator has looked at, as `phraseOf` writes it. */
  phrases: readonly string[]
  /** Does a text repeat what was typed, or what the address says? */
  isEcho: (text: string) => boolean
}

export type TextFacts = {
  text: string
  /** It stands where content stands: in a row, list item, feed, log or live region. */
  userContent: boolean
  /** It is, or is in, something the person can edit. */
  editable: boolean
}

export type Verdict = { kept: Masked; rule: null } | { kept: null; rule: MaskRule }

/** Characters looked at: what a detector could find across the cut is behind it and not kept either. */
const MAX_READ = 400
/** Numbers in an interface are small counters: "3 of 12". */
const MAX_COUNTERS = 2
const COUNTER = /^[0-9]{1,2}$/
const DOTTED = /[\p{L}\p{N}]\.\p{L}/u
/** Pictures, icon fonts, control and direction characters, brackets of placeholders: none of them is wording. */
const NOT_WORDING = /[^\p{L}\p{M}\p{N} .,:;!?¿¡'’"“”„«»()&+%/#·–—…×-]+|[\u{10000}-\u{10ffff}]+/gu
const NO_BEGINNING = /^[^\p{L}\p{N}¿¡("'“„«#]+/u

export function judgeText(facts: TextFacts, wording: Wording): Verdict {
  try {
    return judge(facts, wording)
  } catch {
    return { kept: null, rule: 'error' }
  }
}

const beginning = (text: string) => (text.length > MAX_READ ? text.slice(0, MAX_READ) : text)

/** A text as a public site keeps it where nothing speaks against that, for comparing with what was kept. */
export const publicText = (text: string): string => cut(plainText(beginning(text)))

function judge({ text, userContent, editable }: TextFacts, wording: Wording): Verdict {
  if (editable) return masked('editable')
  const read = beginning(text)
  const plain = plainText(read)
  // As it is written, too: a zero-width space must not part a number from itself.
  const forms = plain === read ? [plain] : [plain, read]
  if (forms.some(wording.isEcho)) return masked('echo')
  if (forms.some((form) => detect(form) !== null)) return masked('detector')
  if (wording.rule === 'public') return keep(cut(plain))
  if (userContent) return masked('user-content')
  if (text.length > MAX_READ || plain.length > LIMITS.interfaceName) return masked('too-long')
  return judgeInterface(plain, wording)
}

function judgeInterface(plain: string, { isWord, phrases }: Wording): Verdict {
  const numbers = plain.match(/\p{N}+/gu) ?? []
  if (numbers.length > MAX_COUNTERS || !numbers.every((number) => COUNTER.test(number))) return masked('digits')
  // A name of a file or host, though "report" and "pdf" are words of interfaces.
  if (DOTTED.test(plain)) return masked('unknown-word')
  const words = wordsOf(plain)
  if (words.length > LIMITS.interfaceWords) return masked('too-long')
  if (holdsName(plain)) return masked('unknown-word')
  let rest = ` ${words.join(' ')} `
  for (const phrase of phrases) rest = rest.replaceAll(` ${phrase} `, ' ')
  const known = (word: string) => isWord(word) || (word.includes('-') && word.split('-').every(isWord))
  const unknown = rest.split(' ').some((word) => word !== '' && !known(word))
  return words.length === 0 || unknown ? masked('unknown-word') : keep(plain)
}

/** Given and family names that interfaces have as words. In the middle of a label, with a capital, they are names: "Message Mark". */
// prettier-ignore
const NAMES = new Set([
  'april', 'art', 'august', 'bill', 'chase', 'cliff', 'dale', 'dawn', 'dean', 'drew', 'faith', 'frank', 'gene', 'glen', 'grace', 'grant', 'guy', 'hope',
  'jack', 'jean', 'joy', 'june', 'mark', 'max', 'may', 'mike', 'nick', 'pat', 'ray', 'rich', 'rob', 'rose', 'sandy', 'sue', 'victor', 'wade', 'will',
])
const CAPITAL = /(?<=[\p{L}\p{N}.,:;&)·–—-] ?)\p{Lu}\p{Ll}+/gu

const holdsName = (plain: string) => [...plain.matchAll(CAPITAL)].some(([word]) => NAMES.has(word.toLowerCase()))

/** A phrase as it is compared: its words in lower case, with one space between. */
export const phraseOf = (text: string): string => wordsOf(text).join(' ')

/** Has a text the shape of wording? The last check of what is kept, and the first of what arrives. */
export function isWording(text: string): text is Masked {
  return WORDING_SHAPE.test(text) && !text.replace(NOT_WORDING, '\0').includes('\0')
}

const masked = (rule: MaskRule): Verdict => ({ kept: null, rule })

function keep(text: string): Verdict {
  return isWording(text) ? { kept: text, rule: null } : masked('unknown-word')
}

function plainText(text: string): string {
  return text.toWellFormed().normalize('NFC').replace(NOT_WORDING, ' ').replace(/ +/g, ' ').replace(NO_BEGINNING, '').trimEnd()
}

/** The beginning of a long text, up to a whole word. */
function cut(text: string): string {
  if (text.length <= LIMITS.publicName) return text
  const end = text.lastIndexOf(' ', LIMITS.publicName)
  return text.slice(0, end > 0 ? end : 0).trimEnd()
}

import { INTERFACE_WORDS } from './lexicon.ts'

/** Longer identifiers are generated or carry data. */
const MAX_LENGTH = 40
const MAX_WORDS = 6
const SHAPE = /^[A-Za-z]+(?:[-_][A-Za-z]+)*$/
const WORD = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g

/**
 * May an id, name, test id or role be kept? Only if every word in it is a word of interfaces: identifiers carry account
 * names, e-mail addresses and slugs, which no lexicon knows, so what is unknown is masked.
 */
export function isInterfaceIdentifier(value: string): boolean {
  if (value.length > MAX_LENGTH || !SHAPE.test(value)) return false
  const words = value.match(WORD) ?? []
  if (words.length === 0 || words.length > MAX_WORDS || words.join('').length !== value.replace(/[-_]/g, '').length) return false
  return words.every((word) => INTERFACE_WORDS.has(word.toLowerCase()))
}

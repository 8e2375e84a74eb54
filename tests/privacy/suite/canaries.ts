/** Makes the secrets that pages hold, each once, and remembers where each was planted. */
import { randomInt } from 'node:crypto'
import type { Kind } from './kinds.ts'

export type Canary = {
  value: string
  kind: Kind
  page: string
  preset: string
  /** `letters` are found in pieces of six, `digits` whatever separates them, a `token` by any of its long parts. */
  form: 'letters' | 'digits' | 'token'
}

/**
 * Letters of canaries. Consonants that are rare and vowels in turn: a word that no lexicon has and no detector takes for a key, so that
 * nothing but the rules for wording can hold it back.
 */
const CONSONANTS = 'zqxvkjwf'
const VOWELS = 'aeiou'
/** 12 letters of 40 possible pairs: enough that no two are alike, and that a piece of six is not met by chance. */
const PAIRS = 6
/** Consonants at its head: no word begins so, and a person who reads a failure sees what it is. */
const HEAD = 'zq'

export type Plant = {
  (kind: Kind): string
  /** Registers a number that the page shows, by its digits. */
  digits: (kind: Kind, value: string) => string
  /** Registers a key or token as it is; a letter canary in it may be registered by `plant` as well. */
  token: (kind: Kind, value: string) => string
}

export type Garden = { planted: Canary[]; plantFor: (page: string, preset: string) => Plant }

const letter = (letters: string) => letters.charAt(randomInt(letters.length))

export function openGarden(): Garden {
  const planted: Canary[] = []
  const known = new Set<string>()

  const fresh = (): string => {
    const value = HEAD + letter(VOWELS) + Array.from({ length: PAIRS }, () => letter(CONSONANTS) + letter(VOWELS)).join('')
    if (known.has(value)) return fresh()
    known.add(value)
    return value
  }

  return {
    planted,
    plantFor(page, preset) {
      const add = (kind: Kind, value: string, form: Canary['form']) => {
        planted.push({ value, kind, page, preset, form })
        return value
      }
      return Object.assign((kind: Kind) => add(kind, fresh(), 'letters'), {
        digits: (kind: Kind, value: string) => add(kind, value, 'digits'),
        token: (kind: Kind, value: string) => add(kind, value, 'token'),
      })
    },
  }
}

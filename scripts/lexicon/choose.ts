import { gzipSync } from 'node:zlib'
import type { Evidence } from './count.ts'
import { ONE_LETTER_WORDS, type Language } from './languages.ts'
import { isName, type Names } from './names.ts'
import { isSensitive } from './sensitive.ts'

/** Bytes of a lexicon, gzip -9: 12 KiB, what a page can afford, less what another processor's zlib may make of the same text. */
const BUDGET = 12 * 1024 - 64

/** Makers that must use a word. One alone may have written anything into its translations: see `isShared`. */
const LEAST_MAKERS = 2

/** Strings of its only maker that must have a word, one of them in lower case: a name, a slip or a sample stands alone. */
const LEAST_STRINGS = 2

/** A lexicon, its words in order of code points. */
export type Lexicon = {
  words: readonly string[]
  /** The fewest makers that any of its words has. */
  threshold: number
}

/** Chooses the words most makers agree on, as many as the budget holds. Ties go to the word in more strings, then to code points. */
export function chooseWords(language: Language, counts: ReadonlyMap<string, Evidence>, names: Names): Lexicon {
  const ranked = [...counts]
    .filter(([word, evidence]) => isShared(evidence) && isInterfaceWord(language, word, evidence, names))
    .toSorted(([a, x], [b, y]) => y.families - x.families || y.strings - x.strings || (a < b ? -1 : 1))
  let fits = 0
  let tooMany = ranked.length + 1
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2)
    if (compressedSize(sorted(ranked.slice(0, middle))) <= BUDGET) fits = middle
    else tooMany = middle
  }
  return { words: sorted(ranked.slice(0, fits)), threshold: ranked[fits - 1]?.[1].families ?? 0 }
}

/** The file of a lexicon. */
export function fileOf(words: readonly string[]): string {
  return words.map((word) => `${word}\n`).join('')
}

/** Bytes of the file after gzip -9. */
export function compressedSize(words: readonly string[]): number {
  return gzipSync(fileOf(words), { level: 9 }).length
}

function isShared({ families, lowerCase, strings }: Evidence): boolean {
  return families >= LEAST_MAKERS || (lowerCase > 0 && strings >= LEAST_STRINGS)
}

function isInterfaceWord(language: Language, word: string, evidence: Evidence, names: Names): boolean {
  if ([...word].length === 1) return ONE_LETTER_WORDS[language].includes(word)
  return isLatin(word) && !isSensitive(language, word) && !isName(language, word, evidence, names)
}

/** All nine languages are written in Latin letters; anything else in a translation is a sample of another language. */
function isLatin(word: string): boolean {
  return /^[\p{Script=Latin}'-]+$/u.test(word)
}

function sorted(ranked: readonly (readonly [string, Evidence])[]): string[] {
  // UTF-16 and code points sort alike below the surrogates, where all Latin letters are.
  return ranked.map(([word]) => word).sort()
}

import { wordsOf } from '../../lib/mask/words.ts'
import { wordingOf } from './clean.ts'

/** How often a word was seen. */
export type Evidence = {
  /** Independent makers that use it. */
  families: number
  /** Those that write it in lower case at least once: nobody writes a name so. */
  lowerCase: number
  /** Strings with it, over all makers. */
  strings: number
}

/** Counts the words of one language over families. A word that a maker repeats counts once for that maker. */
export function countWords(families: ReadonlyMap<string, readonly string[]>): Map<string, Evidence> {
  const counts = new Map<string, Evidence>()
  for (const strings of families.values()) {
    const lower = new Set<string>()
    const seen = new Map<string, number>()
    for (const text of new Set(strings)) {
      const wording = wordingOf(text)
      for (const word of new Set(wordsOf(wording))) seen.set(word, (seen.get(word) ?? 0) + 1)
      for (const word of wordsOf(wording.replaceAll(/\p{Lu}[\p{L}\p{M}]*/gu, ' '))) lower.add(word)
    }
    for (const [word, strings] of seen) {
      const evidence = counts.get(word) ?? { families: 0, lowerCase: 0, strings: 0 }
      counts.set(word, {
        families: evidence.families + 1,
        lowerCase: evidence.lowerCase + (lower.has(word) ? 1 : 0),
        strings: evidence.strings + strings,
      })
    }
  }
  return counts
}

import { wordsOf } from '../../lib/mask/words.ts'
import { filesOf } from './archive.ts'
import { byLanguage, stringsIn } from './corpus.ts'
import type { Evidence } from './count.ts'
import { archiveOf } from './download.ts'
import { LANGUAGES, type Language } from './languages.ts'
import type { Source } from './sources.ts'

/** What is subtracted from the lexicon of a language, single words in lower case. */
export type Names = {
  /** Countries, nationalities and languages of one word. */
  peoples: Set<string>
  /** Given names, which alone identify a colleague. */
  given: Set<string>
  /** Every word of a family name, a place, a company. Among three hundred thousand, most ordinary words are found too. */
  others: Set<string>
}

/** Evidence that a listed name is an ordinary word all the same: any one of these. */
type Bar = {
  /** Makers that write it in lower case. Nobody writes a name so. */
  lowerCase: number
  /** Makers that use it, if one of them writes it in lower case, or in German, where nouns are capitals. */
  makers: number
  /** Makers that use it, however they write it: a button's "Yes" or "Undo" has no other form. */
  makersAlone: number
}

/** Which evidence rescues which name. Measured: lower bars win 1.5 % of labels and let a third more names and titles through. */
export const BARS: Readonly<Record<keyof Names, Bar>> = {
  // Some languages write français or español in lower case, so lower case says little.
  peoples: { lowerCase: 12, makers: Infinity, makersAlone: Infinity },
  given: { lowerCase: 4, makers: 8, makersAlone: 16 },
  others: { lowerCase: 3, makers: 6, makersAlone: 10 },
}

/** Reads the lists of names. What a list gives under English holds for every language. */
export function readNames(sources: readonly Source[], cache: string): Record<Language, Names> {
  const found = byLanguage((): Names => ({ peoples: new Set(), given: new Set(), others: new Set() }))
  for (const source of sources) {
    const files = filesOf(archiveOf(source, cache))
    for (const spec of source.files) {
      for (const language of LANGUAGES) {
        if (spec.language !== undefined && spec.language !== language) continue
        for (const text of stringsIn(files, spec, language)) {
          const words = wordsOf(text)
          const list = source.kind === 'given' ? 'given' : source.kind === 'peoples' && words.length === 1 ? 'peoples' : 'others'
          for (const names of language === 'en' ? Object.values(found) : [found[language]]) {
            for (const word of words) names[list].add(word)
          }
        }
      }
    }
  }
  return found
}

/** Whether a word must go because it is a name and interfaces do not show that it is also an ordinary word. */
export function isName(language: Language, word: string, evidence: Evidence, names: Names): boolean {
  if (calendarOf(language).has(word)) return false
  return (['peoples', 'given', 'others'] as const).some((list) => names[list].has(word) && !isOrdinary(language, evidence, BARS[list]))
}

function isOrdinary(language: Language, { families, lowerCase }: Evidence, bar: Bar): boolean {
  const mayBeNoun = lowerCase > 0 || language === 'de'
  return lowerCase >= bar.lowerCase || (mayBeNoun && families >= bar.makers) || families >= bar.makersAlone
}

const calendars = new Map<Language, ReadonlySet<string>>()

/** Names of months and weekdays, long and short: April and June are given names, and on every date picker. */
function calendarOf(language: Language): ReadonlySet<string> {
  const known = calendars.get(language)
  if (known) return known
  const made = new Set<string>()
  for (const style of ['long', 'short'] as const) {
    const month = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' })
    const weekday = new Intl.DateTimeFormat(language, { weekday: style, timeZone: 'UTC' })
    for (let index = 0; index < 12; index += 1) {
      for (const word of wordsOf(month.format(Date.UTC(2024, index, 1)))) made.add(word)
      for (const word of wordsOf(weekday.format(Date.UTC(2024, 0, index + 1)))) made.add(word)
    }
  }
  calendars.set(language, made)
  return made
}

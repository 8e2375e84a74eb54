import type { Corpus } from './corpus.ts'
import { passes } from './label.ts'
import { LANGUAGES, type Language } from './languages.ts'

/** What kinds of content are measured, as the page calls them. */
export const CONTENT_KINDS = [
  'full names',
  'given names alone',
  'family names alone',
  'cities',
  'companies',
  'products',
  'medical terms',
  'titles of books and songs',
  'sentences',
  'commit subjects',
  'file names',
] as const

type ContentKind = (typeof CONTENT_KINDS)[number]

type ListedKind = Exclude<ContentKind, 'full names'>

/** How many texts of a kind pass a lexicon. */
export type Leak = { passed: number; of: number }

/** How many texts pass, by kind, by language; `all` is every list of a kind, asked of nine lexicons at once. */
export type Leaks = Readonly<Record<ContentKind, Readonly<Partial<Record<Language | 'all', Leak>>>>>

/** The family of the source list that holds a kind; those that are the same in every language are listed under English. */
const LISTS: Readonly<Record<ListedKind, { family: string; everywhere: boolean }>> = {
  'given names alone': { family: 'given-names', everywhere: false },
  'family names alone': { family: 'family-names', everywhere: false },
  cities: { family: 'cities', everywhere: true },
  companies: { family: 'companies', everywhere: true },
  products: { family: 'products', everywhere: true },
  'medical terms': { family: 'diagnoses', everywhere: true },
  'titles of books and songs': { family: 'titles', everywhere: false },
  sentences: { family: 'sentences', everywhere: false },
  'commit subjects': { family: 'commits', everywhere: false },
  'file names': { family: 'files', everywhere: false },
}

/** Counts what content the lexicons let through. A kind has no number in a language that has no list of it. */
export function leaksOf(content: Corpus, lexicons: Readonly<Record<Language, ReadonlySet<string>>>): Leaks {
  const everyLexicon = new Set(LANGUAGES.flatMap((language) => [...lexicons[language]]))
  const leaks = (kind: ListedKind): Partial<Record<Language | 'all', Leak>> => {
    const { family, everywhere } = LISTS[kind]
    const own = (language: Language) => content[everywhere ? 'en' : language].get(family)
    const listed = LANGUAGES.filter((language) => own(language) !== undefined)
    return {
      ...Object.fromEntries(listed.map((language) => [language, leakOf(own(language) ?? [], lexicons[language])])),
      all: leakOf(
        listed.flatMap((language) => own(language) ?? []),
        everyLexicon,
      ),
    }
  }
  const given = leaks('given names alone')
  const family = leaks('family names alone')
  return {
    'full names': Object.fromEntries([...LANGUAGES, 'all' as const].map((column) => [column, pairs(given[column], family[column])])),
    'given names alone': given,
    'family names alone': family,
    cities: leaks('cities'),
    companies: leaks('companies'),
    products: leaks('products'),
    'medical terms': leaks('medical terms'),
    'titles of books and songs': leaks('titles of books and songs'),
    sentences: leaks('sentences'),
    'commit subjects': leaks('commit subjects'),
    'file names': leaks('file names'),
  }
}

function leakOf(texts: readonly string[], lexicon: ReadonlySet<string>): Leak {
  // Two letters at least, and none of the signs that some lists use for themselves.
  const own = [...new Set(texts)].filter((text) => /\p{L}\p{M}*\p{L}/u.test(text) && !/^[#:!]/.test(text))
  return { passed: own.filter((text) => passes(text, lexicon)).length, of: own.length }
}

/** Every given name with every family name: a pair passes exactly if both parts do. */
function pairs(given: Leak | undefined, family: Leak | undefined): Leak {
  return { passed: (given?.passed ?? 0) * (family?.passed ?? 0), of: (given?.of ?? 0) * (family?.of ?? 0) }
}

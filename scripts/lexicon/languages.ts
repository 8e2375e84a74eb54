/** The languages a lexicon is made for. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'sv'] as const

export type Language = (typeof LANGUAGES)[number]

/** How file names spell a language, as a regular expression without case. Regional forms count where they are the same written language. */
export const SPELLINGS: Readonly<Record<Language, string>> = {
  en: 'en(?:[-_]?(?:us|gb))?|english',
  de: 'de(?:[-_]?de)?|german',
  fr: 'fr(?:[-_]?fr)?|french',
  es: 'es(?:[-_]?(?:es|419))?|spanish',
  it: 'it(?:[-_]?it)?|italian',
  pt: 'pt(?:[-_]?(?:pt|br))?|portuguese',
  nl: 'nl(?:[-_]?nl)?|dutch',
  pl: 'pl(?:[-_]?pl)?|polish',
  sv: 'sv(?:[-_]?se)?|swedish',
}

/**
 * The words of one letter a language has, with what an apostrophe leaves of one (French l', Italian l'). Any other single letter in a
 * translation is a key, a format or an initial.
 */
export const ONE_LETTER_WORDS: Readonly<Record<Language, readonly string[]>> = {
  en: ['a', 'i'],
  de: [],
  fr: ['a', 'c', 'd', 'j', 'l', 'm', 'n', 's', 't', 'y', 'à'],
  es: ['a', 'e', 'o', 'u', 'y'],
  it: ['a', 'd', 'e', 'i', 'l', 'o', 'è'],
  pt: ['a', 'e', 'o', 'à', 'é'],
  nl: ['u'],
  pl: ['a', 'i', 'o', 'u', 'w', 'z'],
  sv: ['i', 'å'],
}

/** The lexicons of interface words that come with the extension, one file a language. */
import { browser } from 'wxt/browser'
import { report } from '../log.ts'
import { wordList } from '../mask/word-list.ts'
import { LANGUAGES, type Language } from '../trace/vocabulary.ts'

const loaded = new Map<Language, Promise<string>>()

function load(language: Language): Promise<string> {
  const known = loaded.get(language)
  if (known) return known
  const loading = fetch(`/lexicon/${language}.txt`)
    .then((response) => response.text())
    .catch((error: unknown) => {
      // Asked for again the next time; until then no word is known, and everything is masked.
      loaded.delete(language)
      report(error)
      return ''
    })
  loaded.set(language, loading)
  return loading
}

/**
 * Words that count as interface on a page: those of its language, of the browser's where it says none, and English ones, which
 * interfaces of every language have.
 * @returns words in lower case, one a line
 */
export async function lexiconOf(language: Language | null): Promise<string> {
  const [primary] = browser.i18n.getUILanguage().toLowerCase().split(/[-_]/, 1)
  const own = language ?? LANGUAGES.find((known) => known === primary) ?? 'en'
  const lists = await Promise.all((own === 'en' ? ['en' as const] : [own, 'en' as const]).map(load))
  return lists.join('')
}

const sets = new Map<Language | null, (word: string) => boolean>()

/** The same as a question, made once for each language. */
export async function isWordOf(language: Language | null): Promise<(word: string) => boolean> {
  const known = sets.get(language)
  if (known) return known
  const lines = await lexiconOf(language)
  const isWord = wordList(lines)
  if (lines !== '') sets.set(language, isWord)
  return isWord
}

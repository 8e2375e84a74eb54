import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { chooseWords, compressedSize, fileOf } from './lexicon/choose.ts'
import { byLanguage, readCorpus } from './lexicon/corpus.ts'
import { countWords } from './lexicon/count.ts'
import { fetchAll } from './lexicon/download.ts'
import { LANGUAGES } from './lexicon/languages.ts'
import { leaksOf } from './lexicon/leaks.ts'
import { readNames } from './lexicon/names.ts'
import { lexiconPage } from './lexicon/page.ts'
import { recallOf } from './lexicon/recall.ts'
import { SOURCES, type Source } from './lexicon/sources.ts'
import { refuseArguments } from './no-arguments.ts'

/**
 * Makes the lexicons and the page about them from the pinned packages: text by path in the repository. The same text each time.
 * @param cache folder of the downloaded packages; what it lacks is downloaded
 */
export async function generateLexicon(cache: string): Promise<Record<string, string>> {
  await fetchAll(SOURCES, cache)
  const read = (...kinds: Source['kind'][]) => SOURCES.filter(({ kind }) => kinds.includes(kind))
  const feed = readCorpus(read('library', 'application'), cache)
  const judges = readCorpus(read('judge'), cache)
  const content = readCorpus(read('content'), cache)
  const names = readNames(read('given', 'names', 'places', 'peoples', 'companies'), cache)

  const lexicons = byLanguage((language) => chooseWords(language, countWords(feed[language]), names[language]))
  const sets = byLanguage((language) => new Set(lexicons[language].words))
  const facts = byLanguage((language) => ({
    words: lexicons[language].words.length,
    bytes: compressedSize(lexicons[language].words),
    makers: feed[language].size,
    threshold: lexicons[language].threshold,
    recall: recallOf(judges[language], sets[language]),
  }))
  const packages = new Set(read('library', 'application').map(({ name }) => name)).size
  return {
    ...Object.fromEntries(LANGUAGES.map((language) => [`public/lexicon/${language}.txt`, fileOf(lexicons[language].words)])),
    'docs/lexicon.md': lexiconPage(facts, leaksOf(content, sets), packages),
  }
}

if (import.meta.main) {
  refuseArguments('lexicon')
  const root = join(import.meta.dirname, '..')
  for (const [path, text] of Object.entries(await generateLexicon(join(root, '.cache', 'lexicon')))) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
    console.log(`wrote ${path}`)
  }
}

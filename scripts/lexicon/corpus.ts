import { gunzipSync } from 'node:zlib'
import { filesOf } from './archive.ts'
import { archiveOf } from './download.ts'
import { LANGUAGES, SPELLINGS, type Language } from './languages.ts'
import type { FileSpec, Source } from './sources.ts'
import { stringsOf } from './strings.ts'

/** The strings of many packages: by language, then by family. */
export type Corpus = Readonly<Record<Language, ReadonlyMap<string, readonly string[]>>>

/** Reads the translations of packages. Throws if a pinned pattern finds no file: a source that says nothing is a mistake in the list. */
export function readCorpus(sources: readonly Source[], cache: string): Corpus {
  const corpus = byLanguage(() => new Map<string, string[]>())
  for (const source of sources) {
    const files = filesOf(archiveOf(source, cache))
    for (const spec of source.files) {
      let found = 0
      for (const language of LANGUAGES) {
        if (spec.language !== undefined && spec.language !== language) continue
        const strings = stringsIn(files, spec, language)
        found += strings.length
        if (strings.length === 0) continue
        const family = corpus[language].get(source.family) ?? []
        corpus[language].set(source.family, family.concat(strings))
      }
      if (found === 0) throw new Error(`${source.name}: nothing at ${spec.path}`)
    }
  }
  return corpus
}

/** The strings of a package's files that a pattern names for a language, in order of their paths. */
export function stringsIn(files: ReadonlyMap<string, Buffer>, spec: FileSpec, language: Language): string[] {
  const pattern = patternOf(spec.path, language)
  return [...files]
    .filter(([path]) => pattern.test(path))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([path, bytes]) => stringsOf(spec.format, spec.format === 'path' ? path : textOf(path, bytes), spec.property))
}

function textOf(path: string, bytes: Buffer): string {
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

/** One value a language. */
export function byLanguage<T>(make: (language: Language) => T): Record<Language, T> {
  return {
    en: make('en'),
    de: make('de'),
    fr: make('fr'),
    es: make('es'),
    it: make('it'),
    pt: make('pt'),
    nl: make('nl'),
    pl: make('pl'),
    sv: make('sv'),
  }
}

function patternOf(path: string, language: Language): RegExp {
  const source = path
    .replaceAll(/[.+$()]/g, String.raw`\$&`)
    .replaceAll('**', '.{0,}')
    .replaceAll('*', '[^/]{0,}')
    .replaceAll(/\{lang(?::de)?\}/g, (name) => `(?:${SPELLINGS[name === '{lang}' ? language : 'de']})`)
  return new RegExp(`^${source}$`, 'i')
}

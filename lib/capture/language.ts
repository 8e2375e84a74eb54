import { LANGUAGES, type Language } from '../trace/vocabulary.ts'
import { attribute, documentElement } from './natives.ts'

/** Language that a page says it is in; null where that is none of those with a lexicon. */
export function languageOf(document: Document): Language | null {
  const root = documentElement(document)
  const [primary] = root ? attribute(root, 'lang').toLowerCase().split(/[-_]/, 1) : []
  return LANGUAGES.find((known) => known === primary) ?? null
}

import { TAGS } from '../trace/vocabulary.ts'
import { isInterfaceIdentifier } from './identifier.ts'
import type { Masked } from './masked.ts'

const QUOTED = /"([^"]*)"/g
const HASH = /#([A-Za-z_-]+)/g
const ELEMENT = /(?:^| > )([a-z][a-z0-9]*)/g
const KNOWN_TAGS: ReadonlySet<string> = new Set(TAGS)

/**
 * Could the masker have made this selector? Every identifier in it is made of words of interfaces, every element is one of HTML.
 * Its shape is the schema's to check.
 */
export function isPermittedCss(css: string): css is Masked {
  for (const pattern of [QUOTED, HASH]) for (const [, word = ''] of css.matchAll(pattern)) if (!isInterfaceIdentifier(word)) return false
  for (const [, tag = ''] of css.matchAll(ELEMENT)) if (!KNOWN_TAGS.has(tag)) return false
  return true
}

import type { ComponentChildren } from 'preact'

/** Characters that no language and no record uses: they stand for the pieces while the words are looked up. */
const FIRST = 0xe000
const MARKS = /([\ue000-\ue00f])/

/**
 * A sentence of `locales/` with pieces of the page in it, wherever the language has them.
 * @param say gives the sentence for marks that stand for the pieces, in their order
 */
export function filled(say: (...marks: string[]) => string, ...pieces: ComponentChildren[]): ComponentChildren[] {
  const parts = say(...pieces.map((_, place) => String.fromCharCode(FIRST + place))).split(MARKS)
  // Between two words of the sentence stands a mark: every second part.
  return parts.map((part, index) => (index % 2 === 1 ? pieces[part.charCodeAt(0) - FIRST] : part))
}

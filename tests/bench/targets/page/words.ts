/** Words that are not on the page, made from those that are. Pure. */

const VOWELS = 'aeiou'
const CONSONANTS = 'bcdfghklmnprstvw'

/** Text as long and as punctuated, with other letters and digits. */
export const forge = (text: string, random: () => number): string =>
  text.replace(/[a-z0-9]/gi, (letter) => {
    const lower = letter.toLowerCase()
    const from = /\d/.test(letter) ? '0123456789' : VOWELS.includes(lower) ? VOWELS : CONSONANTS
    const other = from[Math.floor(random() * from.length)] ?? letter
    return letter === lower ? other : other.toUpperCase()
  })

/** FNV-1a, 32 bits: the same word becomes the same everywhere on the page. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

/** Another language that has the same words at the same places: each word is replaced, and always by the same one. */
export const translated = (text: string, seeded: (seed: number) => () => number): string =>
  text.replace(/\p{L}{2,}/gu, (word) => {
    const random = seeded(hashOf(word.toLowerCase()))
    // Translations are not as long as what they translate.
    const changed = forge(word, random)
    return random() < 0.5 ? `${changed}${CONSONANTS[Math.floor(random() * CONSONANTS.length)] ?? ''}en` : changed
  })

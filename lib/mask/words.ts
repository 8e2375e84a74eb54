/** A letter with what follows it in the same word. Two disjoint classes, so matching is linear. */
const RUN = /\p{L}[\p{L}\p{M}]*/gu

/** Apostrophes as people type them: straight and curly. */
const APOSTROPHES = "'’"

/** Code units. No word of the lexicon is longer, and normalizing a long run of marks takes quadratic time. */
const LONGEST = 64

/** Letters after an apostrophe that still belong to the word: 's, 're, 'll. Three and more are a word of their own: l'image, dell'utente. */
const LONGEST_ENDING = 2

/**
 * The words of a text as the lexicon spells them: lower case, NFC, straight apostrophes. Whatever is neither a letter nor a mark divides
 * words and is not reported: digits and signs are the caller's to judge. Made for checking against a list, so it divides compounds:
 *
 * - an apostrophe joins an ending of one or two letters (don't, file's, d'un) and divides anything else (l'image: l, image);
 * - a hyphen joins a single letter (e-mail, x-axis) and divides longer parts (read-only: read, only).
 */
export function wordsOf(text: string): string[] {
  const plain = text.toLowerCase()
  const words: string[] = []
  let word = ''
  let last = ''
  let end = -1
  for (const { 0: raw, index } of plain.matchAll(RUN)) {
    const run = raw.length > LONGEST ? raw : raw.normalize('NFC')
    const mark = index === end + 1 ? (plain[end] ?? '') : ''
    const apostrophe = mark !== '' && APOSTROPHES.includes(mark) && run.length <= LONGEST_ENDING
    const hyphen = mark === '-' && (last.length === 1 || run.length === 1)
    if (apostrophe || hyphen) {
      word += (apostrophe ? "'" : '-') + run
    } else {
      if (word !== '') words.push(word)
      word = run
    }
    last = run
    end = index + raw.length
  }
  if (word !== '') words.push(word)
  return words
}

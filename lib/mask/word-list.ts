/**
 * A lexicon as it is shipped: one word a line. Made into a set when the first word is asked for, since most pages that load are
 * left without an action.
 */
export function wordList(lines: string): (word: string) => boolean {
  let words: ReadonlySet<string> | null = null
  return (word) => {
    words ??= new Set(lines.split('\n'))
    return word !== '' && words.has(word)
  }
}

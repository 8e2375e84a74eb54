/**
 * The echo guard: what a person types comes back as a preview, a chip, a heading or the label of a button. A text that shares a
 * word with what was typed on this page is masked whatever else it is. What was typed is held in the page's memory only, as
 * short as it can be, and leaves it in no form.
 */
import { decodedTokens, echoesKeys, echoesValue, echoesWord, fold, labelOf, splitWords } from './echo-match.ts'

/** Words remembered; a person who typed more on one page has every text of it masked from then on. */
const MAX_WORDS = 6000
/** Characters read of one value: what is longer was pasted, and is not understood in full, so everything counts as its echo. */
const MAX_VALUE = 20_000
/** Fields whose growing value is followed. */
const MAX_FIELDS = 50
/** Values short enough to come back as a whole, as a name or a date, and how many are remembered. */
const SHORT_VALUE = 60
const MAX_VALUES = 300
/** Keys remembered: a line. */
const MAX_KEYS = 200
/** Texts whose verdict is remembered until more is typed: the names and identifiers around what is used again and again. */
const MAX_VERDICTS = 300
/** Shorter values of hidden fields are words of programs, not of persons. */
const WHOLE = 8

export type Echoes = {
  /** The value a field has now; `field` is any object that stands for it while it lives. */
  note(field: object, value: string): void
  /** What was just inserted, key by key or at once: an editor may show it line by line, or take it away at once. */
  noteInsert(text: string): void
  /**
   * What the page holds though nobody typed it here: its address, values of its fields. It takes the place of what was noted before.
   * @param texts of which each word counts
   * @param wholes which count only as a whole, as hidden values: some are words such as "search"
   */
  noteShown(texts: readonly string[], wholes: readonly string[]): void
  /** A key that wrote somewhere, but into no field that can be read: on a pad of the page, or into a closed shadow root. */
  noteKey(key: string): void
  /**
   * Something came in here that cannot be read: a file's name, what was pasted beside a field or typed into a foreign frame. From
   * now on the page's own text cannot be told from it.
   */
  distrust(): void
  /** False once something came in that cannot be read. */
  readonly trusted: boolean
  isEcho(text: string): boolean
  /** Is everything that was typed in this part of an address? Then whoever sees the address knows what is an echo. */
  isAllIn(address: string): boolean
}

export function openEchoes(): Echoes {
  const settled = new Set<string>()
  const values: string[][] = []
  /** The last value of each field: while a word grows, its beginnings are not words of their own. */
  const current = new Map<object, { value: string; words: string[] }>()
  let shown: { words: ReadonlySet<string>; wholes: readonly string[]; long: boolean } = { words: new Set(), wholes: [], long: false }
  /** The word that is being inserted. */
  let growing = ''
  let blind = false
  let trusted = true
  /** Letters and digits written into no field, the latest ones: nobody says where in them a word begins. */
  let keys = ''
  const verdicts = new Map<string, boolean>()

  const settle = (words: string[]) => {
    for (const word of words) settled.add(word)
    if (settled.size > MAX_WORDS) blind = true
  }
  const settleValue = ({ value, words }: { value: string; words: string[] }) => {
    settle(words)
    if (value.length > SHORT_VALUE || words.length === 0) return
    values.push(words)
    if (values.length > MAX_VALUES) values.shift()
  }

  const repeats = (text: string): boolean => {
    const label = labelOf(text)
    if (label.joined === '') return false
    if (echoesKeys(keys, label)) return true
    for (const typed of settled) if (echoesWord(typed, label)) return true
    for (const word of shown.words) if (echoesWord(word, label)) return true
    if (growing !== '' && echoesWord(fold(growing), label)) return true
    if (shown.wholes.some((whole) => whole.length >= WHOLE && label.joined.includes(whole))) return true
    for (const { words } of current.values()) if (words.some((word) => echoesWord(word, label)) || echoesValue(words, label)) return true
    return values.some((words) => echoesValue(words, label))
  }

  return {
    note(field, value) {
      verdicts.clear()
      if (value.length > MAX_VALUE) blind = true
      if (blind) return
      const before = current.get(field)
      if (before && !value.startsWith(before.value)) settleValue(before)
      current.set(field, { value, words: splitWords(value) })
      // A page that makes a field for every line: what was in them is kept, the fields are let go.
      if (current.size <= MAX_FIELDS) return
      for (const each of current.values()) settleValue(each)
      current.clear()
    },
    noteInsert(text) {
      verdicts.clear()
      if (text.length > MAX_VALUE) blind = true
      if (blind) return
      const joined = growing + text
      // The last word may go on; what is before it is done.
      const end = joined.search(/[\p{L}\p{N}]*$/u)
      settle(splitWords(joined.slice(0, end)))
      growing = joined.slice(end).slice(-SHORT_VALUE)
    },
    noteKey(key) {
      verdicts.clear()
      keys = (keys + labelOf(key).joined).slice(-MAX_KEYS)
    },
    noteShown(texts, wholes) {
      verdicts.clear()
      const long = [...texts, ...wholes].some((text) => text.length > MAX_VALUE)
      shown = { words: new Set(texts.flatMap(splitWords)), wholes: wholes.map((whole) => labelOf(whole).joined), long }
    },
    distrust() {
      trusted = false
    },
    get trusted() {
      return trusted
    },
    isEcho(text) {
      if (blind || shown.long) return true
      const known = verdicts.get(text)
      if (known !== undefined) return known
      const verdict = repeats(text) || decodedTokens(text).some(repeats)
      if (verdicts.size >= MAX_VERDICTS) verdicts.clear()
      verdicts.set(text, verdict)
      return verdict
    },
    isAllIn(address) {
      if (blind || !trusted || keys !== '') return false
      const there = new Set(splitWords(address))
      const all = [...settled, ...splitWords(growing), ...[...current.values()].flatMap((field) => field.words)]
      return all.every((word) => there.has(word))
    },
  }
}

/**
 * The echo guard: what a person types comes back as a preview, a chip, a heading or the label of a button. A text that shares a
 * word with what was typed on this page is masked whatever else it is. What was typed is held in the page's memory only, as
 * short as it can be, and leaves it in no form.
 */

/** Words remembered; a person who typed more on one page has every text of it masked from then on. */
const MAX_WORDS = 4000
/** Characters read of one value: what is longer was pasted, and is not understood in full, so everything counts as its echo. */
const MAX_VALUE = 20_000
/** From here on a typed word is looked for inside other words too; shorter ones are in every other word by chance. */
const INSIDE = 4
/** Shortest word that counts as a typed one, or as its cut-off beginning: "to" and "of" are in every text. */
const BEGINNING = 3

export type Echoes = {
  /** The value a field has now; `field` is any object that stands for it while it lives. */
  note(field: object, value: string): void
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
  /** Is everything that is known of in this address? Then whoever sees the address knows what is an echo. */
  isAllIn(address: string): boolean
}

/** Letters and digits only, without case and accents, so that a change of style does not hide an echo. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
}

const splitWords = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

export function openEchoes(): Echoes {
  const settled = new Set<string>()
  /** The last value of each field, in words: while a word grows, its beginnings are not words of their own. */
  const current = new Map<object, { value: string; words: string[] }>()
  let shown: { words: ReadonlySet<string>; wholes: readonly string[]; long: boolean } = { words: new Set(), wholes: [], long: false }
  let blind = false
  let trusted = true
  /** Letters and digits written into no field, the latest ones: nobody says where in them a word begins. */
  let keys = ''

  const settle = (words: string[]) => {
    for (const word of words) settled.add(word)
    if (settled.size > MAX_WORDS) blind = true
  }

  return {
    note(field, value) {
      if (value.length > MAX_VALUE) blind = true
      if (blind) return
      const before = current.get(field)
      if (before && !value.startsWith(before.value)) settle(before.words)
      current.set(field, { value, words: splitWords(value) })
      // A page that makes a field for every line: what was in them is kept, the fields are let go.
      if (current.size <= MAX_FIELDS) return
      for (const { words } of current.values()) settle(words)
      current.clear()
    },
    noteKey(key) {
      keys = (keys + fold(key).replace(/[^\p{L}\p{N}]+/gu, '')).slice(-MAX_KEYS)
    },
    distrust() {
      trusted = false
    },
    get trusted() {
      return trusted
    },
    noteShown(texts, wholes) {
      const long = [...texts, ...wholes].some((text) => text.length > MAX_VALUE)
      shown = { words: new Set(texts.flatMap(splitWords)), wholes: wholes.map((whole) => splitWords(whole).join('')), long }
    },
    isEcho(text) {
      if (blind || shown.long) return true
      const words = splitWords(text)
      const joined = words.join('')
      if (joined === '') return false
      if (sharesRun(keys, joined)) return true
      const hits = (typed: string) => echoes(typed, words, joined)
      for (const typed of settled) if (hits(typed)) return true
      for (const word of shown.words) if (hits(word)) return true
      if (shown.wholes.some((whole) => whole.length >= WHOLE && joined.includes(whole))) return true
      for (const { words: each, value } of current.values()) if (each.some(hits) || isInitials(joined, each, value)) return true
      return false
    },
    isAllIn(address) {
      if (blind || !trusted || keys !== '') return false
      const words = new Set(splitWords(address))
      const all = [...settled, ...[...current.values()].flatMap((field) => field.words)]
      return all.every((word) => words.has(word))
    },
  }
}

/** Shorter values of hidden fields are words of programs, not of persons. */
const WHOLE = 8

/** Keys remembered: a line. */
const MAX_KEYS = 200
/** Keys in a row that make an echo of a text that has them in the same order; fewer only if they are all of it. */
const RUN = 4

function sharesRun(keys: string, joined: string): boolean {
  if (joined.length < RUN) return keys !== '' && keys.includes(joined)
  for (let start = 0; start + RUN <= joined.length; start++) if (keys.includes(joined.slice(start, start + RUN))) return true
  return false
}

/** Fields whose growing value is followed. */
const MAX_FIELDS = 50

function echoes(typed: string, words: string[], joined: string): boolean {
  if (joined === typed) return true
  if (typed.length >= INSIDE && (joined.includes(typed) || joined.includes(reversed(typed)))) return true
  return words.some((word) => word.length >= BEGINNING && typed.startsWith(word))
}

const reversed = (text: string): string => [...text].toReversed().join('')

/** An avatar with the initials of the name that was just typed. */
function isInitials(joined: string, words: string[], value: string): boolean {
  return words.length > 1 && value.length <= 100 && joined === words.map((word) => word.slice(0, 1)).join('')
}

/** When a label repeats what was typed. Pure comparisons; `echo.ts` knows what was. */

/** From here on a typed word is looked for inside words of a label too; shorter ones are in every other word by chance. */
const INSIDE = 4
/** In scripts whose words are short, or not divided by spaces. */
const INSIDE_OTHER_SCRIPT = 2
/** A shorter typed word of letters says nothing by itself: "to" and "of" are in every text. */
const SHORT = 3
/** From here on a word is looked for across the words of a label, and backwards. */
const LONG = 8
/** Endings that a label puts behind a name: Bobs, Annas. */
const MAX_ENDING = 2
/** Keys in a row that make an echo of a text that has them in the same order; fewer only if they are all of it. */
const RUN = 4
const ALPHABET = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]+$/u
/** Letters that Unicode does not take apart into a plain one and a mark. */
const FOLDED: Record<string, string> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th', ð: 'd' }

export type Label = { words: string[]; joined: string; cut: boolean }

/** Letters and digits without case and accents, so that a change of style does not hide an echo. */
export function fold(text: string): string {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
  return plain.replace(/[ßøłđæœıþð]/g, (letter) => FOLDED[letter] ?? letter)
}

/** Words, and groups of digits without leading zeros: 04/27 comes back as 4.27. */
export function splitWords(text: string): string[] {
  const runs = fold(text).match(/\p{N}+|[\p{L}\p{N}]+/gu) ?? []
  return runs.map((run) => (/^\p{N}+$/u.test(run) ? run.replace(/^0+(?=\p{N})/u, '') : run))
}

export function labelOf(text: string): Label {
  const words = splitWords(text)
  return { words, joined: words.join(''), cut: /…|\.\.\./.test(text) }
}

const reversed = (text: string): string => [...text].toReversed().join('')

/** Does a label repeat one typed word? */
export function echoesWord(typed: string, { words, joined, cut }: Label): boolean {
  if (joined === typed || (typed.length > INSIDE && joined === reversed(typed))) return true
  const isNumber = /^\p{N}+$/u.test(typed)
  if (isNumber) return words.includes(typed)
  const inside = ALPHABET.test(typed) ? INSIDE : INSIDE_OTHER_SCRIPT
  if (typed.length >= inside && words.some((word) => word.includes(typed))) return true
  if (typed.length >= LONG && (joined.includes(typed) || joined.includes(reversed(typed)))) return true
  if (typed.length < SHORT) return false
  return words.some((word) => {
    // "Bob", "Bobs", and the beginning of a long name: "Alexand", or "Ale…" where the page says that it cut it.
    if (word.startsWith(typed) && word.length - typed.length <= MAX_ENDING) return true
    return typed.startsWith(word) && (word.length >= INSIDE || (cut && word.length >= SHORT))
  })
}

/** Does it repeat a whole value: all of its words, in whatever order, or the initials of a name? */
export function echoesValue(words: readonly string[], { words: own, joined }: Label): boolean {
  if (words.length === 0) return false
  if (words.length > 1 && joined === words.map((word) => word.slice(0, 1)).join('')) return true
  // One word of a letter or two is in every longer label by chance.
  const says = words.join('').length >= SHORT || own.length <= 2
  return says && words.every((word) => own.includes(word))
}

/** Does it share a run of keys with what was written into no field? */
export function echoesKeys(keys: string, { joined }: Label): boolean {
  if (keys === '') return false
  if (joined.length < RUN) return keys.includes(joined)
  for (let start = 0; start + RUN <= joined.length; start++) if (keys.includes(joined.slice(start, start + RUN))) return true
  return false
}

/** Base64 of fewer letters than a short name has. */
const TOKEN = /[A-Za-z0-9+/_-]{8,}={0,2}/g
const MAX_TOKENS = 5

/** What the tokens of a label say in clear, where they are Base64: pages put what was typed into links and ids that way. */
export function decodedTokens(text: string): string[] {
  const tokens = (text.match(TOKEN) ?? []).slice(0, MAX_TOKENS)
  return tokens.flatMap((token) => {
    try {
      return [atob(token.replaceAll('-', '+').replaceAll('_', '/'))]
    } catch {
      return []
    }
  })
}

/**
 * Marks and characters that show nothing. Taken out before normalising as well as after: normalising sorts marks, and a
 * long row of them would take it quadratic time.
 */
const UNSEEN = /[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu
const MARK = /\p{M}/gu
/** Whatever looks like one of these separators; `ー` is the dash of Japanese phone numbers. */
const BLANK = /[\s\p{C}\u2800]+/gu
const DASH = /[\p{Pd}\u02d7\u2043\u2212\u30fc]/gu
const DOT = /[\u00b7\u2022\u2027\u2219\u22c5\u3002\u30fb]/gu
const COMMA = /[\u060c\u066b\u066c\u3001]/gu
const SLASH = /[\u2044\u2215]/gu
const FOREIGN_DIGIT = /[^\P{Nd}0-9]/gu
const PRINTABLE = /^[ -~]*$/

/** Scripts begin their digits at a code point that ends in 0 or 6 (two young scripts differ: their digits become other digits). */
function digitOf(char: string): string {
  const code = char.codePointAt(0) ?? 0
  const low = code % 16
  const zero = /\p{Nd}/u.test(String.fromCodePoint(code - low)) ? 0 : 6
  return String((low - zero + 10) % 10)
}

/**
 * A text as a reader sees it, in the plainest characters there are: full-width and other scripts' digits as ASCII, every
 * blank as one space, letters without accents, nothing invisible. For looking for things only; it is not the text any more.
 */
export function legible(text: string): string {
  if (PRINTABLE.test(text)) return text.replace(/ {2,}/g, ' ')
  return text
    .replace(UNSEEN, '')
    .normalize('NFKD')
    .replace(MARK, '')
    .replace(BLANK, ' ')
    .replace(DASH, '-')
    .replace(DOT, '.')
    .replace(COMMA, ',')
    .replace(SLASH, '/')
    .replace(FOREIGN_DIGIT, digitOf)
}

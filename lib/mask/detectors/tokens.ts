/** A UUID, or 16 hexadecimal digits in a row with a letter among them: no word has as many. */
const HEX = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}|(?=\d{0,15}[a-f])[\da-f]{16}/i

export const hasHex = (text: string): boolean => HEX.test(text)

/** Base64 in either alphabet, long enough for what follows to tell chance from words. */
const CANDIDATE = /[\w+/=-]{16,}/g
/** From one class of characters to another; a capital before a small letter begins a word and does not count. */
const CHANGE = /[a-z\d](?=[A-Z])|[A-Za-z](?=\d)|\d(?=[a-z])/g
/** Random letters and digits change class between every second and third of them, camelCase with a digit less than every sixth. */
const MIN_CHANGES = 3
const PER_CHANGE = 6
/** Random text of 16 characters has about 3.7 bits a character; less than 3 is a pattern that repeats. */
const MIN_BITS = 3

/** Shannon entropy in bits a character. */
function entropy(text: string): number {
  const counts = new Map<string, number>()
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length)
  return bits
}

/** Letters and digits in an order that nobody would write. */
export function hasRandomToken(text: string): boolean {
  for (const [token] of text.matchAll(CANDIDATE)) {
    const changes = token.match(CHANGE)?.length ?? 0
    if (/\d/.test(token) && changes >= Math.max(MIN_CHANGES, token.length / PER_CHANGE) && entropy(token) >= MIN_BITS) return true
  }
  return false
}

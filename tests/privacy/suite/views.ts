/** The same bytes as a reader could read them: decoded, unpacked, put together from single letters. */

/** Base64 of six letters has eight characters; shorter runs cannot hold a piece of a canary. */
const BASE64 = /[A-Za-z0-9+/_-]{8,}/g
const HEX = /(?:[0-9a-f]{2}){6,}/gi
const ESCAPED = /\\u([0-9a-f]{4})/gi
const PERCENT = /(?:%[0-9a-f]{2})+/gi
const ENTITY = /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi
/** Letters that stand apart, as those of a text whose every letter is an element of its own. */
const SPACED = /(?<![a-z])[a-z](?:[ .,·_-][a-z](?![a-z])){5,}/gi

/** The text itself, and what it says in other encodings. */
export function viewsOf(text: string): string[] {
  const plain = text
    .replace(PERCENT, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString())
    .replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(ENTITY, (_, hex: string | undefined, decimal: string | undefined) => characterOf(hex, decimal))
  const unpacked: string[] = []
  for (const token of new Set(text.match(BASE64))) {
    // What the token begins with may be in front of it: each of the four alignments is read.
    for (let offset = 0; offset < 4; offset++) unpacked.push(Buffer.from(token.slice(offset), 'base64').toString('latin1'))
  }
  for (const token of new Set(text.match(HEX))) unpacked.push(Buffer.from(token, 'hex').toString('latin1'))
  const joined = (plain.match(SPACED) ?? []).map((run) => run.replace(/[^a-z]/gi, ''))
  return [text, plain === text ? '' : plain, unpacked.join('\n'), joined.join('\n')]
}

function characterOf(hex: string | undefined, decimal: string | undefined): string {
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : ''
}

/**
 * What the single letters and character codes of a record spell, in their order: a text that went letter by letter. Objects and
 * lists are walked as JSON would write them.
 */
export function spelledIn(record: unknown): string {
  const letters: string[] = []
  const codes: string[] = []
  const walk = (value: unknown): void => {
    if (typeof value === 'string' && [...value].length === 1) letters.push(value)
    else if (typeof value === 'number' && Number.isInteger(value) && value > 0x40 && value < 0x7b) codes.push(String.fromCharCode(value))
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk)
  }
  walk(record)
  return `${letters.join('')}\n${codes.join('')}`
}

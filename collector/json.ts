import { Refusal } from './refusal.ts'

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
/** How JSON.stringify writes half of a surrogate pair; no string of a batch may hold a backslash, let alone this. */
const LONE_SURROGATE = /\\ud[89a-f]/

const malformed = (message: string) => new Refusal('json', 'body', message)

/** @throws {Refusal} `json`; the parser's own message is dropped, because it quotes the text */
export function parseJson(bytes: Buffer): { text: string; value: unknown } {
  let text: string
  try {
    text = decoder.decode(bytes)
  } catch {
    throw malformed('The body is not UTF-8.')
  }
  if (LONE_SURROGATE.test(text)) throw malformed('The body holds half of a surrogate pair.')
  // The schema library skips this key in records instead of refusing it.
  if (text.includes('__proto__')) throw malformed('The body holds a key that would reach a prototype.')
  try {
    return { text, value: JSON.parse(text) }
  } catch {
    throw malformed('The body is not JSON.')
  }
}

/**
 * The bytes are kept as sent, but only the parsed value is checked. So both must say the same: a key given twice, of which
 * the parser shows the last, blanks, escapes and long numbers could all carry what no schema ever sees.
 * Call it on a value the schema has accepted, which bounds its depth.
 * @throws {Refusal} `json`
 */
export function requireCanonical({ text, value }: { text: string; value: unknown }): void {
  if (JSON.stringify(value) !== text)
    throw malformed('The body is not written as JSON.stringify writes it: a key given twice, blanks, or needless escapes.')
}

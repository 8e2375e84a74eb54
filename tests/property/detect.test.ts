import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DETECTORS, detect } from '../../lib/mask/detect.ts'

const digits = (length: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })

/** A card number of 13 to 19 digits: the last one completes Luhn's sum. */
const card = fc
  .integer({ min: 12, max: 18 })
  .chain(digits)
  .map((body) => {
    const sum = body.toReversed().reduce((all, digit, index) => {
      const weighed = index % 2 === 0 ? digit * 2 : digit
      return all + (weighed > 9 ? weighed - 9 : weighed)
    }, 0)
    return [...body, (10 - (sum % 10)) % 10].join('')
  })

/** Countries whose account numbers are digits only, letters and digits, and the longest. */
const LENGTHS = { DE: 22, NO: 15, GB: 22, MT: 31, FR: 27, NL: 18, RU: 33 } as const
const CHARACTERS = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'] as const
const iban = fc.constantFrom(...(Object.keys(LENGTHS) as (keyof typeof LENGTHS)[])).chain((country) =>
  fc.array(fc.constantFrom(...CHARACTERS), { minLength: LENGTHS[country] - 4, maxLength: LENGTHS[country] - 4 }).map((account) => {
    const written = [...account, ...country, '0', '0'].map((char) => Number.parseInt(char, 36)).join('')
    return `${country}${String(98n - (BigInt(written) % 97n)).padStart(2, '0')}${account.join('')}`
  }),
)

const word = fc.stringMatching(/^[a-z0-9]{1,12}$/)
const unicodeWord = fc
  .array(fc.constantFrom(...'äöüßéñøłжщюяλπاب例子邮件한글'), { minLength: 1, maxLength: 8 })
  .map((chars) => chars.join(''))
const label = fc.oneof(word, unicodeWord)
const email = fc
  .tuple(label, fc.constantFrom('', '.', '_', '-', '+'), label, label, fc.constantFrom('com', 'example', 'co.uk', 'рф', '中国'))
  .map(([first, joint, second, host, end]) => `${first}${joint}${second}@${host}.${end}`)

const jwt = fc
  .tuple(fc.constantFrom('HS256', 'RS256', 'none'), fc.object({ maxDepth: 1 }), fc.uint8Array({ minLength: 0, maxLength: 64 }))
  .map(([alg, claims, signature]) =>
    [JSON.stringify({ alg, typ: 'JWT' }), JSON.stringify(claims), signature]
      .map((part) => Buffer.from(part).toString('base64url'))
      .join('.'),
  )

const separator = fc.constantFrom(
  '',
  ' ',
  '-',
  '.',
  '\u00a0',
  '\u202f',
  '\u2009',
  '–',
  '−',
  '\u200b',
  '\u2060',
  ' \u200b',
  ' - ',
  '·',
  '\n',
  '\t',
)
/** Groups of one separator throughout, as a person writes them. */
const inGroups = (number: fc.Arbitrary<string>) =>
  fc
    .tuple(number, separator, fc.integer({ min: 2, max: 6 }))
    .map(([text, gap, size]) => text.match(new RegExp(`.{1,${size}}`, 'g'))!.join(gap))

/** Zeros of scripts with digits of their own, full-width ones included. */
const ZEROS = [0x30, 0xff10, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0x1d7ce, 0x1d7f6, 0x104a0] as const
const inScript = (number: fc.Arbitrary<string>) =>
  fc
    .tuple(number, fc.constantFrom(...ZEROS))
    .map(([text, zero]) => text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit))))

const anyText = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.lorem({ maxCount: 5 }))
/** What parts a word from a number: more than a blank, or its last letters might be a country and the whole an IBAN. */
const edge = fc.constantFrom(' (', ': ', ' “', '、', ' | ', '> ', ' № #')
const close = fc.oneof(edge, fc.constantFrom(' ', '\n', '.\t'))

const SECRETS: [string, fc.Arbitrary<string>, 'card' | 'iban' | 'email' | 'jwt'][] = [
  ['a card number', inScript(inGroups(card)), 'card'],
  ['an IBAN', inGroups(iban), 'iban'],
  ['an e-mail address', email, 'email'],
  ['a JWT', jwt, 'jwt'],
]

describe('in any text', () => {
  test.each(SECRETS)('%s is found, whatever stands directly beside it', (_, secret) => {
    fc.assert(
      fc.property(anyText, secret, anyText, (before, text, after) => {
        expect(detect(before + text + after)).not.toBeNull()
      }),
      { numRuns: 2000 },
    )
  })

  test.each(SECRETS)('%s between other words is found as what it is', (_, secret, name) => {
    fc.assert(
      fc.property(fc.lorem(), edge, secret, close, fc.lorem(), (before, open, text, close, after) => {
        // Letters of an IBAN can end in PIN, and what follows a colon is then called one: what is asked first has found it too.
        const found = detect(`${before}${open}${text}${close}${after}`)
        expect(DETECTORS.slice(0, DETECTORS.indexOf(name) + 1)).toContain(found)
      }),
      { numRuns: 2000 },
    )
  })
})

test('any seven digits are found, however they are grouped and in whichever script', () => {
  const grouped = fc
    .tuple(digits(7), fc.array(fc.constantFrom('', '', ' ', '-', '.', '/', ') ', ' (', '\u00a0', '\u200b'), { minLength: 6, maxLength: 6 }))
    .map(([number, gaps]) => number.map((digit, index) => digit + (gaps[index] ?? '')).join(''))
  fc.assert(
    fc.property(fc.lorem(), inScript(grouped), fc.lorem(), (before, text, after) => {
      expect(detect(`${before} ${text}${after}`)).not.toBeNull()
    }),
    { numRuns: 2000 },
  )
})

test('words alone are never taken for anything', () => {
  fc.assert(
    fc.property(fc.lorem({ mode: 'sentences', maxCount: 5 }), (text) => {
      expect(detect(text)).toBeNull()
    }),
    { numRuns: 1000 },
  )
})

test('any text has an answer, and always the same one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const answer = detect(text)
      expect([null, ...DETECTORS]).toContain(answer)
      expect(detect(text)).toBe(answer)
    }),
    { numRuns: 3000 },
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldKind, isSecret, type FieldFacts } from '../../lib/mask/field.ts'
import { isInterfaceIdentifier } from '../../lib/mask/identifier.ts'
import { INTERFACE_WORDS } from '../../lib/mask/lexicon.ts'
import { maskName } from '../../lib/mask/name.ts'
import { unpermitted } from '../../lib/mask/recheck.ts'
import { Draft } from '../../lib/trace/action.ts'
import { MARK } from '../../lib/trace/mark.ts'
import { ACTION_KINDS, CONTROLS, SIZES, TAGS } from '../../lib/trace/vocabulary.ts'
import { isFixtureWording } from '../fixtures/batch.ts'
import { aDraft } from '../fixtures/draft.ts'
import { places, withValue } from '../unit/collector/walk.ts'

const anyFacts = fc.record({
  tag: fc.constantFrom('input', 'textarea', 'div'),
  type: fc.constantFrom('', 'text', 'search', 'email', 'tel', 'url', 'number', 'date'),
  autocomplete: fc.oneof(fc.constantFrom('', 'off', 'on', 'email', 'name', 'shipping street-address'), fc.string()),
  inputMode: fc.constantFrom('', 'search', 'numeric'),
  words: fc.oneof(fc.string(), fc.constantFrom('email', 'search query', 'first_name', 'userName')),
  pattern: fc.constantFrom('', '\\d{6}'),
  boxes: fc.constantFrom(0, 6),
  richText: fc.boolean(),
  onceSecret: fc.constant(false),
})

const tokens = fc.constantFrom('current-password', 'new-password', 'one-time-code', 'cc-number', 'cc-exp', 'cc-csc', 'cc-name')
// prettier-ignore
const hints = fc.constantFrom(
  'password', 'passwd', 'passcode', 'pwd', 'secret', 'otp', 'totp', 'pin', 'ssn', 'cvv', 'cvc', 'iban', 'credit', 'cardNumber',
)
const written = fc.tuple(hints, fc.constantFrom('as it is', 'Capital', 'UPPER')).map(([hint, how]) => {
  if (how === 'as it is') return hint
  return how === 'UPPER' ? hint.toUpperCase() : hint.slice(0, 1).toUpperCase() + hint.slice(1)
})
const edge = fc.constantFrom(' ', '_', '-', '.', ':', '[', '/')
const hinted = fc.tuple(fc.string(), edge, written, edge, fc.string()).map((parts) => parts.join(''))
const announced = fc
  .tuple(fc.constantFrom('', 'email ', 'shipping '), tokens, fc.string())
  .map(([before, token, after]) => `${before}${token}\t${after}`)

test.each<[string, fc.Arbitrary<Partial<FieldFacts>>]>([
  ['once a password field', fc.constant({ onceSecret: true })],
  ['of type password', fc.constant({ type: 'password' })],
  ['announced by a token, wherever it stands', fc.record({ autocomplete: announced })],
  ['hinted at by a word among others', fc.record({ words: hinted })],
])('a field %s is secret, whatever else it says', (_, sign) => {
  fc.assert(
    fc.property(anyFacts, sign, (facts, change) => {
      expect(isSecret(fieldKind({ ...facts, ...change }))).toBe(true)
    }),
  )
})

test('what stands for a name is one of few texts, whatever the page holds', () => {
  const permitted = new Set<string | null>([null])
  for (const control of CONTROLS) for (const size of ['', ...SIZES.map((range) => `·${range}`)]) permitted.add(`⟦${control}${size}⟧`)
  fc.assert(
    fc.property(fc.constantFrom(...CONTROLS), fc.option(fc.oneof(fc.double(), fc.integer())), (control, length) => {
      expect(permitted).toContain(maskName(control, length))
    }),
  )
})

const word = fc.stringMatching(/^[A-Za-z]{3,12}$/)
const anyWords = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 4 }), fc.constantFrom('-', '_', ''))
  .map(([words, glue]) => words.join(glue))

test('an identifier is kept only if it can be read as words of interfaces and nothing else', () => {
  const readable = (text: string): boolean =>
    text === '' ||
    Array.from({ length: text.length }, (_, i) => i + 1).some((end) => INTERFACE_WORDS.has(text.slice(0, end)) && readable(text.slice(end)))
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        anyWords,
        fc.array(fc.constantFrom(...INTERFACE_WORDS)).map((words) => words.join('-')),
      ),
      (value) => {
        expect(!isInterfaceIdentifier(value) || readable(value.replace(/[-_]/g, '').toLowerCase())).toBe(true)
      },
    ),
    { numRuns: 1000 },
  )
})

/** In every shape a field of the schema might take for one of its own. */
const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  anyWords.chain((text) =>
    fc.constantFrom(
      text,
      `#${text}`,
      `[data-testid="${text}"]`,
      `input[name="${text}"]`,
      `*[role="${text}"]`,
      `${text.toLowerCase()}[type="button"]`,
      `#content > ${text.toLowerCase()}`,
      `div:nth-of-type(3) > #${text} > a`,
      `${text.toLowerCase()}:nth-of-type(2)`,
      `⟦${text.toLowerCase()}⟧`,
      `⟦${text.toLowerCase()}·4-8⟧`,
    ),
  ),
)

/** Words of the grammar of locators and placeholders: they say nothing of a page. */
const GRAMMAR = ['data', 'testid', 'test', 'id', 'qa', 'cy', 'name', 'type', 'role', 'nth', 'of', 'child']
const HARMLESS = new Set<string>([...GRAMMAR, ...INTERFACE_WORDS, ...TAGS, ...CONTROLS.flatMap((control) => control.split('-'))])
const isHarmless = (text: string) =>
  text
    .match(/[A-Z]?[a-z]+\d?|[A-Z]+(?![a-z])|[^\x20-\x7e⟦⟧·]/gu)
    ?.every((part) => HARMLESS.has(part.toLowerCase()) || HARMLESS.has(part.replace(/\d$/, '').toLowerCase())) ?? true

/** A mark is a few bits, whatever wrote them; how many a target may hold is counted by the worker (tests/unit/mask/recheck.test.ts). */
const isMark = (path: readonly (string | number)[], text: string) => (path.includes('marks') || path.includes('item')) && MARK.test(text)

describe('no text of a page gets past the schema and the second look', () => {
  // Words of a route are the administrator's: only who knows the policy can tell. The worker compares its origin.
  const drafts = ACTION_KINDS.map((kind) => aDraft(kind))
  const all = drafts.flatMap((draft) => [...places(draft)].map((place) => ({ draft, ...place })))
  const texts = all.filter(({ path, value }) => typeof value === 'string' && path[0] !== 'route' && path[0] !== 'sequence')
  const objects = all.filter(
    ({ value }) => typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0,
  )
  const passes = (value: unknown) => {
    const { success, data } = Draft.safeParse(value)
    return success && unpermitted(data, isFixtureWording) === null
  }

  test('which the fixtures do as they are', () => {
    for (const draft of drafts) expect([draft.kind, passes(draft)]).toEqual([draft.kind, true])
    expect(texts.length).toBeGreaterThan(150)
  })

  test('in the place of any text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), anyText, ({ draft, path, value }, text) => {
        fc.pre(text !== value)
        const leaks = passes(withValue(draft, path, text)) && !isHarmless(text) && !isMark(path, text)
        expect([path.join('.'), text, leaks]).toEqual([path.join('.'), text, false])
      }),
      { numRuns: 5000 },
    )
  })

  test('in the place of any number, truth value or list', () => {
    const others = all.filter(({ value, path }) => typeof value !== 'string' && path.length > 0)
    fc.assert(
      fc.property(fc.constantFrom(...others), fc.string({ minLength: 1 }), ({ draft, path, value }, text) => {
        expect(passes(withValue(draft, path, text))).toBe(false)
        // A list may hold words of its own, such as a tag.
        const leaks = Array.isArray(value) && path[0] !== 'route' && passes(withValue(draft, path, [text])) && !isHarmless(text)
        expect([path.join('.'), text, leaks]).toEqual([path.join('.'), text, false])
      }),
      { numRuns: 2000 },
    )
  })

  test('under a key of its own in any object', () => {
    fc.assert(
      fc.property(fc.constantFrom(...objects), fc.string(), fc.string(), ({ draft, path, value }, key, text) => {
        fc.pre(!Object.keys(Object(value)).includes(key))
        // By way of text, so that __proto__ is a key like any other.
        const extended: unknown = JSON.parse(`{${JSON.stringify(key)}:${JSON.stringify(text)},${JSON.stringify(value).slice(1)}`)
        expect(passes(withValue(draft, path, extended))).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })
})

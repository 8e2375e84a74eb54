import { describe, expect, test } from 'vitest'
import { Delivery, Hello, PageMessage, Reading, UiMessage } from '../../../lib/messages.ts'
import { COUNTS } from '../../../lib/trace/counts.ts'
import { LIMITS } from '../../../lib/trace/vocabulary.ts'
import { aDraft } from '../../fixtures/draft.ts'

const DOCUMENT = '5f0c2a52-53f4-4a5c-8a8c-0a6d3f3f7f10'
const hello = (change: object = {}) => ({
  type: 'hello',
  language: 'de',
  whole: false,
  redirected: false,
  document: DOCUMENT,
  frame: [0, 2],
  viewport: { width: 1300, height: 800 },
  ...change,
})
const delivery = (change: object = {}) => ({
  type: 'actions',
  document: DOCUMENT,
  actions: [aDraft('click')],
  counts: { masked: 2 },
  ...change,
})
/** As a message that was cloned may hold it: a key of that name, not a prototype. */
const withKey = (message: object, key: string): unknown => JSON.parse(`{${JSON.stringify(key)}:{"x":1},${JSON.stringify(message).slice(1)}`)

const NOT_OBJECTS = [undefined, null, true, 7, 'hello', [], ['hello'], () => undefined, Symbol('x'), new Date(), new Map(), 10n]
const ids = [
  '',
  'x',
  DOCUMENT.toUpperCase(),
  `${DOCUMENT}0`,
  ` ${DOCUMENT}`,
  `${DOCUMENT}\n`,
  '00000000-0000-0000-0000-000000000000',
  7,
  null,
  [DOCUMENT],
]

describe('what pages may say', () => {
  test('is hello and actions', () => {
    expect(PageMessage.parse(hello())).toEqual(hello())
    expect(PageMessage.parse(hello({ frame: [] }))).toEqual(hello({ frame: [] }))
    expect(PageMessage.parse(delivery())).toEqual(delivery())
    expect(PageMessage.parse(delivery({ actions: [], counts: {} }))).toEqual(delivery({ actions: [], counts: {} }))
    expect(
      Delivery.parse(delivery({ actions: Array.from({ length: LIMITS.messageActions }, () => aDraft('click')) })).actions,
    ).toHaveLength(100)
    expect(Delivery.parse(delivery({ counts: Object.fromEntries(COUNTS.map((name) => [name, 1_000_000])) })).counts).toHaveProperty('fault')
  })

  test('is actions, broken ones among them, which are looked at one by one where they are stored', () => {
    expect(Delivery.parse(delivery({ actions: [null, { n: 3 }] })).actions).toEqual([null, { n: 3 }])
  })

  test.each<[string, unknown]>([
    ...NOT_OBJECTS.map((value): [string, unknown] => [`no object: ${typeof value}`, value]),
    ['an unknown kind', hello({ type: 'status' })],
    ['a kind in another case', hello({ type: 'Hello' })],
    ['a kind of a prototype', hello({ type: 'constructor' })],
    ['no kind', hello({ type: undefined })],
    ['the words of one kind under the name of another', hello({ type: 'actions' })],
    ['a request of our own pages', { type: 'pause', minutes: 5 }],
    ['a further key', hello({ url: 'https://wiki.example.com/' })],
    ['a key called __proto__', withKey(hello(), '__proto__')],
    ['a key called constructor', withKey(hello(), 'constructor')],
    ...ids.map((document): [string, unknown] => [`the id ${JSON.stringify(document)}`, hello({ document })]),
    ['no frame', hello({ frame: null })],
    ['a frame that is no index', hello({ frame: [-1] })],
    ['a frame between two', hello({ frame: [0.5] })],
    ['a frame deeper than any', hello({ frame: Array.from({ length: LIMITS.frameDepth + 1 }, () => 0) })],
    ['a frame with a text', hello({ frame: ['0'] })],
    ['no viewport', hello({ viewport: undefined })],
    ['a viewport of fine grain', hello({ viewport: { width: 1301, height: 800 } })],
    ['a viewport below nothing', hello({ viewport: { width: -100, height: 800 } })],
    ['a viewport beyond any screen', hello({ viewport: { width: 100_100, height: 800 } })],
    ['a viewport without end', hello({ viewport: { width: Infinity, height: 800 } })],
    ['a viewport that is none', hello({ viewport: { width: NaN, height: 800 } })],
    ['a viewport with a further key', hello({ viewport: { width: 100, height: 100, scale: 2 } })],
  ])('is not %s', (_, message) => {
    expect(PageMessage.safeParse(message).success).toBe(false)
  })

  test.each<[string, unknown]>([
    ['no actions', delivery({ actions: undefined })],
    ['actions that are no list', delivery({ actions: { 0: aDraft('click'), length: 1 } })],
    ['more actions than fit', delivery({ actions: Array.from({ length: LIMITS.messageActions + 1 }, () => aDraft('click')) })],
    ['a million of them', delivery({ actions: Array.from({ length: 1_000_000 }) })],
    ['no counts', delivery({ counts: undefined })],
    ['counts in a list', delivery({ counts: [1] })],
    ['an unknown count', delivery({ counts: { rosebud: 1 } })],
    ['a count below nothing', delivery({ counts: { masked: -1 } })],
    ['a count between two', delivery({ counts: { masked: 1.5 } })],
    ['a count beyond belief', delivery({ counts: { masked: 1_000_001 } })],
    ['a count that is a text', delivery({ counts: { masked: '1' } })],
    ['a further key', delivery({ tab: 3 })],
    ['a key called __proto__', withKey(delivery(), '__proto__')],
    ...ids.map((document): [string, unknown] => [`the id ${JSON.stringify(document)}`, delivery({ document })]),
  ])('is not %s, with actions', (_, message) => {
    expect(PageMessage.safeParse(message).success).toBe(false)
  })

  test('reaches no prototype, even where a key of that name is passed over', () => {
    const { data } = PageMessage.safeParse(delivery({ counts: withKey({ masked: 1 }, '__proto__') }))
    expect(data === undefined || !Object.hasOwn(Delivery.parse(data).counts, '__proto__')).toBe(true)
    expect(Reflect.get({}, 'x')).toBeUndefined()
  })

  test('is not read through a getter twice', () => {
    let reads = 0
    const message = {
      ...hello(),
      get document() {
        reads += 1
        return reads === 1 ? DOCUMENT : 'rosebud'
      },
    }
    const { data } = Hello.safeParse(message)
    expect(JSON.stringify(data ?? null)).not.toContain('rosebud')
  })
})

describe('what our own pages may ask', () => {
  test.each([
    { type: 'status', tab: 3 },
    { type: 'status', tab: null },
    { type: 'pause', minutes: 1 },
    { type: 'pause', minutes: 100_000 },
    { type: 'resume' },
    { type: 'flush' },
    { type: 'consent', given: true, terms: '0123456789abcd' },
    { type: 'consent', given: false, terms: '' },
    { type: 'seen', terms: '0123456789abcd' },
  ])('is %j', (message) => {
    expect(UiMessage.parse(message)).toEqual(message)
  })

  test.each<[string, unknown]>([
    ...NOT_OBJECTS.map((value): [string, unknown] => [`no object: ${typeof value}`, value]),
    ['what pages say', hello()],
    ['what pages deliver', delivery()],
    ['an unknown kind', { type: 'delete' }],
    ['a kind of a prototype', { type: 'toString' }],
    ['a status of no tab', { type: 'status' }],
    ['a status of a tab that is none', { type: 'status', tab: -1 }],
    ['a status of a tab by name', { type: 'status', tab: '3' }],
    ['a pause without an end', { type: 'pause' }],
    ['a pause of no time', { type: 'pause', minutes: 0 }],
    ['a pause of part of a minute', { type: 'pause', minutes: 0.5 }],
    ['a pause for ever', { type: 'pause', minutes: Infinity }],
    ['a pause for longer than ever', { type: 'pause', minutes: 100_001 }],
    ['a pause by text', { type: 'pause', minutes: '5' }],
    ['consent without an answer', { type: 'consent', terms: '' }],
    ['consent by another word', { type: 'consent', given: 'yes', terms: '' }],
    ['consent to nothing in particular', { type: 'consent', given: true }],
    ['a further key', { type: 'resume', now: true }],
    ['a key called __proto__', withKey({ type: 'resume' }, '__proto__')],
  ])('is not %s', (_, message) => {
    expect(UiMessage.safeParse(message).success).toBe(false)
  })
})

describe('what the options page may ask to be shown', () => {
  const readings = [
    { type: 'records', before: null },
    { type: 'records', before: { from: 1.5, id: DOCUMENT } },
    { type: 'record', id: DOCUMENT },
    { type: 'holdings' },
    { type: 'check' },
  ]
  test.each(readings)('is %j, and nothing beside it; no page may ask it', (reading) => {
    expect(Reading.parse(reading)).toEqual(reading)
    expect(Reading.safeParse({ ...reading, more: 1 }).success).toBe(false)
    expect(PageMessage.safeParse(reading).success).toBe(false)
    expect(UiMessage.safeParse(reading).success).toBe(false)
  })
  test.each<[string, unknown]>([
    ...NOT_OBJECTS.map((value): [string, unknown] => [typeof value, value]),
    ['a record without an id', { type: 'record' }],
    ['a page of records without its place', { type: 'records' }],
    ['another id', { type: 'record', id: 'x' }],
    ['an unknown kind', { type: 'everything' }],
  ])('is not %s', (_, no) => {
    expect(Reading.safeParse(no).success).toBe(false)
  })
})

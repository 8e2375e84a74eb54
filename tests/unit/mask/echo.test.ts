import { describe, expect, test } from 'vitest'
import { openEchoes } from '../../../lib/mask/echo.ts'

/** Types a text key by key into one field. */
function typed(text: string, field: object = {}) {
  const echoes = openEchoes()
  for (let end = 1; end <= text.length; end++) echoes.note(field, text.slice(0, end))
  return echoes
}

describe('what was typed is known again', () => {
  test.each([
    'Jane Doe',
    'Hello, Jane!',
    'JANE',
    'jané',
    'Remove Jane Doe from list',
    'janedoe1',
    `id ${btoa('Jane Doe')}`,
    'Jan…',
    'JD',
    'Doe',
  ])('in %j, after Jane Doe', (text) => {
    expect(typed('Jane Doe').isEcho(text)).toBe(true)
  })

  test.each(['Save', 'Cancel', 'A', 'Ja', 'Done', '', '★'])('not in %j', (text) => {
    expect(typed('Jane Doe').isEcho(text)).toBe(false)
  })

  test('after it was deleted or replaced, and in whichever field it stood', () => {
    const field = {}
    const echoes = typed('Jane', field)
    echoes.note(field, '')
    echoes.note(field, 'other')
    echoes.note({}, 'third')
    expect(['Jane', 'other', 'third'].map((text) => echoes.isEcho(text))).toEqual([true, true, true])
  })

  test('beginnings of a word that grew are not words of their own', () => {
    const echoes = typed('contact')
    expect(echoes.isEcho('contact us')).toBe(true)
    expect(echoes.isEcho('continue')).toBe(false)
  })

  test('a short word only as a whole text: it is in every other one by chance', () => {
    const echoes = typed('to')
    expect(echoes.isEcho('To')).toBe(true)
    expect(echoes.isEcho('Go to top')).toBe(false)
  })
})

describe('what cannot be remembered makes everything an echo', () => {
  test('a value too long to read', () => {
    const echoes = openEchoes()
    echoes.note({}, 'a'.repeat(20_001))
    expect(echoes.isEcho('Save')).toBe(true)
  })

  test('more words than are held', () => {
    const echoes = openEchoes()
    for (let i = 0; i < 3000; i++) echoes.note({}, `x${i}`)
    expect(echoes.isEcho('Save')).toBe(false)
    for (let i = 0; i < 3500; i++) echoes.note({}, `y${i}`)
    expect(echoes.isEcho('Save')).toBe(true)
  })

  test('fields without end are let go, their words are not', () => {
    const echoes = openEchoes()
    for (let i = 0; i < 200; i++) echoes.note({}, `word${i}`)
    expect(echoes.isEcho('word7')).toBe(true)
  })
})

test('an address says whether it shows everything that was typed', () => {
  const echoes = typed('jane doe')
  expect(echoes.isAllIn('https://example.com/search?q=Doe Jane')).toBe(true)
  expect(echoes.isAllIn('https://example.com/search?q=Doe')).toBe(false)
  echoes.note({}, 'a'.repeat(20_001))
  expect(echoes.isAllIn('https://example.com/search?q=Doe Jane')).toBe(false)
})

describe('a short value is known again', () => {
  test.each([
    ['75', 'Pay 75'],
    ['04/27', 'Card expires 4.27'],
    ['10:30', 'Start: 10:30'],
    ['2001-05-12', 'May 12'],
    ['王小明', '给王小明发消息'],
    ['李明', '李明 编辑'],
    ['علي', 'رسالة لعلي'],
    ['Jo Wu', 'Profile of Jo Wu'],
    ['Bob', 'Bobs orders'],
    ['Straße', 'STRASSE 5'],
    ['Łukasz', 'Lukasz profile'],
  ])('%j in %j', (value, text) => {
    expect(typed(value).isEcho(text)).toBe(true)
  })
})

describe('ordinary writing leaves ordinary labels alone', () => {
  const LABELS = ['Save', 'Cancel', 'Options', 'Notifications', 'Format', 'Edit', 'Sign in for more', 'Continue', 'Add', 'Filters']

  test('words inside words, across words or backwards are chance', () => {
    const echoes = typed('the information about this address and the tide, from which he drew an opinion')
    expect(LABELS.filter((text) => echoes.isEcho(text))).toEqual([])
  })

  test('a long text is remembered by its words, however it was written', () => {
    const echoes = openEchoes()
    const text = 'A meeting of the members took place, and every motion was carried without objection. '.repeat(60)
    for (const key of text) echoes.noteInsert(key)
    expect(LABELS.filter((label) => echoes.isEcho(label))).toEqual([])
    expect(['Meetings', 'Motion carried', 'Objection'].filter((label) => !echoes.isEcho(label))).toEqual([])
  })
})

test('what was inserted is known though the field never held it, and a line break ends a word', () => {
  const echoes = openEchoes()
  for (const text of ['W', 'a', 'l', 't', 'h', 'e', 'r', ' ', 'J', 'o', 'a', 'n']) echoes.noteInsert(text)
  expect(['Send to Walther', 'Joan'].map((text) => echoes.isEcho(text))).toEqual([true, true])
  expect(echoes.isAllIn('walther joan')).toBe(true)
  expect(echoes.isAllIn('walther')).toBe(false)
})

describe('what nobody typed into a field of this page', () => {
  test('words of its address and fields count while they are there, hidden values only as a whole', () => {
    const echoes = openEchoes()
    echoes.noteShown(['q=jane doe'], ['search', 'a-secret-token'])
    expect(['Jane', 'Search', 'token', 'Copy a-secret-token'].map((text) => echoes.isEcho(text))).toEqual([true, false, false, true])
    echoes.noteShown([], [])
    expect(echoes.isEcho('Jane')).toBe(false)
  })

  test('keys of a pad, or of a closed shadow root, count in fours, since nobody says where a word begins', () => {
    const echoes = openEchoes()
    for (const key of ['4', '7', 'p', 'A', 's', 's']) echoes.noteKey(key)
    expect(['pass', '47PA', '47', 'Compass', 'past'].map((text) => echoes.isEcho(text))).toEqual([true, true, true, true, false])
    expect(echoes.isAllIn('47pass')).toBe(false)
  })

  test('what cannot be read makes the page untrusted, for good', () => {
    const echoes = openEchoes()
    expect(echoes.trusted).toBe(true)
    echoes.distrust()
    expect([echoes.trusted, echoes.isAllIn(''), echoes.isEcho('Save')]).toEqual([false, false, false])
  })
})

test.each<[string, (echoes: ReturnType<typeof openEchoes>) => void]>([
  ['a value', (echoes) => echoes.note({}, 'Jane')],
  ['an insertion', (echoes) => echoes.noteInsert('Jane')],
  ['keys into no field', (echoes) => [...'Jane'].forEach((key) => echoes.noteKey(key))],
  ['the page', (echoes) => echoes.noteShown(['Jane'], [])],
])('a text that was none before is an echo after %s', (_by, note) => {
  const echoes = openEchoes()
  expect(echoes.isEcho('Jane')).toBe(false)
  note(echoes)
  expect(echoes.isEcho('Jane')).toBe(true)
})

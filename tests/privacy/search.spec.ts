/** The search itself: a secret is found in every form that one could leave in, and nothing else is. */
import { createHash } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { openGarden } from './suite/canaries.ts'
import { searchFor } from './suite/search.ts'
import { card, iban } from './suite/secrets.ts'

const garden = openGarden()
const plant = garden.plantFor('page', 'interface')
const word = plant('typed')
const others = Array.from({ length: 500 }, () => plant('typed'))
const number = plant.digits('on-screen-secret', card('4', 16))
const account = plant.digits('on-screen-secret', iban('DE', 22))
const token = plant.token('on-screen-secret', 'ghp_aZ3kQ9vLmP2sT7xW')
const search = searchFor(garden.planted)
const foundIn = (text: string, records: unknown[] = []) => search({ name: 'place', text, records }).map(({ canary }) => canary.value)

const base64 = (before: string) => Buffer.from(`${before}${word} and more`).toString('base64')
const FORMS: Record<string, string> = {
  'as it is': `{"name":"Save ${word}"}`,
  'in capitals': word.toUpperCase(),
  'turned round': [...word].toReversed().join(''),
  'inside of a word': `xx${word}xx`,
  'cut to six letters': word.slice(4, 10),
  'letter by letter': `For ${[...word].join(' ')}`,
  'in pieces': `${word.slice(0, 7)}-${word.slice(7)}`,
  'with every letter percent-encoded': [...word].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join(''),
  'with every letter escaped as in JSON': [...word].map((letter) => `\\u00${letter.charCodeAt(0).toString(16)}`).join(''),
  'with every letter as an entity': [...word].map((letter) => `&#${letter.charCodeAt(0)};`).join(''),
  'in base64 from the first byte': base64(''),
  'in base64 from the second byte': base64('a'),
  'in base64 from the third byte': base64('ab'),
  'in hexadecimal': Buffer.from(word).toString('hex'),
  'as a hash': createHash('sha256').update(word).digest('hex'),
  'as a hash in base64': createHash('sha1').update(word).digest('base64'),
}

for (const [form, text] of Object.entries(FORMS)) {
  test(`a secret is found ${form}`, () => {
    // Not which one: among five hundred, two may share six letters.
    expect(foundIn(text)).not.toEqual([])
  })
}

test('a secret is found letter by letter in one record, also as codes', () => {
  const keys = [...word].map((key, index) => ({ kind: 'press', key, at: 1000 + index }))
  expect(foundIn('', [{ keys }])).toContain(word)
  expect(foundIn('', [[...word].map((letter) => letter.charCodeAt(0))])).toContain(word)
})

test('a number is found whatever separates its digits, and a token by a part of it', () => {
  expect(foundIn(`Pay with ${number.replace(/(.{4})/g, '$1 ')}`)).toEqual([number])
  expect(foundIn(`${account.slice(0, 9)}-${account.slice(9)}`)).toEqual([account])
  expect(foundIn(`x${token.slice(4)}x`)).toEqual([token])
})

test('of two secrets that share letters, the one that is there is found', () => {
  for (const other of others.slice(0, 50)) expect(foundIn(`Save ${other}, please`)).toEqual([other])
})

test('words, times and identifiers are no secrets', () => {
  const text =
    'Save as draft, notifications, keyboard, 2026-11-24T21:00:00, 1732482000000, 0193a5b2-7f1e-7c3d-9a4b-5e6f7a8b9c0d, ⟦button·4-8⟧'
  expect(foundIn(text, [{ kind: 'press', key: 'Enter', modifiers: ['ctrl'] }])).toEqual([])
})

import { expect, test } from 'vitest'
import { localeFor } from '../../../lib/ui/locale.ts'
import { grouped, moment } from '../../../lib/ui/time-words.ts'

test.each([
  ['de-AT', 'de', 'de-AT'],
  ['de', 'de', 'de'],
  ['en-GB', 'en', 'en-GB'],
  ['fr-FR', 'en', 'en'],
  ['den', 'de', 'de'],
])('in a browser of %s, sentences in %s go with dates as in %s', (own, sentences, locale) => {
  expect(localeFor(own, sentences)).toBe(locale)
})

test('numbers and dates are written as in the language', () => {
  expect([grouped(12_345, 'en'), grouped(12_345, 'de')]).toEqual(['12,345', '12.345'])
  const at = new Date(2026, 10, 22, 14, 2).getTime()
  expect(moment(at, at + 86_400_000, 'de')).toMatch(/So.*22\. Nov.*14:02/)
})

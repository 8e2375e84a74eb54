import { expect, test } from 'vitest'
import { asRead } from '../../../lib/control/as-read.ts'

const SECRET = 'canary-0123456789'
const url = 'https://collector.example.com'

test.each<[string, unknown]>([
  ['a token', { collector: { url, token: SECRET } }],
  ['a join secret', { collector: { url, joinSecret: SECRET } }],
  ['a misspelt key', { collector: { url, joinsecret: SECRET, flushMinutes: SECRET } }],
  ['a list', { collector: { url, token: [SECRET] } }],
  ['the collector itself', { collector: SECRET }],
  ['a list for the collector', { collector: [SECRET] }],
  ['the address', { collector: { url: `https://user:${SECRET}@collector.example.com/`, token: SECRET } }],
  ['the query of the address', { collector: { url: `${url}/?t=${SECRET}`, token: SECRET } }],
  ['the top', { token: SECRET, joinSecret: SECRET }],
])('a secret in %s is left out of what administrators are shown', (_, raw) => {
  expect(asRead(raw)).not.toContain('canary')
  expect(asRead(raw)).toContain('…')
})

test('everything else is shown as it is', () => {
  const raw = { collector: { url, joinSecret: SECRET, flushMinutes: 5 }, recording: { sites: [{ match: 'https://wiki.example.com/*' }] } }
  expect(JSON.parse(asRead(raw))).toEqual({ ...raw, collector: { ...raw.collector, joinSecret: '…' } })
  expect(asRead(undefined)).toBe('{}')
})

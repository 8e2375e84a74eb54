import { describe, expect, test } from 'vitest'
import { resolvePolicy } from '../../../lib/policy/resolve.ts'
import { termsOf, widenings, type Terms } from '../../../lib/policy/terms.ts'

type Parts = { site?: object; except?: string[]; schedule?: object; url?: string; days?: number; consent?: string; token?: string }

function terms({
  site = {},
  except = [],
  schedule,
  url = 'https://collector.example.com',
  days = 7,
  consent = 'ask',
  token,
}: Parts = {}): Terms {
  const resolution = resolvePolicy(
    {
      collector: { url, token: token ?? 'token-of-the-tests-0123456789' },
      recording: { sites: [{ match: 'https://wiki.example.com/*', ...site }], except, ...(schedule && { schedule }) },
      local: { retentionDays: days },
      notice: { company: 'Example Company', contact: 'privacy@example.com', consent },
    },
    () => false,
  )
  if (resolution.kind !== 'ready') throw new Error(JSON.stringify(resolution))
  return termsOf(resolution.policy)
}
const told = (before: Terms, now: Terms) => widenings(before, now).map(({ what }) => what)
const WEEK = { days: ['mon'], from: '08:00', to: '18:00', timeZone: 'UTC' }

describe('more than before is', () => {
  test.each<[string, Parts, Parts, string[]]>([
    ['another site', {}, { site: { match: 'https://*.example.com/*' } }, ['site']],
    ['an exception that ends', { except: ['https://wiki.example.com/own/*'] }, {}, ['except']],
    ['the text of a public site', {}, { site: { text: 'public' } }, ['text']],
    ['the structure of its pages', {}, { site: { context: 'structure' } }, ['context']],
    ['a part of it whose wording is kept', {}, { site: { unmask: ['#menu'] } }, ['unmask']],
    ['more hours', { schedule: WEEK }, { schedule: { ...WEEK, to: '20:00' } }, ['schedule']],
    ['any hour', { schedule: WEEK }, {}, ['schedule']],
    ['a collector elsewhere', {}, { url: 'https://other.example.com' }, ['collector']],
    ['keeping it longer', {}, { days: 8 }, ['retention']],
    ['not being asked any more', {}, { consent: 'obtained' }, ['unasked']],
  ])('%s', (_, before, now, what) => {
    expect(told(terms(before), terms(now))).toEqual(what)
  })
})

describe('not more than before is', () => {
  test.each<[string, Parts, Parts]>([
    ['the same', {}, {}],
    ['another token', {}, { token: 'another-token-of-the-tests-0123' }],
    ['another address at the same collector', {}, { url: 'https://collector.example.com/v2' }],
    ['a part of a site', {}, { site: { match: 'https://wiki.example.com/open/*' } }],
    ['an exception', {}, { except: ['https://wiki.example.com/own/*'] }],
    ['fewer hours', {}, { schedule: WEEK }],
    ['keeping it shorter', {}, { days: 1 }],
    ['being asked', { consent: 'obtained' }, {}],
  ])('%s', (_, before, now) => {
    expect(told(terms(before), terms(now))).toEqual([])
  })
})

test('terms that differ have different ids, and the same ones the same', () => {
  expect(terms().id).toBe(terms({ token: 'another-token-of-the-tests-0123' }).id)
  expect(terms().id).not.toBe(terms({ days: 8 }).id)
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { resolvePolicy } from '../../../lib/policy/resolve.ts'
import { GOOD, isPublicSuffix, withExcept, withMatch, withSite } from './suffix-list.ts'

const deployed = (file: string) => JSON.parse(readFileSync(join(import.meta.dirname, '../../../deploy', file), 'utf8'))
const resolve = (raw: unknown) => resolvePolicy(raw, isPublicSuffix)
const ready = (raw: unknown) => {
  const resolution = resolve(raw)
  if (resolution.kind !== 'ready') throw new Error(JSON.stringify(resolution))
  return resolution.policy
}

describe('a policy that lists nothing to do is empty', () => {
  test.each([undefined, null, {}, { person: {} }, { collector: undefined, recording: undefined }])('%j misses both', (raw) => {
    expect(resolve(raw)).toEqual({ kind: 'empty', missing: ['collector', 'recording'] })
  })

  test('without a collector nothing is recorded', () => {
    expect(resolve({ recording: GOOD.recording })).toEqual({ kind: 'empty', missing: ['collector'] })
  })

  test('without sites nothing is recorded', () => {
    expect(resolve({ collector: GOOD.collector })).toEqual({ kind: 'empty', missing: ['recording'] })
    expect(resolve({ ...GOOD, recording: { sites: [] } })).toEqual({ kind: 'empty', missing: ['recording'] })
  })

  test('a fault is named although something is missing as well', () => {
    expect(resolve({ recording: { sites: [{ match: '<all_urls>' }] } })).toMatchObject({ kind: 'refused' })
  })
})

describe('a sound policy is complete', () => {
  test('every default is filled in, and each is the quieter choice', () => {
    expect(ready(GOOD)).toEqual({
      collector: { ...GOOD.collector, flushMinutes: 15 },
      recording: {
        sites: [{ match: 'https://wiki.example.com/*', text: 'interface', context: 'actions', unmask: [], phrases: [], routes: [] }],
        except: [],
        schedule: null,
      },
      file: null,
      local: { retentionDays: 7, maxMb: 50 },
      person: { pauseMaxMinutes: 1440, allowDelete: true },
      notice: { company: null, contact: null, url: null, consent: 'ask' },
      fingerprint: expect.stringMatching(/^[0-9a-f]{14}$/),
    })
  })

  test('a join secret takes the place of a token', () => {
    const { url } = GOOD.collector
    const collector = { url, joinSecret: 'join-secret-0123456789' }
    expect(ready({ ...GOOD, collector }).collector).toEqual({ ...collector, flushMinutes: 15 })
  })

  test.each([
    'https://wiki.example.com/*',
    'https://*.example.com/*',
    'https://wiki.example.com:8443/*',
    'https://wiki.example.com/',
    'https://wiki.example.com/a/*/b*c',
    'https://wiki.example.com/caf%C3%A9/*',
    'https://example.co.uk/*',
    'https://*.example.co.uk/*',
    'https://someone.github.io/*',
    'https://*.someone.github.io/*',
    'https://www.ck/*',
    'https://compute.estate/*',
    'https://intranet/*',
    'https://4chan.example/*',
    'https://0xcafe.example/*',
    'https://localhost/*',
    'http://localhost/*',
    'http://localhost:8080/*',
    'http://wiki.localhost:8080/*',
    'http://*.localhost/*',
    'http://127.0.0.1/*',
    'http://127.255.0.9:9000/*',
    'https://[::1]/*',
    'http://[::1]:8080/*',
    `https://wiki.example.com/${'a'.repeat(375)}`,
  ])('the pattern %s is taken', (match) => {
    expect(ready(withMatch(match)).recording.sites[0]?.match).toBe(match)
    expect(ready(withExcept(match)).recording.except).toEqual([match])
  })

  test.each(['.toolbar', '#menu > li', 'nav [data-part="save, or not"], .a.b', 'button.primary', '[role]', '.x ~ p + p', '*.label'])(
    'the selector %s is taken',
    (selector) =>
      expect(ready(withSite({ match: 'https://wiki.example.com/*', unmask: [selector] })).recording.sites[0]?.unmask).toEqual([selector]),
  )

  test.each([
    'https://collector.example.com',
    'https://collector.example.com/',
    'https://collector.example.com:8443/in/box',
    'http://127.0.0.1:8080',
    'http://[::1]:8080',
    'http://localhost:1',
    'https://10.0.0.5',
  ])('the collector %s is taken', (url) => expect(ready({ ...GOOD, collector: { ...GOOD.collector, url } }).collector.url).toBe(url))

  test('500 entries in all are taken', () => {
    const sites = Array.from({ length: 300 }, (_, i) => ({ match: `https://a${i}.example.com/*` }))
    const except = Array.from({ length: 200 }, (_, i) => `https://b${i}.example.com/*`)
    expect(ready({ ...GOOD, recording: { sites, except } }).recording.sites).toHaveLength(300)
  })

  test('names in any script are taken, joiners included', () => {
    const notice = { company: 'شرکت نمونه‌ای', contact: 'Datenschutz, Büro 3' }
    expect(ready({ ...GOOD, notice }).notice).toMatchObject(notice)
  })

  test('a value without a prototype, as storage may hand it over, is taken', () => {
    expect(ready(Object.assign(Object.create(null), GOOD)).collector.url).toBe(GOOD.collector.url)
  })
})

describe('the samples in deploy/ are sound', () => {
  test('the allowlist', () => {
    expect(ready({ ...GOOD, recording: deployed('allowlist.sample.json') }).recording.sites.length).toBeGreaterThan(10)
  })
})

describe('the fingerprint', () => {
  test('is the same for the same policy in another order of keys', () => {
    const { collector, recording } = GOOD
    expect(ready({ recording, collector: { token: collector.token, url: collector.url } }).fingerprint).toBe(ready(GOOD).fingerprint)
  })

  test('differs for any change', () => {
    const prints = [
      GOOD,
      withMatch('https://wiki.example.com/a*'),
      withExcept('https://wiki.example.com/a*'),
      { ...GOOD, person: { allowDelete: false } },
      { ...GOOD, collector: { ...GOOD.collector, token: 'ingest-token-0123456780' } },
      { ...GOOD, notice: { company: 'Example Company', contact: 'x' } },
    ].map((raw) => ready(raw).fingerprint)
    expect(new Set(prints).size).toBe(prints.length)
  })
})

describe('what a problem shows', () => {
  const problems = (raw: unknown) => {
    const resolution = resolve(raw)
    return resolution.kind === 'refused' ? resolution.problems : []
  }

  test('the value, on one line, without what hides or reorders, and no more than 80 characters', () => {
    expect(problems(withMatch('ftp://x\n\u202e\u200b'))[0]?.value).toBe('ftp://x')
    expect(problems(withMatch(`ftp://${'😀'.repeat(100)}`))[0]?.value).toMatch(/^ftp:\/\/(😀)+…$/u)
    for (const { value } of problems(withMatch('x'.repeat(399)))) expect(value).toHaveLength(80)
  })

  test('never the token or join secret, a password, or the value of a misspelt key', () => {
    const secret = 'canary-0123456789'
    const raws = [
      { ...GOOD, collector: { url: 5, token: secret, tokne: secret, flushMinutes: secret } },
      { ...GOOD, collector: { url: 5, joinSecret: secret, joinsecret: secret } },
      { ...GOOD, collector: { ...GOOD.collector, joinSecret: secret } },
      { ...GOOD, joinSecret: secret },
      { ...GOOD, collector: secret },
      { ...GOOD, collector: [secret] },
      { ...GOOD, collector: { url: `https://user:${secret}@collector.example.com`, token: secret.slice(0, 3) } },
      { ...GOOD, collector: { url: `https://collector.example.com/?t=${secret}`, token: 's' } },
      { ...GOOD, token: secret },
      { ...GOOD, notice: { company: 'a', contact: 'b', url: `https://user:${secret}@www.example.com/` } },
      secret,
      JSON.stringify({ collector: { token: secret } }),
      withMatch(`https://user:${secret}@wiki.example.com/*`),
    ]
    for (const raw of raws) {
      expect(problems(raw).length).toBeGreaterThan(0)
      expect(JSON.stringify(problems(raw))).not.toContain('canary')
    }
  })

  test('all faults at once, one a place, up to 20', () => {
    expect(problems(withMatch(''))).toHaveLength(1)
    const raw = { ...withMatch('*'), person: { pauseMaxMinutes: 1 }, notice: { company: 'a', contact: 'b', url: 'x' }, extra: 1 }
    expect(
      problems(raw)
        .map(({ code }) => code)
        .sort(),
    ).toEqual(['out-of-range', 'scheme', 'scheme', 'unknown-key'])
    expect(problems(withExcept(...Array.from({ length: 100 }, (_, i) => `x${i}`)))).toHaveLength(20)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matches, siteFor } from '../../lib/policy/allowlist.ts'
import { PROBLEM_CODES } from '../../lib/policy/problem-codes.ts'
import { resolvePolicy } from '../../lib/policy/resolve.ts'
import { isWithin, nextChange } from '../../lib/policy/schedule.ts'
import type { Schedule } from '../../lib/policy/schema.ts'
import { GOOD, isPublicSuffix, withExcept, withSite } from '../unit/policy/suffix-list.ts'
import { fitsAsInChrome, isTooBroad } from './pattern-oracle.ts'

/** Hosts around every boundary: suffixes, their children, loopback, and what looks like one of them. */
// prettier-ignore
const host = fc.constantFrom('com', 'co.uk', 'uk', 'github.io', 'ck', 'a.ck', 'www.ck', 'compute.estate', 'a.compute.estate', 'kobe.jp', 'x.kobe.jp',
  'city.kobe.jp', 'example.com', 'wiki.example.com', 'example.co.uk', 'a.github.io', 'intranet', 'localhost', 'a.localhost', 'localhost.com',
  '127.0.0.1', '127.1', '10.0.0.1', '[::1]', '[::2]', 'xn--p1ai', 'EXAMPLE.com', 'example.com.', '*', '*.com', 'exam*ple.com', '')
const pattern = fc
  .tuple(
    fc.constantFrom('https://', 'https://', 'http://', '*://', 'file://', ''),
    fc.constantFrom('', '', '*.', '*', '.', 'u@'),
    host,
    fc.constantFrom('', '', '', ':443', ':8080', ':0', ':*'),
    fc.constantFrom('/*', '/*', '/', '/a*b', '/a/../*', '/**', '?*', '', '/.*'),
  )
  .map((parts) => parts.join(''))

describe('resolving a policy', () => {
  test('never throws, and answers with one of three kinds, whatever the value', () => {
    const values = fc.oneof(
      fc.anything(),
      fc.jsonValue(),
      fc.record({ ...mapKeys(['collector', 'recording', 'local', 'person', 'notice']) }),
    )
    fc.assert(
      fc.property(values, (raw) => {
        const resolution = resolvePolicy(raw, isPublicSuffix)
        if (resolution.kind !== 'refused') return
        expect(resolution.problems.length).toBeGreaterThan(0)
        expect(resolution.problems.length).toBeLessThanOrEqual(20)
        for (const { code, value } of resolution.problems) {
          expect(PROBLEM_CODES).toHaveProperty(code)
          expect(value.length).toBeLessThanOrEqual(80)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('a policy with any one value replaced is refused, empty or still sound, and never throws', () => {
    const full = {
      ...GOOD,
      recording: { ...GOOD.recording, except: [], schedule: { days: ['mon'], from: '08:00', to: '18:00', timeZone: 'UTC' } },
    }
    const paths = [
      ['collector'],
      ['collector', 'url'],
      ['recording', 'sites'],
      ['recording', 'sites', '0'],
      ['recording', 'schedule', 'from'],
    ]
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.anything(), (path, value) => {
        const raw: Record<string, unknown> = structuredClone(full)
        let at: Record<string, unknown> = raw
        for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>
        at[path.at(-1) ?? ''] = value
        expect(['ready', 'refused', 'empty']).toContain(resolvePolicy(raw, isPublicSuffix).kind)
      }),
      { numRuns: 500 },
    )
  })

  test('no pattern that covers more than one owner is ever taken', () => {
    let taken = 0
    fc.assert(
      fc.property(pattern, (match) => {
        const resolution = resolvePolicy(withSite({ match }), isPublicSuffix)
        if (resolution.kind !== 'ready') return
        taken += 1
        expect(isTooBroad(match)).toBe(false)
        // What is taken as a site is taken as an exception too, and the other way round.
        expect(resolvePolicy(withExcept(match), isPublicSuffix).kind).toBe(
          match === 'https://wiki.example.com/*' ? 'ready' : resolution.kind,
        )
      }),
      { numRuns: 3000 },
    )
    // Else nothing has been shown. About 70 of 3,000 are taken.
    expect(taken).toBeGreaterThan(20)
  })
})

describe('matching', () => {
  const label = fc.constantFrom('a', 'b', 'aa', 'wiki')
  const name = fc.array(label, { minLength: 1, maxLength: 3 }).map((labels) => [...labels, 'example'].join('.'))
  const scheme = fc.constantFrom('http', 'https')
  const port = fc.constantFrom('', ':80', ':443', ':8080')
  const piece = fc.constantFrom('a', 'b', 'ab', '/', '/a', '.', '%20', '-')
  const glob = fc.array(fc.oneof(piece, fc.constant('*')), { maxLength: 8 }).map((parts) => '/' + parts.join(''))
  const fill = fc.array(fc.oneof(piece, fc.constantFrom('?', '?a', '')), { maxLength: 3 }).map((parts) => parts.join(''))

  /** Addresses that nearly fit: the stars of a glob filled in, or anything near. */
  const near = fc
    .tuple(glob, fc.array(fill, { minLength: 8, maxLength: 8 }))
    .map(([text, fills]) => [text, text.split('*').reduce((path, part, i) => `${path}${fills[i % 8]}${part}`)] as const)
  const place = fc.tuple(scheme, name, port)

  test('agrees with another implementation of the rules of Chrome', () => {
    let fitting = 0
    fc.assert(
      fc.property(
        place,
        fc.option(place, { freq: 2 }),
        fc.boolean(),
        near,
        fc.option(near, { freq: 2 }),
        fc.constantFrom('', '#b', '.'),
        (here, there, star, [text, path], other, tail) => {
          const [scheme, host, port] = there ?? here
          const dot = tail === '.' ? '.' : ''
          const address = `${scheme}://${host}${dot}${port}${other?.[1] ?? path}${tail === '#b' ? tail : ''}`
          const against = `${here[0]}://${star ? '*.' : ''}${star ? here[1].split('.').slice(1).join('.') : here[1]}${here[2]}${text}`
          const fits = fitsAsInChrome(against, address)
          fitting += fits ? 1 : 0
          expect([against, address, matches(against, address)]).toEqual([against, address, fits])
        },
      ),
      { numRuns: 3000 },
    )
    expect(fitting).toBeGreaterThan(500)
  })

  test('an exception always wins, wherever it stands', () => {
    fc.assert(
      fc.property(name, fc.array(name), (host, others) => {
        const sites = [{ match: `https://${host}/*` }]
        const address = `https://${host}/a`
        expect(
          siteFor(
            address,
            sites,
            others.filter((other) => other !== host).map((other) => `https://${other}/*`),
          ),
        ).toBe(sites[0])
        expect(siteFor(address, sites, [...others.map((other) => `https://${other}/*`), `https://${host}/*`])).toBeNull()
      }),
    )
  })
})

describe('schedules', () => {
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
  const schedule: fc.Arbitrary<Schedule> = fc
    .record({
      days: fc.uniqueArray(fc.constantFrom('mon' as const, 'wed' as const, 'sat' as const, 'sun' as const), { minLength: 1 }),
      from: time,
      to: time,
      // Half-hour clock change, none, forward on a Sunday, over the date line.
      timeZone: fc.constantFrom('Australia/Lord_Howe', 'Asia/Kolkata', 'America/New_York', 'Pacific/Apia'),
    })
    .filter(({ from, to }) => from !== to)

  test('the answer stays as it is until the next change, and is another one there', () => {
    const now = fc.date({ min: new Date('2025-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }).map(Number)
    fc.assert(
      fc.property(schedule, now, fc.double({ min: 0, max: 1, noNaN: true }), (plan, from, share) => {
        const next = nextChange(plan, from)
        const inside = isWithin(plan, from)
        expect(next).toBeGreaterThan(from)
        expect(isWithin(plan, next)).toBe(!inside)
        expect(isWithin(plan, next - 1)).toBe(inside)
        expect(isWithin(plan, from + Math.floor((next - from - 1) * share))).toBe(inside)
      }),
      { numRuns: 500 },
    )
  })
})

function mapKeys(keys: string[]): Record<string, fc.Arbitrary<unknown>> {
  return Object.fromEntries(keys.map((key) => [key, fc.anything()]))
}

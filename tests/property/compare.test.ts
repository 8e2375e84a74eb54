import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matches, siteFor } from '../../lib/policy/allowlist.ts'
import { compareRecordings, type Recording } from '../../lib/policy/compare.ts'
import { covers, overlaps } from '../../lib/policy/cover.ts'
import type { Site } from '../../lib/policy/schema.ts'

/** Few names and paths, so that patterns meet often. */
const host = fc.constantFrom('example.com', '*.example.com', 'a.example.com', '*.a.example.com', 'b.a.example.com')
const port = fc.constantFrom('', '', '', ':443', ':8443')
const path = fc.constantFrom('/*', '/*', '/', '/a', '/a/*', '/a*', '/a/b*', '/*b', '/a*b', '/*/b', '/b/*')
const pattern = fc.tuple(host, port, path).map((parts) => `https://${parts.join('')}`)
const address = fc
  .tuple(
    fc.constantFrom('example.com', 'a.example.com', 'b.a.example.com', 'c.example.com'),
    fc.constantFrom('', ':8443'),
    fc.constantFrom('/', '/a', '/b', '/a/', '/ab', '/a/b', '/a/bb', '/b/a', '/b/b', '/a?b'),
  )
  .map((parts) => `https://${parts.join('')}`)
const site: fc.Arbitrary<Site> = fc.record({
  match: pattern,
  text: fc.constantFrom('interface', 'public'),
  context: fc.constantFrom('actions', 'structure'),
  unmask: fc.subarray(['.a', '.b']),
  phrases: fc.subarray(['A B', 'B C']),
  routes: fc.constant([]),
})
const recording: fc.Arbitrary<Recording> = fc.record({
  sites: fc.uniqueArray(site, { maxLength: 5, selector: ({ match }) => match }),
  except: fc.uniqueArray(pattern, { maxLength: 3 }),
  schedule: fc.constant(null),
})
const decided = (list: Recording, at: string) => siteFor(at, list.sites, list.except)

test('whether patterns cover or meet one another is never said where an address shows otherwise', () => {
  let met = 0
  fc.assert(
    fc.property(pattern, pattern, address, (one, other, at) => {
      if (covers(one, other) && matches(other, at)) expect([one, other, at, matches(one, at)]).toEqual([one, other, at, true])
      if (!matches(one, at) || !matches(other, at)) return
      met += 1
      expect([one, other, at, overlaps(one, other)]).toEqual([one, other, at, true])
    }),
    { numRuns: 20_000 },
  )
  // About 630.
  expect(met).toBeGreaterThan(300)
})

test('whatever is recorded of a page more than before, a change says so', () => {
  let widened = 0
  fc.assert(
    fc.property(recording, recording, address, (before, after, at) => {
      const [old, now] = [decided(before, at), decided(after, at)]
      const more = compareRecordings(before, after).filter(({ kind }) => kind === 'more')
      const told = (what: string, pattern: string, entry?: string) =>
        more.some(
          (change) =>
            change.what === what &&
            'match' in change &&
            (change.match === pattern || matches(change.match, at)) &&
            (entry === undefined || ('entries' in change && change.entries.includes(entry))),
        )
      if (!now) return
      if (!old) {
        widened += 1
        expect(told('site', now.match) || told('except', now.match)).toBe(true)
        return
      }
      if (now.text === 'public' && old.text === 'interface') expect(told('text', now.match)).toBe(true)
      if (now.context === 'structure' && old.context === 'actions') expect(told('context', now.match)).toBe(true)
      for (const what of ['unmask', 'phrases'] as const)
        for (const entry of now[what]) if (!old[what].includes(entry)) expect(told(what, now.match, entry)).toBe(true)
    }),
    { numRuns: 10_000 },
  )
  // About 1,760.
  expect(widened).toBeGreaterThan(500)
})

test('of what is said to be recorded less, no page is recorded but those that are named', () => {
  let narrowed = 0
  fc.assert(
    fc.property(recording, recording, address, (before, after, at) => {
      for (const change of compareRecordings(before, after)) {
        if (change.kind !== 'less' || (change.what !== 'site' && change.what !== 'except') || !matches(change.match, at)) continue
        narrowed += 1
        const now = decided(after, at)
        if (now) expect(change.rest.some((pattern) => matches(pattern, at))).toBe(true)
      }
    }),
    { numRuns: 10_000 },
  )
  // About 5,100.
  expect(narrowed).toBeGreaterThan(500)
})

test('a list compared with itself shows no change', () => {
  fc.assert(
    fc.property(recording, (list) => {
      expect(compareRecordings(list, structuredClone(list))).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

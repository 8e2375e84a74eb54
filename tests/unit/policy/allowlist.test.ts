import { describe, expect, test } from 'vitest'
import { matches, matchesOrigin, siteFor } from '../../../lib/policy/allowlist.ts'

/** Each row was seen in Chromium 156: a script registered for the pattern ran, or did not, at the address. */
const rows: [pattern: string, address: string, fits: boolean][] = [
  ['http://localhost/*', 'http://localhost:3000/a', true],
  ['http://localhost/*', 'http://localhost/a', true],
  ['http://localhost/*', 'http://x.localhost:3000/', false],
  ['http://localhost:80/*', 'http://localhost:3000/a', false],
  ['http://localhost:80/*', 'http://localhost/a', true],
  ['http://localhost:3000/*', 'http://localhost:3000/a', true],
  ['http://localhost:3000/*', 'http://localhost/a', false],
  ['http://*.localhost/*', 'http://localhost:3000/a', true],
  ['http://*.localhost/*', 'http://a.b.localhost/a', true],
  ['http://*.localhost/*', 'http://xlocalhost/', false],
  ['http://example.test/*', 'http://example.test./a', true],
  ['http://example.test/*', 'http://EXAMPLE.test/a', true],
  ['http://example.test/*', 'http://a.example.test/', false],
  ['http://*.example.test/*', 'http://a.example.test./a', true],
  ['http://*.example.test/*', 'http://aexample.test/', false],
  ['http://localhost/foo/*', 'http://localhost/foo', true],
  ['http://localhost/foo/*', 'http://localhost/foo?x', false],
  ['http://localhost/foo/*', 'http://localhost/foo/', true],
  ['http://localhost/foo/*', 'http://localhost/foobar', false],
  ['http://localhost/foo/*', 'http://localhost/FOO/a', false],
  ['http://localhost/foo*', 'http://localhost/foo?x', true],
  ['http://localhost/foo*', 'http://localhost/fo', false],
  ['http://localhost/*bar', 'http://localhost/foo?bar', true],
  ['http://localhost/*bar', 'http://localhost/foo#bar', false],
  ['http://localhost/*bar', 'http://localhost/bar?', false],
  ['http://localhost/*bar', 'http://localhost/bar', true],
  ['http://localhost/a/*/c*d', 'http://localhost/a/b/cxd', true],
  ['http://localhost/a/*/c*d', 'http://localhost/a//cd', true],
  ['http://localhost/a/*/c*d', 'http://localhost/a/c/d', false],
  ['http://localhost/a/*/c*d', 'http://localhost/a/c/cdd', true],
  ['http://localhost/a/*/c*d', 'http://localhost/a/b/c?d', true],
  ['http://localhost/', 'http://localhost/', true],
  ['http://localhost/', 'http://localhost/?a', false],
  ['http://localhost/', 'http://localhost/a', false],
  ['http://localhost/a', 'http://localhost/a?', false],
  ['http://localhost/caf%C3%A9', 'http://localhost/café', true],
  ['http://127.0.0.1/*', 'http://127.0.0.1:3000/', true],
  ['http://[::1]/*', 'http://[::1]:3000/', true],
  ['http://[::1]/*', 'http://[0:0:0:0:0:0:0:1]/', true],
  ['http://[::1]:80/*', 'http://[::1]/', true],
  ['http://[::1]:80/*', 'http://[::1]:3000/', false],
  ['http://localhost/a//*', 'http://localhost/a/', true],
]

/** Not seen in a browser, since no script runs there or no certificate was at hand. */
const further: typeof rows = [
  ['https://wiki.example.com/*', 'http://wiki.example.com/', false],
  ['https://wiki.example.com:443/*', 'https://wiki.example.com/', true],
  ['https://wiki.example.com/*', 'https://wiki.example.com.evil.example/', false],
  ['https://wiki.example.com/*', 'https://wiki.example.com@evil.example/', false],
  ['https://wiki.example.com/*', 'https://user:password@wiki.example.com/', true],
  ['https://wiki.example.com/x*', 'https://u:p@wiki.example.com/y', false],
  ['https://wiki.example.com/*', 'about:blank', false],
  ['https://wiki.example.com/*', 'blob:https://wiki.example.com/4f', false],
  ['https://wiki.example.com/*', 'not an address', false],
  ['https://wiki.example.com/*', '', false],
  ['https://wiki.example.com/ab*ba', 'https://wiki.example.com/aba', false],
  ['https://wiki.example.com/a*a*a', 'https://wiki.example.com/aa', false],
  ['https://wiki.example.com/*://*', 'https://wiki.example.com/to/http://x', true],
]

describe('a pattern fits an address as in the browser', () => {
  test.each([...rows, ...further])('%s at %s: %s', (pattern, address, fits) => {
    expect(matches(pattern, address)).toBe(fits)
  })

  test('an origin fits whatever the path is', () => {
    expect(matchesOrigin('https://wiki.example.com/a/*', new URL('https://wiki.example.com/b'))).toBe(true)
    expect(matchesOrigin('https://wiki.example.com/a/*', new URL('https://other.example.com/a/'))).toBe(false)
  })

  test('many stars and a long address cost no backtracking', () => {
    // Tried one way after another this would take longer than the universe is old.
    expect(matches(`https://wiki.example.com/${'*a'.repeat(150)}*b`, `https://wiki.example.com/${'a'.repeat(100_000)}`)).toBe(false)
  })
})

describe('which site an address belongs to', () => {
  const sites = [
    { match: 'https://wiki.example.com/help/*', text: 1 },
    { match: 'https://*.example.com/*', text: 2 },
  ] as const
  const cases: [address: string, text: number | undefined][] = [
    ['https://wiki.example.com/help/a', 1],
    ['https://wiki.example.com/a', 2],
    ['https://example.org/', undefined],
    ['https://wiki.example.com/help/login', undefined],
    ['https://pay.example.com/', undefined],
    ['nonsense', undefined],
  ]
  test.each(cases)('%s: %s', (address, text) => {
    expect(siteFor(address, sites, ['https://*.example.com/*login*', 'https://pay.example.com/*'])?.text).toBe(text)
  })
})

import { describe, expect, test } from 'vitest'
import { matchParts } from '../../../lib/ui/match-parts.ts'

describe('a match pattern for people', () => {
  test.each([
    ['https://wiki.example.com/*', { pages: 'all', subdomains: false, host: 'wiki.example.com', path: '' }],
    ['https://*.example.com/*', { pages: 'all', subdomains: true, host: 'example.com', path: '' }],
    ['https://www.example.org/docs/*', { pages: 'below', subdomains: false, host: 'www.example.org', path: '/docs/' }],
    ['https://*.example.com/account*', { pages: 'beginning', subdomains: true, host: 'example.com', path: '/account' }],
    ['https://example.com/', { pages: 'one', subdomains: false, host: 'example.com', path: '/' }],
    ['https://example.com/a/*/edit', { pages: 'matching', subdomains: false, host: 'example.com', path: '/a/*/edit' }],
    ['https://example.com/*/edit/*', { pages: 'matching', subdomains: false, host: 'example.com', path: '/*/edit/*' }],
    ['http://127.0.0.1:8080/start', { pages: 'one', subdomains: false, host: '127.0.0.1:8080', path: '/start' }],
    ['http://[::1]/*', { pages: 'all', subdomains: false, host: '[::1]', path: '' }],
  ])('%s', (pattern, parts) => {
    expect(matchParts(pattern)).toEqual(parts)
  })

  test.each(['<all_urls>', '', 'example.com', 'https://example.com', 'https://*/*', 'file:///etc/*', 'https://a.*.com/*'])(
    '%j has no sentence and is shown as it is',
    (pattern) => {
      expect(matchParts(pattern)).toBeNull()
    },
  )
})

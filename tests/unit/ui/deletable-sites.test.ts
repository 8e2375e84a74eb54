import { describe, expect, test } from 'vitest'
import { deletableSites, hasGroups } from '../../../entrypoints/options/delete/deletable-sites.ts'

const known = (patterns: string[], today: Record<string, number> = {}) => ({
  policy: { sites: patterns.map((match) => ({ match })) },
  today: { sites: today },
})

describe('sites that can be chosen', () => {
  test.each([
    ['https://wiki.example.com/*', ['https://wiki.example.com']],
    ['https://wiki.example.com/docs/*', ['https://wiki.example.com']],
    ['https://wiki.example.com:443/*', ['https://wiki.example.com']],
    ['https://wiki.example.com:8443/*', ['https://wiki.example.com:8443']],
    ['http://127.0.0.1:8080/*', ['http://127.0.0.1:8080']],
    ['http://[::1]:8080/*', ['http://[::1]:8080']],
  ])('%s is one site', (pattern, sites) => {
    expect(deletableSites(known([pattern]))).toEqual(sites)
    expect(hasGroups(known([pattern]))).toBe(false)
  })

  test.each(['https://*.example.com/*', '*://wiki.example.com/*', 'http://localhost/*', 'http://[::1]/*', '<all_urls>'])(
    '%s is a group, of which only the sites of today are known',
    (pattern) => {
      expect(deletableSites(known([pattern]))).toEqual([])
      expect(deletableSites(known([pattern], { 'https://a.example.com': 2 }))).toEqual(['https://a.example.com'])
      expect(hasGroups(known([pattern]))).toBe(true)
    },
  )

  test('each is offered once, in order', () => {
    const patterns = ['https://b.example/x/*', 'https://b.example/y/*', 'https://c.example/*']
    expect(deletableSites(known(patterns, { 'https://c.example': 1, 'https://a.example': 1 }))).toEqual([
      'https://a.example',
      'https://b.example',
      'https://c.example',
    ])
  })
})

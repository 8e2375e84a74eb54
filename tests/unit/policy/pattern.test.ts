import { describe, expect, test } from 'vitest'
import { parsePattern, type Pattern } from '../../../lib/policy/pattern.ts'
import { HOSTILE_PATTERNS } from './hostile-patterns.ts'
import { isPublicSuffix } from './suffix-list.ts'

describe('a match pattern in its parts', () => {
  const cases: [text: string, pattern: Pattern][] = [
    ['https://wiki.example.com/*', { scheme: 'https', host: 'wiki.example.com', wildcard: false, port: null, path: '/*' }],
    ['https://*.example.com:8443/a*b', { scheme: 'https', host: 'example.com', wildcard: true, port: '8443', path: '/a*b' }],
    ['http://[::1]:8080/', { scheme: 'http', host: '[::1]', wildcard: false, port: '8080', path: '/' }],
  ]
  test.each(cases)('%s', (text, pattern) => {
    expect(parsePattern(text, isPublicSuffix)).toEqual(pattern)
  })
})

describe('a hostile pattern has a reason without the schema before it', () => {
  const texts = HOSTILE_PATTERNS.filter((row): row is [string, string, string] => typeof row[1] === 'string' && row[1] !== '')
  test.each(texts)('%s', (_name, text, problem) => {
    expect(parsePattern(text, isPublicSuffix)).toEqual({ problem })
  })
})

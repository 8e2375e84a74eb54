import { describe, expect, test } from 'vitest'
import { parseSuffixes, SuffixListError } from '../../../lib/policy/public-suffixes.ts'
import { isPublicSuffix, suffixText } from './suffix-list.ts'

describe('public suffixes', () => {
  const cases: [host: string, suffix: boolean][] = [
    ['com', true],
    ['co.uk', true],
    ['github.io', true],
    ['example.com', false],
    ['www.co.uk', false],
    // Rules: *.ck, !www.ck
    ['ck', true],
    ['anything.ck', true],
    ['www.ck', false],
    ['deep.anything.ck', false],
    // Rule: *.compute.estate, and none for compute.estate
    ['compute.estate', false],
    ['*.compute.estate', true],
    ['*.example.com', false],
    ['localhost', false],
    ['intranet', false],
  ]
  test.each(cases)('%s: %s', (host, suffix) => {
    expect(isPublicSuffix(host)).toBe(suffix)
  })

  test('comments and line ends of other systems make no difference', () => {
    expect(parseSuffixes(`// a comment\r\n${suffixText.replaceAll('\n', '\r\n')}`)('co.uk')).toBe(true)
  })

  test.each(['', 'com', '<!doctype html><p>Not found', suffixText.slice(0, 20_000)])('what is not the whole list is refused', (text) => {
    expect(() => parseSuffixes(text)).toThrow(SuffixListError)
  })
})

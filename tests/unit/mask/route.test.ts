import { describe, expect, test } from 'vitest'
import { parseTemplate, routeTemplate } from '../../../lib/mask/route.ts'

const ROUTES = ['/', '/wiki/new', '/wiki/:page?tab&view', '/docs/*', '/feed', '/a/:b/c/:d?k-1&k_2']
const HOST = 'https://wiki.example.com'

describe('an address becomes a route', () => {
  const cases: [address: string, path: string, query: string[]][] = [
    ['/', '/', []],
    ['/?tab=1', '/', []],
    ['/wiki/Salaries', '/wiki/:page', []],
    ['/wiki/Salaries/', '/wiki/:page', []],
    ['/wiki/Salaries?view=1&tab=secret&other=2#x', '/wiki/:page', ['tab', 'view']],
    ['/wiki/Salaries?view', '/wiki/:page', ['view']],
    ['/wiki/new', '/wiki/new', []],
    ['/wiki/', '/:seg', []],
    ['/wiki//', '/:seg/:seg', []],
    ['/wiki/a/b', '/:seg/:seg/:seg', []],
    ['/docs', '/docs/*', []],
    ['/docs/a/b/c?tab=1', '/docs/*', []],
    ['/feed/', '/feed', []],
    ['/Feed', '/:seg', []],
    ['/a/x/c/y?k-1=&k_2=v', '/a/:b/c/:d', ['k-1', 'k_2']],
    [`/${'x/'.repeat(20)}`, '/:seg'.repeat(20), []],
    [`/${'x/'.repeat(21)}`, '/*', []],
    [`/${'x/'.repeat(100_000)}`, '/*', []],
  ]
  test.each(cases)('%s', (address, path, query) => {
    expect(routeTemplate(HOST + address, ROUTES)).toEqual({ path, query })
  })

  test.each(['', 'nonsense', 'about:blank', 'data:text/plain,secret', 'javascript:alert(1)'])('%s says nothing', (address) => {
    expect(routeTemplate(address, ROUTES)).toEqual({ path: '/*', query: [] })
  })

  test('the first template that fits wins, and a broken one fits nothing', () => {
    expect(routeTemplate(`${HOST}/wiki/new`, ['wiki/new', '/wiki/:page', '/wiki/new']).path).toBe('/wiki/:page')
  })

  test('without templates every part is masked', () => {
    expect(routeTemplate(`${HOST}/in/person?id=1`, [])).toEqual({ path: '/:seg/:seg', query: [] })
  })
})

describe('templates', () => {
  test.each(['/', '/*', '/a/*', '/a.b/_c/~d', '/a'.repeat(20), '/x?a&b', '/x/'])('%s is one', (text) => {
    expect(parseTemplate(text)).not.toBeNull()
  })

  test.each([
    '',
    'a',
    '?a',
    '/a?',
    '/a?b=c',
    '/a?b&',
    '/a??b',
    '/a//b',
    '/*/a',
    '/a*',
    '/:',
    '/:Page',
    '/:a1',
    '/..',
    '/%20',
    '/a b',
    '/Special:Search',
    '/a'.repeat(21),
    '/a?1',
  ])('%s is none', (text) => expect(parseTemplate(text)).toBeNull())
})

import { describe, expect, test } from 'vitest'
import { parseTemplate, routeTemplate } from '../../../lib/mask/route.ts'

const ROUTES = ['/', '/wiki/new', '/wiki/:page?tab&view', '/docs/*', '/feed', '/a/:b/c/:d?k-1&k_2']
const noEcho = () => false
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
    ['/wiki/', '/wiki', []],
    ['/wiki//', '/wiki/:id', []],
    ['/wiki/a/b', '/wiki/:id/:id', []],
    ['/docs', '/docs/*', []],
    ['/docs/a/b/c?tab=1', '/docs/*', []],
    ['/feed/', '/feed', []],
    ['/Feed', '/Feed', []],
    ['/Jane-Doe/Salaries', '/:id/:id', []],
    ['/account/settings', '/account/settings', []],
    ['/private-message', '/private-message', []],
    ['/first-private-message', '/:id', []],
    ['/settings2/%73earch', '/:id/:id', []],
    ['/a/x/c/y?k-1=&k_2=v', '/a/:b/c/:d', ['k-1', 'k_2']],
    [`/${'x/'.repeat(20)}`, '/:id'.repeat(20), []],
    [`/${'x/'.repeat(21)}`, '/*', []],
    [`/${'x/'.repeat(100_000)}`, '/*', []],
  ]
  test.each(cases)('%s', (address, path, query) => {
    expect(routeTemplate(HOST + address, ROUTES, noEcho)).toEqual({ path, query })
  })

  test.each(['', 'nonsense', 'about:blank', 'data:text/plain,secret', 'javascript:alert(1)'])('%s says nothing', (address) => {
    expect(routeTemplate(address, ROUTES, noEcho)).toEqual({ path: '/*', query: [] })
  })

  test('the first template that fits wins, and a broken one fits nothing', () => {
    expect(routeTemplate(`${HOST}/wiki/new`, ['wiki/new', '/wiki/:page', '/wiki/new'], noEcho).path).toBe('/wiki/:page')
  })

  test('without templates words of interfaces stay, and no query key', () => {
    expect(routeTemplate(`${HOST}/people/jane?id=1`, [], noEcho)).toEqual({ path: '/people/:id', query: [] })
  })

  test('a word that was typed does not stay, be it one of interfaces', () => {
    expect(routeTemplate(`${HOST}/search/profile`, [], (word) => word === 'profile').path).toBe('/search/:id')
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

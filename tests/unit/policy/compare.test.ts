import { describe, expect, test } from 'vitest'
import { compareRecordings, type Change, type Recording } from '../../../lib/policy/compare.ts'
import { covers, overlaps } from '../../../lib/policy/cover.ts'
import type { Schedule, Site } from '../../../lib/policy/schema.ts'

const WIKI = 'https://wiki.example.com/*'
const DOCS = 'https://wiki.example.com/docs/*'
const ALL = 'https://*.example.com/*'
const site = (match: string, rules: Partial<Site> = {}): Site => ({
  match,
  text: 'interface',
  context: 'actions',
  unmask: [],
  phrases: [],
  routes: [],
  ...rules,
})
const list = (sites: (string | Site)[], except: string[] = [], schedule: Schedule | null = null): Recording => ({
  sites: sites.map((each) => (typeof each === 'string' ? site(each) : each)),
  except,
  schedule,
})
const hours = (change: Partial<Schedule> = {}): Schedule => ({
  days: ['mon'],
  from: '08:00',
  to: '18:00',
  timeZone: 'Europe/Berlin',
  ...change,
})
/** As `more site https://…`, with what else the change names. */
const told = (before: Recording | null, after: Recording) =>
  compareRecordings(before, after).map((change: Change) => {
    const { kind, what } = change
    if (change.what === 'schedule') return `${kind} schedule`
    const named = 'rest' in change ? change.rest : 'entries' in change ? change.entries : []
    return [kind, what, change.match, ...named].join(' ')
  })

describe('a pattern surely reaches wherever another does', () => {
  test.each([
    [WIKI, WIKI],
    [WIKI, DOCS],
    [ALL, WIKI],
    [ALL, 'https://example.com/*'],
    [WIKI, 'https://wiki.example.com:8443/*'],
    ['https://wiki.example.com/docs*', DOCS],
    [DOCS, 'https://wiki.example.com/docs'],
    ['https://wiki.example.com/a*z', 'https://wiki.example.com/ab*yz'],
  ])('%s covers %s', (wide, narrow) => expect([covers(wide, narrow), overlaps(wide, narrow)]).toEqual([true, true]))

  test.each<[string, string, boolean]>([
    [DOCS, WIKI, true],
    [WIKI, ALL, true],
    ['https://wiki.example.com:8443/*', WIKI, true],
    ['https://wiki.example.com/*a', 'https://wiki.example.com/b*', true],
    ['https://wiki.example.com/docs/?*', DOCS, true],
    // The second fits /docs as well.
    ['https://wiki.example.com/*cs/*', DOCS, true],
    ['https://wiki.example.com/doc', DOCS, false],
    ['https://wiki.example.com/*a', 'https://wiki.example.com/*b', false],
    ['https://wiki.example.com/a*', 'https://wiki.example.com/b*', false],
    ['https://wiki.example.com:1/*', 'https://wiki.example.com:2/*', false],
    [WIKI, 'https://mail.example.com/*', false],
    [ALL, 'https://badexample.com/*', false],
    ['http://localhost/*', 'https://localhost/*', false],
  ])('%s does not cover %s, and whether they meet: %s', (wide, narrow, meets) =>
    expect([covers(wide, narrow), overlaps(wide, narrow), overlaps(narrow, wide)]).toEqual([false, meets, meets]),
  )
})

describe('what is recorded more and less', () => {
  test.each<[string, Recording | null, Recording, string[]]>([
    ['nothing, where nothing changes', list([WIKI, DOCS], [DOCS], hours()), list([WIKI, DOCS], [DOCS], hours()), []],
    ['everything, where there was nothing', null, list([WIKI], [DOCS], hours()), [`more site ${WIKI}`]],
    ['a site that is added', list([WIKI]), list([WIKI, 'https://mail.example.com/*']), ['more site https://mail.example.com/*']],
    ['a site that is taken away', list([WIKI, ALL]), list([ALL]), []],
    ['a site that is gone', list([WIKI, 'https://mail.example.com/*']), list([WIKI]), ['less site https://mail.example.com/*']],
    ['a site of which a part is left', list([WIKI]), list([DOCS]), [`less site ${WIKI} ${DOCS}`]],
    ['a part that becomes the whole', list([DOCS]), list([WIKI]), [`more site ${WIKI}`]],
    ['sites in another order', list([WIKI, DOCS]), list([DOCS, WIKI]), []],
    ['an exception that is added', list([WIKI]), list([WIKI], [DOCS]), [`less except ${DOCS}`]],
    ['an exception that is lifted', list([WIKI], [DOCS]), list([WIKI]), [`more except ${DOCS}`]],
    ['an exception that shrinks', list([ALL], [WIKI]), list([ALL], [DOCS]), [`more except ${WIKI} ${DOCS}`]],
    ['an exception that reaches no site', list([WIKI], ['https://a.example.org/*']), list([WIKI]), []],
    ['an exception for a site that is added with it', list([WIKI]), list([WIKI], ['https://a.example.org/*']), []],
  ])('%s', (_, before, after, changes) => expect(told(before, after)).toEqual(changes))

  const open = site(DOCS, { text: 'public' })
  test.each<[string, Recording, Recording, string[]]>([
    ['a site that becomes public', list([WIKI]), list([site(WIKI, { text: 'public' })]), [`more text ${WIKI}`]],
    ['a site that is public no more', list([site(WIKI, { text: 'public' })]), list([WIKI]), [`less text ${WIKI}`]],
    ['a part that is public is added in front', list([WIKI]), list([open, WIKI]), [`more text ${DOCS}`]],
    ['a part that is public is added behind, where it decides nothing', list([WIKI]), list([WIKI, open]), []],
    ['a part that is public moves in front', list([WIKI, open]), list([open, WIKI]), [`more text ${DOCS}`]],
    [
      'a part that was closed is not singled out any more',
      list([DOCS, site(WIKI, { text: 'public' })]),
      list([site(WIKI, { text: 'public' })]),
      [`more text ${WIKI}`],
    ],
    ['structure', list([WIKI]), list([site(WIKI, { context: 'structure' })]), [`more context ${WIKI}`]],
    [
      'phrases, parts and routes, in both directions',
      list([site(WIKI, { phrases: ['A B'], unmask: ['.a'], routes: ['/a'] })]),
      list([site(WIKI, { phrases: ['B C'], unmask: ['.b'], routes: ['/b'] })]),
      [
        `more phrases ${WIKI} B C`,
        `more unmask ${WIKI} .b`,
        `more routes ${WIKI} /b`,
        `less phrases ${WIKI} A B`,
        `less unmask ${WIKI} .a`,
        `less routes ${WIKI} /a`,
      ],
    ],
    [
      'a route in front of another is taken away, so the other says more',
      list([site(WIKI, { routes: ['/wiki/:page', '/wiki/secret'] })]),
      list([site(WIKI, { routes: ['/wiki/secret'] })]),
      [`more routes ${WIKI} /wiki/secret`, `less routes ${WIKI} /wiki/:page`],
    ],
    [
      'routes of different lengths in another order',
      list([site(WIKI, { routes: ['/a', '/a/b'] })]),
      list([site(WIKI, { routes: ['/a/b', '/a'] })]),
      [],
    ],
  ])('%s', (_, before, after, changes) => expect(told(before, after)).toEqual(changes))

  test.each<[string, Schedule | null, Schedule | null, string[]]>([
    ['a schedule that is added', null, hours(), ['less schedule']],
    ['a schedule that is lifted', hours(), null, ['more schedule']],
    ['a day more', hours(), hours({ days: ['mon', 'tue'] }), ['more schedule']],
    ['an hour less', hours(), hours({ to: '17:00' }), ['less schedule']],
    ['an hour later', hours(), hours({ from: '09:00', to: '19:00' }), ['more schedule', 'less schedule']],
    ['days in another order', hours({ days: ['mon', 'tue'] }), hours({ days: ['tue', 'mon'] }), []],
    [
      'a night that reaches into the next day',
      hours({ days: ['sun'], from: '22:00', to: '06:00' }),
      hours({ from: '00:00', to: '05:00' }),
      ['less schedule'],
    ],
    ['another time zone', hours(), hours({ timeZone: 'Europe/Paris' }), ['more schedule']],
  ])('%s', (_, before, after, changes) => expect(told(list([WIKI], [], before), list([WIKI], [], after))).toEqual(changes))
})

import { describe, expect, test } from 'vitest'
import { PROBLEM_CODES } from '../../../lib/policy/problem-codes.ts'
import { resolvePolicy } from '../../../lib/policy/resolve.ts'
import { HOSTILE_PATTERNS } from './hostile-patterns.ts'
import { GOOD, isPublicSuffix, withExcept, withMatch, withSite } from './suffix-list.ts'

const MATCH = 'recording.sites[0].match'
type Row = [name: string, raw: unknown, code: string, path: string]

const schedule = (part: object) =>
  withSite({ match: 'https://wiki.example.com/*' }, { schedule: { days: ['mon'], from: '08:00', to: '18:00', timeZone: 'UTC', ...part } })
const collector = (url: unknown) => ({ ...GOOD, collector: { ...GOOD.collector, url } })
const notice = (part: object) => ({ ...GOOD, notice: { company: 'Example Company', contact: 'privacy@example.com', ...part } })
const site = (part: object) => withSite({ match: 'https://wiki.example.com/*', ...part })
const SITE = 'recording.sites[0]'
const FILE = { url: 'https://lists.example.com/allowlist.json', publicKey: 'A'.repeat(43) }
const entries = (count: number, prefix = 'a') => Array.from({ length: count }, (_, i) => `https://${prefix}${i}.example.com/*`)
const nested = (depth: number) => JSON.parse('{"a":'.repeat(depth) + '1' + '}'.repeat(depth))

const rows: Row[] = [
  ...HOSTILE_PATTERNS.map(([name, match, code]): Row => [`pattern: ${name}`, withMatch(match), code, MATCH]),
  ['exception: every URL', withExcept('<all_urls>'), 'all-urls', 'recording.except[0]'],
  [
    'exception that could never match',
    withExcept('https://wiki.example.com/*', 'https://wiki.example.com/x/./y*'),
    'not-canonical',
    'recording.except[1]',
  ],
  ['exception of a wrong type', withExcept(7), 'wrong-type', 'recording.except[0]'],
  [
    'exceptions as one text',
    { ...GOOD, recording: { ...GOOD.recording, except: 'https://wiki.example.com/*' } },
    'wrong-type',
    'recording.except',
  ],
  [
    'the same site twice',
    { ...GOOD, recording: { sites: [{ match: entries(1)[0] }, { match: entries(1)[0] }] } },
    'duplicate',
    'recording.sites[1].match',
  ],
  ['501 sites', { ...GOOD, recording: { sites: entries(501).map((match) => ({ match })) } }, 'too-many', 'recording.sites'],
  [
    '250 sites and 251 exceptions',
    { ...GOOD, recording: { sites: entries(250).map((match) => ({ match })), except: entries(251, 'b') } },
    'too-many',
    'recording',
  ],
  [
    'a million sites',
    { ...GOOD, recording: { sites: Array.from({ length: 1_000_000 }, () => ({ match: 'x' })) } },
    'too-many',
    'recording.sites',
  ],
  ['a list with holes', { ...GOOD, recording: { sites: Array.from({ length: 2 }) } }, 'missing', 'recording.sites[0]'],
  [
    'sites as an object',
    { ...GOOD, recording: { sites: { 0: { match: 'https://wiki.example.com/*' } } } },
    'wrong-type',
    'recording.sites',
  ],
  ['a site as a text', { ...GOOD, recording: { sites: ['https://wiki.example.com/*'] } }, 'wrong-type', SITE],
  ['a site without a pattern', withSite({}), 'missing', MATCH],
  ['no list of sites', { ...GOOD, recording: {} }, 'missing', 'recording.sites'],
  ['exceptions misspelt', withSite({ match: 'https://wiki.example.com/*' }, { exept: [] }), 'unknown-key', 'recording.exept'],
  ['an unknown key at the top', { ...GOOD, debug: true }, 'unknown-key', 'debug'],
  ['an unknown key in a site', site({ recordEverything: true }), 'unknown-key', `${SITE}.recordEverything`],
  ['text mode unknown', site({ text: 'everything' }), 'not-allowed', `${SITE}.text`],
  ['context unknown', site({ context: 'screenshots' }), 'not-allowed', `${SITE}.context`],
  ['selector with braces', site({ unmask: ['.a{}'] }), 'selector', `${SITE}.unmask[0]`],
  ['selector that would close a style', site({ unmask: ['</style>'] }), 'selector', `${SITE}.unmask[0]`],
  ['selector with a pseudo-class', site({ unmask: ['.a', ':is(*)'] }), 'selector', `${SITE}.unmask[1]`],
  ['selector with a dangling comma', site({ unmask: ['.a,'] }), 'selector', `${SITE}.unmask[0]`],
  ['selector that covers everything', site({ unmask: ['body *'] }), 'selector-too-broad', `${SITE}.unmask[0]`],
  ['selector that covers everything in its second half', site({ unmask: ['.a, *'] }), 'selector-too-broad', `${SITE}.unmask[0]`],
  ['selector too long', site({ unmask: [`.${'a'.repeat(200)}`] }), 'too-long', `${SITE}.unmask[0]`],
  ['51 selectors', site({ unmask: Array.from({ length: 51 }, (_, i) => `.a${i}`) }), 'too-many', `${SITE}.unmask`],
  ['route without a slash', site({ routes: ['wiki/:page'] }), 'route', `${SITE}.routes[0]`],
  ['route with a star inside', site({ routes: ['/*/edit'] }), 'route', `${SITE}.routes[0]`],
  ['route with a value', site({ routes: ['/search?q=salary'] }), 'route', `${SITE}.routes[0]`],
  ['route with a regular expression', site({ routes: ['/(.*)'] }), 'route', `${SITE}.routes[0]`],
  ['route of 21 parts', site({ routes: ['/a'.repeat(21)] }), 'route', `${SITE}.routes[0]`],
  [
    'route with 11 query keys',
    site({ routes: [`/?${Array.from({ length: 11 }, (_, i) => `k${i}`).join('&')}`] }),
    'route',
    `${SITE}.routes[0]`,
  ],
  ['101 routes', site({ routes: Array.from({ length: 101 }, () => '/') }), 'too-many', `${SITE}.routes`],
  ['time zone unknown', schedule({ timeZone: 'Europe/Nowhere' }), 'time-zone', 'recording.schedule.timeZone'],
  ['time zone as an offset', schedule({ timeZone: '+01:00' }), 'time-zone', 'recording.schedule.timeZone'],
  ['a schedule of no length', schedule({ to: '08:00' }), 'empty-range', 'recording.schedule.to'],
  ['an hour that is none', schedule({ from: '24:00' }), 'format', 'recording.schedule.from'],
  ['no days', schedule({ days: [] }), 'too-few', 'recording.schedule.days'],
  ['a day twice', schedule({ days: ['mon', 'mon'] }), 'duplicate', 'recording.schedule.days[1]'],
  ['a day unknown', schedule({ days: ['monday'] }), 'not-allowed', 'recording.schedule.days[0]'],
  ['a schedule without a time zone', schedule({ timeZone: undefined }), 'missing', 'recording.schedule.timeZone'],
  ['collector over http', collector('http://collector.example.com'), 'http-off-loopback', 'collector.url'],
  ['collector over another scheme', collector('ws://collector.example.com'), 'scheme', 'collector.url'],
  ['collector with a password', collector('https://user:secret@collector.example.com'), 'userinfo', 'collector.url'],
  ['collector with a query', collector('https://collector.example.com/?token=secret'), 'query-or-fragment', 'collector.url'],
  ['collector with a fragment', collector('https://collector.example.com/#x'), 'query-or-fragment', 'collector.url'],
  ['collector with another alphabet', collector('https://c\u043ellector.example.com'), 'homograph', 'collector.url'],
  ['collector in punycode', collector('https://xn--cllector-9xe.example.com'), 'punycode', 'collector.url'],
  ['collector with a space', collector('https://collector.example.com/a b'), 'whitespace', 'collector.url'],
  ['collector on port 99999', collector('https://collector.example.com:99999'), 'port', 'collector.url'],
  ['collector at an address out of range', collector('https://10.0.0.256'), 'ip-address', 'collector.url'],
  ['collector in capitals', collector('https://Collector.example.com'), 'not-canonical', 'collector.url'],
  ['collector by a number', collector('http://2130706433/'), 'http-off-loopback', 'collector.url'],
  ['collector with steps upwards', collector('https://collector.example.com/a/../b'), 'not-canonical', 'collector.url'],
  ['neither token nor join secret', { ...GOOD, collector: { url: GOOD.collector.url } }, 'no-credential', 'collector'],
  [
    'both token and join secret',
    { ...GOOD, collector: { ...GOOD.collector, joinSecret: 'join-secret-0123456789' } },
    'two-credentials',
    'collector',
  ],
  ['join secret too short', { ...GOOD, collector: { url: GOOD.collector.url, joinSecret: 'short' } }, 'too-short', 'collector.joinSecret'],
  [
    'join secret that is misspelt',
    { ...GOOD, collector: { ...GOOD.collector, joinsecret: 'x'.repeat(16) } },
    'unknown-key',
    'collector.joinsecret',
  ],
  ['token too short', { ...GOOD, collector: { ...GOOD.collector, token: 'short' } }, 'too-short', 'collector.token'],
  ['token of a wrong type', { ...GOOD, collector: { ...GOOD.collector, token: 1234567890123456 } }, 'wrong-type', 'collector.token'],
  ['delivery every second', { ...GOOD, collector: { ...GOOD.collector, flushMinutes: 0.016 } }, 'out-of-range', 'collector.flushMinutes'],
  ['delivery never', { ...GOOD, collector: { ...GOOD.collector, flushMinutes: Infinity } }, 'wrong-type', 'collector.flushMinutes'],
  ['a number as text', { ...GOOD, local: { maxMb: '50' } }, 'wrong-type', 'local.maxMb'],
  ['a hundred years', { ...GOOD, local: { retentionDays: 36_500 } }, 'out-of-range', 'local.retentionDays'],
  ['no pause', { ...GOOD, person: { pauseMaxMinutes: 0 } }, 'out-of-range', 'person.pauseMaxMinutes'],
  ['a key to hide the badge', { ...GOOD, person: { hideBadge: true } }, 'unknown-key', 'person.hideBadge'],
  ['notice over http', notice({ url: 'http://www.example.com/notice' }), 'http-off-loopback', 'notice.url'],
  ['notice over http on this machine', notice({ url: 'http://localhost/notice' }), 'http-off-loopback', 'notice.url'],
  ['notice as script', notice({ url: 'javascript:alert(1)' }), 'scheme', 'notice.url'],
  ['a company of spaces', notice({ company: '   ' }), 'blank', 'notice.company'],
  ['a company written backwards', notice({ company: '\u202eynapmoC' }), 'invisible-character', 'notice.company'],
  ['a contact of two lines', notice({ contact: 'a\nb' }), 'invisible-character', 'notice.contact'],
  ['a company of ten megabytes', notice({ company: 'x'.repeat(10_000_000) }), 'too-long', 'notice.company'],
  ['consent unknown', notice({ consent: 'none' }), 'not-allowed', 'notice.consent'],
  ['a text for everything', JSON.stringify(GOOD), 'wrong-type', ''],
  ['a list for everything', [GOOD], 'wrong-type', ''],
  ['a number for everything', 1, 'wrong-type', ''],
  ['a function for everything', () => GOOD, 'wrong-type', ''],
  ['a map for everything', new Map(Object.entries(GOOD)), 'wrong-type', ''],
  ['null for a key', { ...GOOD, recording: null }, 'wrong-type', 'recording'],
  ['a prototype as a key', JSON.parse(`{"__proto__": ${JSON.stringify(GOOD)}}`), 'unknown-key', '__proto__'],
  ['a prototype inside', { ...GOOD, person: JSON.parse('{"__proto__": {"allowDelete": false}}') }, 'unknown-key', 'person.__proto__'],
  ['a getter that throws', Object.defineProperty({}, 'collector', { enumerable: true, get: () => JSON.parse('') }), 'unreadable', ''],
  ['a proxy that throws', new Proxy({}, { ownKeys: () => JSON.parse('') }), 'unreadable', ''],
  ['nesting of 10,000 objects', { ...GOOD, recording: nested(10_000) }, 'too-deep', `recording${'.a'.repeat(10)}`],
  [
    'ten megabytes where true or false belongs',
    { ...GOOD, person: { allowDelete: 'x'.repeat(10_000_000) } },
    'too-long',
    'person.allowDelete',
  ],
  [
    'a quarter of a million values',
    { ...GOOD, recording: Array.from({ length: 500 }, () => Array.from({ length: 500 }, () => 1)) },
    'too-many',
    '',
  ],
  ['a list and a file', withSite({ match: 'https://wiki.example.com/*' }, { file: FILE }), 'file-and-list', 'recording.file'],
  [
    'a file whose key is cut short',
    { ...GOOD, recording: { file: { ...FILE, publicKey: 'A' } } },
    'public-key',
    'recording.file.publicKey',
  ],
  ['a thousand unknown keys', Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`k${i}`, i])), 'too-many', ''],
]

describe('a hostile or broken policy is refused whole, with a reason', () => {
  test.each(rows)('%s', (_name, raw, code, path) => {
    const resolution = resolvePolicy(raw, isPublicSuffix)
    expect(resolution).toMatchObject({ kind: 'refused' })
    const problems = resolution.kind === 'refused' ? resolution.problems : []
    expect(problems.map((problem) => [problem.code, problem.path])).toContainEqual([code, path])
  })

  test('every reason there is has a row, and every row a reason', () => {
    const seen = new Set(rows.map(([, , code]) => code))
    // Those of allowlist files have their rows where files are read.
    const documented = new Set(Object.keys(PROBLEM_CODES).filter((code) => !code.startsWith('list-')))
    expect([...documented].filter((code) => !seen.has(code))).toEqual([])
    expect([...seen].filter((code) => !documented.has(code))).toEqual([])
  })
})

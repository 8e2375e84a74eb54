import { expect, test } from 'vitest'
import { reportText } from '../../../entrypoints/options/diagnostics/report-text.ts'
import type { Status } from '../../../lib/messages.ts'

const SITE = 'https://wiki.example.com'
const status: Status = {
  version: '0.1.0',
  state: 'recording',
  whole: 'recording',
  site: SITE,
  pausedUntil: null,
  pauseMaxMinutes: 60,
  consent: 'given',
  waiting: { actions: 3, sequences: 1, batches: 0, parked: 0, bytes: 0 },
  sent: { actions: 9, batches: 2, lastAt: 1 },
  delivery: { code: 'busy', retryAt: 2 },
  aside: 0,
  erasures: { pending: 0, elsewhere: [], receipts: [] },
  enrolment: null,
  mayDelete: true,
  activity: [],
  copies: { sequences: 2, bytes: 900 },
  device: '5f0c2a52-53f4-4a5c-8a8c-0a6d3f3f7f10',
  today: { kinds: {}, sites: { [SITE]: 4 }, counts: { masked: 7 } },
  terms: { id: null, more: [], since: null, seen: true },
  policy: {
    sites: [{ match: `${SITE}/*`, text: 'interface', context: 'actions', phrases: 0, unmask: 0 }],
    except: [],
    schedule: null,
    collector: 'https://collector.example.com',
    flushMinutes: 5,
    retentionDays: 7,
    company: 'Example Company',
    contact: 'privacy@example.com',
    noticeUrl: null,
    problems: [{ code: 'scheme', path: 'recording.sites[0].match', value: 'ftp://other.example.com' }],
    list: null,
    raw: '{}',
  },
}
const head = { version: '0.1.0', browser: 'Browser/1', silent: false, storage: 1000 }

test('the report holds codes and numbers: no site, no company, no pseudonym, no value of a setting', () => {
  const text = reportText(head, status)
  expect(text).toContain('delivery: busy')
  expect(text).toContain('counted today: masked 7')
  expect(text).toContain('problems: scheme at recording.sites[0].match')
  expect(text).not.toMatch(/example|Example|5f0c2a52|ftp/)
})

test('the report says whether a key was taken, and not which', () => {
  const credential = '1f0c2a52-53f4-4a5c-8a8c-0a6d3f3f7f10'
  const enrolment = { credential, since: '2026-11-27', tokenUntil: null, revoked: true }
  expect(reportText(head, status)).toContain('key taken: needs none')
  expect(reportText(head, { ...status, enrolment })).toContain('key taken: 2026-11-27, revoked')
  expect(reportText(head, { ...status, enrolment })).not.toContain(credential)
})

test('without the worker it says so, and is a report all the same', () => {
  expect(reportText({ ...head, silent: true, storage: null }, null)).toBe(
    'waymark: 0.1.0\nbrowser: Browser/1\nworker: silent\nstorage bytes: unknown',
  )
})

/** The parts of the settings page that decide something, without a page. */
import { expect, test } from 'vitest'
import { lastDays } from '../../../entrypoints/options/activity/last-days.ts'
import { byDay } from '../../../entrypoints/options/traces/by-day.ts'
import { filled } from '../../../entrypoints/options/traces/filled.ts'
import { timeSpan } from '../../../entrypoints/options/traces/time-span.ts'
import { labelOf, TRIED_FIELDS, typingOf } from '../../../entrypoints/options/try/verdict.ts'
import type { RecordRow } from '../../../lib/messages.ts'

const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime()
const record = (from: number): RecordRow => ({
  id: `${from}`,
  site: 'https://wiki.example.com',
  from,
  until: from,
  actions: 1,
  where: 'sent',
  batch: null,
  at: null,
  code: null,
  attempted: true,
  kept: true,
})

test('records are under the day on which they began, from its first to its last millisecond', () => {
  const days = byDay([record(at(27, 23, 59)), record(at(27, 0)), record(at(26, 12))])
  expect(days.map(({ records }) => records.length)).toEqual([2, 1])
  expect([days[0]!.from, days[0]!.until]).toEqual([at(27, 0), at(28, 0) - 1])
})

test('thirty days end with today, and days without anything are among them', () => {
  const days = lastDays(
    [
      { day: '2026-11-27', actions: 5 },
      { day: '2026-10-01', actions: 9 },
    ],
    at(27, 0, 1),
  )
  expect(days).toHaveLength(30)
  expect([days.at(-1)!.actions, days.reduce((sum, { actions }) => sum + actions, 0)]).toEqual([5, 5])
  expect(days.map(({ at: noon }) => new Date(noon).getHours())).toEqual(days.map(() => 12))
})

test('pieces stand where the language has them, and what they say is never taken for a place', () => {
  expect(filled((one, two) => `${two} before ${one}.`, 'A', 'B')).toEqual(['', 'B', ' before ', 'A', '.'])
  expect(filled(() => 'nothing to fill', 'A')).toEqual(['nothing to fill'])
})

test('a span of time has its day where it goes over midnight', () => {
  expect(timeSpan(at(27, 9), at(27, 9, 30), 'en-GB')).toBe('09:00–09:30')
  expect(timeSpan(at(26, 23), at(27, 1), 'en-GB')).toContain('26 Nov')
})

test('of what is tried in a field its kind and size class are kept, and of a secret one the kind only', () => {
  const kept = Object.fromEntries(TRIED_FIELDS.map((field) => [field, typingOf(field, 'canary')]))
  expect(JSON.stringify(kept)).not.toContain('canary')
  expect(Object.values(kept).map(({ field, length }) => `${field} ${length}`)).toEqual([
    'text 4-8',
    'search 4-8',
    'email 4-8',
    'tel 4-8',
    'name 4-8',
    'multiline 4-8',
    'password null',
    'one-time-code null',
    'card null',
  ])
})

test('of what is tried as a name the rule decides that is used on pages', () => {
  const isWord = (word: string) => ['save', 'changes'].includes(word)
  expect(labelOf('button', 'Save changes', isWord)).toEqual({ name: 'Save changes', rule: null })
  expect(labelOf('button', 'Save Quistorp', isWord)).toEqual({ name: '⟦button·9-20⟧', rule: 'unknown-word' })
  expect(labelOf('row', 'Save', isWord)).toEqual({ name: '⟦button·4-8⟧', rule: 'user-content' })
  expect(labelOf('public', 'Quistorp', isWord)).toEqual({ name: 'Quistorp', rule: null })
  expect(labelOf('public', 'mail quistorp@example.com', isWord)).toEqual({ name: '⟦button·21+⟧', rule: 'detector' })
})

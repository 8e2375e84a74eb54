import { describe, expect, test } from 'vitest'
import { deletionOf, localMinute, SCOPES, type Choice } from '../../../entrypoints/options/delete/delete-choice.ts'
import { Deletion } from '../../../lib/messages.ts'

/** A time where the tests run; the choices are about the person's own clock. */
const at = (day: number, hours: number, minutes: number, seconds = 0) => new Date(2026, 10, day, hours, minutes, seconds).getTime()
const NOW = at(27, 9, 30, 15)
const choice = (scope: Choice['scope'], parts: Partial<Choice> = {}): Choice => ({ scope, origin: '', since: '', ...parts })

describe('what a choice deletes', () => {
  test('the last hour ends now', () => {
    expect(deletionOf(choice('hour'), NOW)).toEqual({ kind: 'span', from: NOW - 3_600_000, until: NOW })
  })

  test('today began at midnight where the person is', () => {
    expect(deletionOf(choice('today'), NOW)).toEqual({ kind: 'span', from: at(27, 0, 0), until: NOW })
  })

  test('a date and time are those of the person, to the minute', () => {
    expect(deletionOf(choice('since', { since: '2026-11-26T17:05' }), NOW)).toEqual({ kind: 'span', from: at(26, 17, 5), until: NOW })
    expect(deletionOf(choice('since', { since: localMinute(NOW) }), NOW)).toEqual({ kind: 'span', from: at(27, 9, 30), until: NOW })
  })

  test('a site is what was chosen from the list', () => {
    expect(deletionOf(choice('site', { origin: 'https://wiki.example.com' }), NOW)).toEqual({
      kind: 'site',
      origin: 'https://wiki.example.com',
    })
  })

  test('a part that is missing deletes nothing, and a part of another scope changes nothing', () => {
    expect(deletionOf(choice('since'), NOW)).toBeNull()
    expect(deletionOf(choice('site'), NOW)).toBeNull()
    expect(deletionOf(choice('hour', { origin: 'https://a.example', since: '2026-01-01T00:00' }), NOW)).toEqual(
      deletionOf(choice('hour'), NOW),
    )
  })

  test('the worker understands every one of them', () => {
    const filled = { origin: 'https://wiki.example.com', since: '1960-01-01T00:00' }
    const understood = SCOPES.map((scope) => Deletion.safeParse(deletionOf(choice(scope, filled), NOW)).success)
    expect(understood).toEqual(SCOPES.map(() => true))
  })
})

import { describe, expect, test } from 'vitest'
import { minutesUntilTomorrow, pauseChoices } from '../../../lib/ui/pause-choices.ts'

/** A time of day where the tests run; the choices are about the person's own clock. */
const at = (hours: number, minutes: number, seconds = 0) => new Date(2026, 5, 10, hours, minutes, seconds).getTime()
const names = (maxMinutes: number, now: number) => pauseChoices(maxMinutes, now).map(({ name }) => name)

describe('pauses that are offered', () => {
  test('a day is enough for all three', () => {
    expect(pauseChoices(1440, at(9, 30))).toEqual([
      { name: 'quarter', minutes: 15 },
      { name: 'hour', minutes: 60 },
      { name: 'tomorrow', minutes: 870 },
    ])
  })

  test('none is longer than policy allows', () => {
    expect(names(15, at(9, 0))).toEqual(['quarter'])
    expect(names(59, at(9, 0))).toEqual(['quarter'])
    expect(names(60, at(9, 0))).toEqual(['quarter', 'hour'])
    expect(names(14 * 60 + 59, at(9, 0))).toEqual(['quarter', 'hour'])
    expect(names(15 * 60, at(9, 0))).toEqual(['quarter', 'hour', 'tomorrow'])
  })

  test('late in the evening, "until tomorrow" is not offered where it would be the shorter pause', () => {
    expect(names(1440, at(22, 59))).toContain('tomorrow')
    expect(names(1440, at(23, 0))).not.toContain('tomorrow')
    expect(names(1440, at(23, 59, 59))).toEqual(['quarter', 'hour'])
  })

  test('until tomorrow never ends before midnight', () => {
    const now = at(12, 0, 30)
    const until = new Date(now + minutesUntilTomorrow(now) * 60_000)
    expect([until.getDate(), until.getHours(), until.getMinutes()]).toEqual([11, 0, 0])
  })
})

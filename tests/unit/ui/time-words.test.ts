import { describe, expect, test } from 'vitest'
import { countdown, dayList, isSameDay, kilobytes, moment } from '../../../lib/ui/time-words.ts'

const at = (day: number, hours: number, minutes: number) => new Date(2026, 10, day, hours, minutes).getTime()

describe('a moment', () => {
  test('of today is a time of day', () => {
    expect(moment(at(23, 14, 2), at(23, 15, 0), 'en-GB')).toBe('14:02')
  })

  test('of another day names the day', () => {
    expect(moment(at(22, 14, 2), at(23, 15, 0), 'en-GB')).toMatch(/Sun.*22 Nov.*14:02/)
    expect(moment(at(24, 8, 30), at(23, 23, 59), 'en-GB')).toMatch(/Tue.*24 Nov.*8:30/)
  })

  test('days end at midnight where the person is', () => {
    expect(isSameDay(at(23, 0, 0), at(23, 23, 59))).toBe(true)
    expect(isSameDay(at(23, 23, 59), at(24, 0, 0))).toBe(false)
  })
})

describe('a countdown', () => {
  test.each([
    [42_000, '0:42'],
    [60_000, '1:00'],
    [845_000, '14:05'],
    [3_600_000, '1:00:00'],
    [11_229_000, '3:07:09'],
    [3_600_900, '1:00:00'],
    [999, '0:00'],
    [0, '0:00'],
    [-5_000, '0:00'],
  ])('%i ms is %s', (left, words) => {
    expect(countdown(left)).toBe(words)
  })
})

test('sizes are in kilobytes', () => {
  expect(kilobytes(48_213, 'en')).toBe('48.2 kB')
  expect(kilobytes(0, 'en')).toBe('0 kB')
})

test('days are listed in the order of the week', () => {
  expect(dayList(['fri', 'mon', 'tue'], 'en-GB')).toBe('Mon, Tue and Fri')
  expect(dayList(['sun'], 'en-GB')).toBe('Sun')
})

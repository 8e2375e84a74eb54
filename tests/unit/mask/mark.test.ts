import { describe, expect, test } from 'vitest'
import { detect } from '../../../lib/mask/detect.ts'
import { bitsOf, comparable, isMarkOf, isShortNumber, markOf, sizeOfMark } from '../../../lib/mask/mark.ts'

describe('a mark', () => {
  test.each([
    ['letter case and signs', 'Jane Doe', 'JANE  – Doe!'],
    ['numbers that have moved on', 'Invoice 12 of 30', 'invoice 7 of 31'],
    ['another spelling of the same letters', 'Café', 'Cafe\u0301'],
  ])('is the same for %s', (_, text, other) => {
    expect(markOf(text, 10)).toBe(markOf(other, 10))
    expect(isMarkOf(markOf(text, 10) ?? '', other)).toBe(true)
  })

  test('with digits it tells numbers apart', () => {
    const mark = markOf('Invoice 12', 10, true) ?? ''
    expect([isMarkOf(mark, 'Invoice 12'), isMarkOf(mark, 'Invoice 13')]).toEqual([true, false])
  })

  test('tells as many bits as were asked for, and says how many', () => {
    expect([1, 4, 10].map((bits) => sizeOfMark(markOf('Jane Doe', bits) ?? ''))).toEqual([1, 4, 10])
    expect(sizeOfMark(markOf('Room 12', 6, true) ?? '')).toBe(6)
  })

  test.each(['', ' ', '…', '→ !'])('of %j there is none', (text) => {
    expect([markOf(text, 10), isMarkOf('o', text)]).toEqual([null, false])
  })

  test.each([
    ['27', true],
    ['» 3', true],
    ['271', false],
    ['A4', false],
    ['', false],
  ])('%j is a day or a page: %s', (text, expected) => {
    expect(isShortNumber(text)).toBe(expected)
  })

  test('none is kept where no bits are left', () => {
    expect(markOf('Jane Doe', 0)).toBeNull()
  })

  test('is no longer than the format lets it be', () => {
    expect(markOf('Jane Doe', 11)).toBeNull()
  })

  test('is never taken for a number or a key', () => {
    const marks = Array.from({ length: 1024 }, (_, number) =>
      number.toString(2).padStart(10, '0').replaceAll('0', 'o').replaceAll('1', 'x'),
    )
    expect(marks.flatMap((mark) => [mark, `#${mark}`]).filter((mark) => detect(mark) !== null)).toEqual([])
  })

  test('falls on all groups alike', () => {
    const groups = new Map<string, number>()
    for (let number = 0; number < 16_000; number++) {
      const group = bitsOf(comparable(`name ${String.fromCharCode(97 + (number % 26))} ${number.toString(36)}`, true)).slice(0, 4)
      groups.set(group, (groups.get(group) ?? 0) + 1)
    }
    // 1,000 each; by chance one in a million groups is more than 5 deviations (150) off.
    expect([...groups.values()].filter((size) => Math.abs(size - 1000) > 150)).toEqual([])
    expect(groups.size).toBe(16)
  })
})

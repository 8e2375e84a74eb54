import { describe, expect, test } from 'vitest'
import { imbalanceOf, isClean, judge } from '../../faults/account.ts'

const performed = new Set(['a', 'b', 'c'])

describe('the account of a fault', () => {
  test('is clean when everything acknowledged is stored once, and nothing else than what was done', () => {
    const verdict = judge(performed, ['a', 'b'], ['b', 'a', 'c'])
    expect(verdict).toEqual({ lost: [], doubled: [], invented: [] })
    expect(isClean({ ...verdict, unbalanced: [] })).toBe(true)
  })

  test.each([
    ['lost', ['a', 'b'], ['a'], { lost: ['b'], doubled: [], invented: [] }],
    ['doubled', ['a'], ['a', 'b', 'a', 'b'], { lost: [], doubled: ['a', 'b'], invented: [] }],
    ['invented', [], ['d'], { lost: [], doubled: [], invented: ['d'] }],
  ])('names what was %s', (_, acknowledged, stored, expected) => {
    const verdict = judge(performed, acknowledged, stored)
    expect(verdict).toEqual(expected)
    expect(isClean({ ...verdict, unbalanced: [] })).toBe(false)
  })
})

describe('a ledger', () => {
  const ledger = { day: 'x', recorded: 9, acknowledged: 4, dropped: { 'dropped-expired': 2 } }
  test('balances where what was recorded is acknowledged, waits or was dropped', () => {
    expect([imbalanceOf(ledger, 3), imbalanceOf(undefined, 0)]).toEqual([null, null])
  })
  test('is told of in words where more or fewer wait', () => {
    expect(imbalanceOf(ledger, 4)).toBe('recorded 9, acknowledged 4, waiting 4, dropped 2')
    expect([imbalanceOf(ledger, 2), imbalanceOf(undefined, 1)]).not.toContain(null)
    expect(isClean({ ...judge(performed, [], []), unbalanced: ['recorded 9'] })).toBe(false)
  })
})

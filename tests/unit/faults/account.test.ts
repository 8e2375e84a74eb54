import { describe, expect, test } from 'vitest'
import { isClean, judge } from '../../faults/account.ts'

const performed = new Set(['a', 'b', 'c'])

describe('the account of a fault', () => {
  test('is clean when everything acknowledged is stored once, and nothing else than what was done', () => {
    const verdict = judge(performed, ['a', 'b'], ['b', 'a', 'c'])
    expect(verdict).toEqual({ lost: [], doubled: [], invented: [] })
    expect(isClean(verdict)).toBe(true)
  })

  test.each([
    ['lost', ['a', 'b'], ['a'], { lost: ['b'], doubled: [], invented: [] }],
    ['doubled', ['a'], ['a', 'b', 'a', 'b'], { lost: [], doubled: ['a', 'b'], invented: [] }],
    ['invented', [], ['d'], { lost: [], doubled: [], invented: ['d'] }],
  ])('names what was %s', (_, acknowledged, stored, expected) => {
    const verdict = judge(performed, acknowledged, stored)
    expect(verdict).toEqual(expected)
    expect(isClean(verdict)).toBe(false)
  })
})

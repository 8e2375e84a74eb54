import { expect, test } from 'vitest'
import { CORPUS, inHalves } from '../../bench/targets/corpus.ts'

test('sources take turns in the order of their names, in whatever order they are listed', () => {
  expect([...inHalves(['c', 'a', 'b'])]).toEqual([
    ['a', 'judging'],
    ['b', 'tuning'],
    ['c', 'judging'],
  ])
})

test('no package is in both halves', () => {
  const halves = new Map<string, Set<string>>()
  for (const { packages, half } of CORPUS) {
    for (const name of Object.values(packages ?? {})) {
      const own = name.replace(/-next$/, '')
      halves.set(own, (halves.get(own) ?? new Set()).add(half))
    }
  }
  expect([...halves].filter(([, found]) => found.size > 1)).toEqual([])
})

test('there are 40 pages or more, and in both halves a package with its next release', () => {
  expect(CORPUS.flatMap(({ pages }) => pages).length).toBeGreaterThanOrEqual(40)
  const halves = CORPUS.filter(({ packages }) => packages?.next !== undefined).map(({ half }) => half)
  expect(new Set(halves)).toEqual(new Set(['tuning', 'judging']))
})

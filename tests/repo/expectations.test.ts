import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT, read } from './tracked.ts'

const OPEN = '**open**'
const rows = read('docs/expectations.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| ---') && !line.startsWith('| Expectation |'))
  .map((line) => {
    const [expectation = '', where = '', tests = '', ...rest] = line.slice(2, -2).split(' | ')
    return { expectation, where, tests: [...tests.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file), rest }
  })

test('every expectation stands once, in three columns', () => {
  expect(rows.length).toBeGreaterThan(30)
  expect(rows.filter(({ rest }) => rest.length > 0)).toEqual([])
  expect(new Set(rows.map(({ expectation }) => expectation)).size).toBe(rows.length)
})

test('an expectation is held by a test, or open', () => {
  expect(rows.filter(({ where, tests }) => (where === OPEN) === tests.length > 0).map(({ expectation }) => expectation)).toEqual([])
})

test('every test that holds an expectation exists, and is one that runs', () => {
  const files = rows.flatMap(({ tests }) => tests)
  expect(files.filter((file) => !existsSync(join(ROOT, file)) || !/^tests\/.*\.(test|spec)\.ts$/.test(file))).toEqual([])
})

test('every place that is named exists', () => {
  const places = rows.flatMap(({ where }) => [...where.matchAll(/`([^`*]+)`/g)].map(([, place = '']) => place))
  expect(places.filter((place) => !place.startsWith('npm run ') && !existsSync(join(ROOT, place)))).toEqual([])
})

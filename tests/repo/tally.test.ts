import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readReport } from '../../scripts/suites/report.ts'
import { judge, sum } from '../../scripts/suites/tally.ts'
import { temporaryFolder } from '../../scripts/temporary-folder.ts'

const counts = { passed: 3, failed: 0, skipped: 1, names: [] }

test('a suite that passed counts what it reports', () => {
  expect(judge(counts, 0)).toEqual({ passed: 3, failed: 0, skipped: 1, names: [], reasons: [] })
})

test('a suite with failed tests counts them, and its exit code not again', () => {
  expect(judge({ ...counts, failed: 2 }, 1)).toEqual({ passed: 3, failed: 2, skipped: 1, names: [], reasons: [] })
})

test.each([
  ['left no report', null, 0],
  ['left no report', null, null],
  ['ran no test', { passed: 0, failed: 0, skipped: 9, names: [] }, 0],
  ['although no test failed', counts, 1],
  ['although no test failed', counts, null],
])('a suite that %s is one failure, with its reason', (reason, report, exit) => {
  const tally = judge(report, exit)
  expect(tally.failed).toBe(1)
  expect(tally.reasons.join()).toContain(reason)
})

test('reports are read as the two tools write them, and a broken one is none', () => {
  const { path, remove } = temporaryFolder('tally')
  const file = (text: string) => {
    const name = join(mkdtempSync(join(path, 'report-')), 'report.json')
    writeFileSync(name, text)
    return name
  }
  const testResults = [
    {
      name: '/a/menu.test.ts',
      status: 'failed',
      assertionResults: [
        { status: 'passed', fullName: 'opens' },
        { status: 'failed', fullName: 'closes' },
      ],
    },
    { name: '/a/broken.test.ts', status: 'failed', assertionResults: [] },
  ]
  const vitest = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, success: false, testResults }
  expect(readReport('vitest', file(JSON.stringify(vitest)))).toEqual({
    passed: 5,
    failed: 1,
    skipped: 3,
    names: ['menu.test.ts: closes', 'broken.test.ts'],
  })
  const specs = [{ ok: true, title: 'says so', file: 'ui.spec.ts' }]
  const within = { specs: [{ ok: false, title: 'is read', file: 'ui.spec.ts' }] }
  const playwright = { stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 }, suites: [{ specs, suites: [within] }] }
  expect(readReport('playwright', file(JSON.stringify(playwright)))).toEqual({
    passed: 4,
    failed: 2,
    skipped: 2,
    names: ['ui.spec.ts: is read'],
  })
  expect(readReport('playwright', file('{"stats":'))).toBeNull()
  expect(readReport('vitest', join(path, 'absent.json'))).toBeNull()
  remove()
})

test('the total is over all suites', () => {
  expect(sum([judge(counts, 0), judge(null, 1)])).toEqual({ passed: 3, failed: 1, skipped: 1 })
})

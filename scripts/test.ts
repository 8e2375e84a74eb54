/**
 * Every suite, the fastest first; one that fails does not keep the others from running. The last line is always
 * `N passed, N failed`, and the exit code is 1 unless nothing failed. Names of suites as arguments run only those.
 */
import { join } from 'node:path'
import { readReport } from './suites/report.ts'
import { run } from './suites/run.ts'
import { judge, sum, type Tally } from './suites/tally.ts'
import { temporaryFolder } from './temporary-folder.ts'

const reports = temporaryFolder('reports')

/** A step that has to work for the tests to mean anything; it counts only when it fails. */
async function build(script: string): Promise<Tally> {
  const code = await run('npm', ['run', '--silent', script])
  return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0, names: [], reasons: code === 0 ? [] : [`ended with exit code ${code}`] }
}

const SUITES: Record<string, () => Promise<Tally>> = {
  build: () => build('build'),
  firefox: () => build('build:firefox'),
  vitest: async () => {
    const file = join(reports.path, 'vitest.json')
    const code = await run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`])
    return judge(readReport('vitest', file), code)
  },
  playwright: async () => {
    const file = join(reports.path, 'playwright.json')
    const code = await run('playwright', ['test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: file })
    return judge(readReport('playwright', file), code)
  },
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !Object.hasOwn(SUITES, name))
if (unknown.length > 0) {
  console.error(`There is no suite ${unknown.join(', ')}. Suites: ${Object.keys(SUITES).join(', ')}.`)
  process.exit(2)
}

let ended = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => (ended = true))

const tallies: Tally[] = []
const lines: string[] = []
for (const [name, suite] of Object.entries(SUITES)) {
  if (ended || (wanted.length > 0 && !wanted.includes(name))) continue
  console.log(`\n== ${name}`)
  const begun = Date.now()
  const tally = await suite()
  tallies.push(tally)
  const seconds = ((Date.now() - begun) / 1000).toFixed(1)
  const failed = tally.reasons.length > 0 ? `: ${tally.reasons.join(', ')}` : ''
  lines.push(
    `${name.padEnd(10)} ${seconds.padStart(6)} s  ${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped${failed}`,
    ...tally.names.map((failure) => `  failed: ${failure}`),
  )
}
if (ended) {
  tallies.push({ passed: 0, failed: 1, skipped: 0, names: [], reasons: [] })
  lines.push('ended by a signal before everything had run')
}

const { passed, failed } = sum(tallies)
console.log(`\n${lines.join('\n')}\n\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import type { Counts } from './tally.ts'

/** Vitest's JSON report. Tests under `describe.skip` and the like are pending; `todo` ones have no body. */
const Vitest = z
  .object({
    numPassedTests: z.int(),
    numFailedTests: z.int(),
    numPendingTests: z.int(),
    numTodoTests: z.int(),
    testResults: z.array(
      z.object({ status: z.string(), name: z.string(), assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })) }),
    ),
  })
  .transform((report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    names: report.testResults.flatMap(({ status, name, assertionResults }) => {
      const failed = assertionResults.filter((test) => test.status === 'failed').map(({ fullName }) => `${basename(name)}: ${fullName}`)
      // A file that could not be loaded has no tests.
      return failed.length === 0 && status === 'failed' ? [basename(name)] : failed
    }),
  }))

type Suite = { specs: { ok: boolean; title: string; file: string }[]; suites?: Suite[] | undefined }
const Suite: z.ZodType<Suite> = z.object({
  specs: z.array(z.object({ ok: z.boolean(), title: z.string(), file: z.string() })),
  get suites() {
    return z.array(Suite).optional()
  },
})
const specsOf = ({ specs, suites = [] }: Suite): Suite['specs'] => [...specs, ...suites.flatMap(specsOf)]

/** Playwright's JSON report. A test that passed only when repeated is a failed one here. */
const Playwright = z
  .object({
    stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
    suites: z.array(Suite),
  })
  .transform(({ stats, suites }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
    names: suites.flatMap(specsOf).flatMap(({ ok, title, file }) => (ok ? [] : [`${file}: ${title}`])),
  }))

export const REPORTS = { vitest: Vitest, playwright: Playwright }

/** Counts of the report in `file` and the names of what failed, or null when it was not written, or not to its end. */
export function readReport(kind: keyof typeof REPORTS, file: string): Counts | null {
  try {
    return REPORTS[kind].parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

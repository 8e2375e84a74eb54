import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** Vitest's JSON report. Tests under `describe.skip` and the like are pending; `todo` ones have no body. */
const Vitest = z
  .object({ numPassedTests: z.int(), numFailedTests: z.int(), numPendingTests: z.int(), numTodoTests: z.int() })
  .transform((report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }))

/** Playwright's JSON report. A test that passed only when repeated is a failed one here. */
const Playwright = z
  .object({ stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }) })
  .transform(({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }))

export const REPORTS = { vitest: Vitest, playwright: Playwright }

/** Counts of the report in `file`, or null when it was not written, or not to its end. */
export function readReport(kind: keyof typeof REPORTS, file: string): { passed: number; failed: number; skipped: number } | null {
  try {
    return REPORTS[kind].parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

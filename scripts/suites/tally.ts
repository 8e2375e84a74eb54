/** Tests by how they ended. `names` of those that failed. */
export type Counts = { passed: number; failed: number; skipped: number; names: string[] }

/** What a suite comes to. `reasons` name what failed without being a test: a crash, a report that is missing, nothing run. */
export type Tally = Counts & { reasons: string[] }

/** Counts of a report and the exit code beside it, put together so that no failure of the suite itself gets lost. */
export function judge(counts: Counts | null, exit: number | null): Tally {
  if (counts === null) return { passed: 0, failed: 1, skipped: 0, names: [], reasons: [`ended with exit code ${exit} and left no report`] }
  const ran = counts.passed + counts.failed
  const reasons = [
    ...(ran === 0 ? ['ran no test'] : []),
    ...(exit !== 0 && counts.failed === 0 && ran > 0 ? [`ended with exit code ${exit} although no test failed`] : []),
  ]
  return { ...counts, failed: counts.failed + reasons.length, reasons }
}

export const sum = (tallies: Tally[]) => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  failed: tallies.reduce((total, { failed }) => total + failed, 0),
  skipped: tallies.reduce((total, { skipped }) => total + skipped, 0),
})

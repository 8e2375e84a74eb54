/** Whitening by the spread within persons, as linear discriminant analysis does it. */

/** With more features than sessions the covariance is not known well; so much of it is taken from its diagonal instead. */
const SHRINKAGE = 0.25

/** @param rows deviations from each person's own mean @returns a map to a space in which they have no direction */
export function whitening(rows: readonly (readonly number[])[]): (values: readonly number[]) => number[] {
  const size = rows[0]?.length ?? 0
  const covariance = Array.from({ length: size }, () => new Float64Array(size))
  for (const row of rows) {
    for (let i = 0; i < size; i++) {
      const line = covariance[i]
      const own = (row[i] ?? 0) / rows.length
      if (line) for (let j = 0; j <= i; j++) line[j] = (line[j] ?? 0) + own * (row[j] ?? 0)
    }
  }
  for (const [i, line] of covariance.entries()) {
    for (let j = 0; j < i; j++) line[j] = (line[j] ?? 0) * (1 - SHRINKAGE)
    // A feature that never varies within anybody would weigh without limit.
    line[i] = Math.max(line[i] ?? 0, 1e-3)
  }
  const lower = cholesky(covariance)
  // Forward substitution: the values that the factor makes these values from.
  return (values) => {
    const out = new Float64Array(size)
    for (const [i, line] of lower.entries()) {
      let sum = values[i] ?? 0
      for (let j = 0; j < i; j++) sum -= (line[j] ?? 0) * (out[j] ?? 0)
      out[i] = sum / (line[i] ?? 1)
    }
    return [...out]
  }
}

/** Lower factor of a positive definite matrix, of which the lower half is read. */
function cholesky(matrix: Float64Array[]): Float64Array[] {
  const lower: Float64Array[] = []
  for (const [i, row] of matrix.entries()) {
    const line = new Float64Array(matrix.length)
    for (let j = 0; j <= i; j++) {
      const other = lower[j] ?? line
      let sum = row[j] ?? 0
      for (let k = 0; k < j; k++) sum -= (line[k] ?? 0) * (other[k] ?? 0)
      line[j] = j === i ? Math.sqrt(Math.max(sum, 1e-9)) : sum / (other[j] ?? 1)
    }
    lower.push(line)
  }
  return lower
}

/** 95 % of a normal distribution is within this many standard deviations. */
const Z = 1.96

/** Share of `hits` in `of` with its 95 % Wilson interval, which stays within 0 and 1 for few and for extreme counts. In per cent. */
export function wilson(hits: number, of: number): { share: number; low: number; high: number } {
  if (of === 0) return { share: 0, low: 0, high: 100 }
  const p = hits / of
  const spread = 1 + Z ** 2 / of
  const middle = (p + Z ** 2 / (2 * of)) / spread
  const half = (Z * Math.sqrt((p * (1 - p)) / of + Z ** 2 / (4 * of ** 2))) / spread
  return { share: 100 * p, low: 100 * Math.max(0, middle - half), high: 100 * Math.min(1, middle + half) }
}

/** How far a value is along its range, no finer than a tenth; null where that cannot be told. Pure. */
export function tenthsOf(low: number, high: number, value: number): number | null {
  const way = (value - low) / (high - low)
  return Number.isFinite(way) ? Math.round(10 * Math.min(1, Math.max(0, way))) : null
}

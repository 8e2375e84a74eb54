/** All numbers of a table of counts together. */
export function sum(counts: Record<string, number | undefined>): number {
  return Object.values(counts).reduce<number>((total, count) => total + (count ?? 0), 0)
}

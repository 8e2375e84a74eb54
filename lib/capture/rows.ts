/** Lists that keep only part of their rows in the page: which row is it, of how many? Pure. */

type Span = { top: number; bottom: number }

/**
 * @param row one of those that are there, from the first to the last
 * @param whole what is scrolled: as high as all rows
 * @param seen height of what it is scrolled in
 * @returns null where all rows are there
 */
export function rowIn(row: Span, first: Span, last: Span, whole: Span, seen: number): { index: number; count: number } | null {
  const height = row.bottom - row.top
  const missing = Math.max(first.top - whole.top, whole.bottom - last.bottom)
  // Less than two rows are a heading or a margin.
  if (!(height > 0) || missing <= 2 * height || seen >= whole.bottom - whole.top) return null
  return { index: Math.max(0, Math.round((row.top - whole.top) / height)), count: Math.round((whole.bottom - whole.top) / height) }
}

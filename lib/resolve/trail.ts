/** The way to an element by the tags around it, without positions: it outlives what comes and goes beside it. Pure. */

/** Steps that a path from the root of the page may have more than before: wrappers of a new layout. */
const MORE_STEPS = 3
/** One step in four may be another. */
const LIKE = 0.75

/**
 * @param path CSS of a recorded path
 * @param tags of an element and of what is around it, the innermost first
 */
export function isOnTrail(path: string, tags: readonly string[]): boolean {
  const steps = path.split(' > ').map((step) => step.replace(/:.*/, ''))
  // A path that begins with an id says nothing of what is around that.
  const own = steps.filter((step) => !step.startsWith('#'))
  const read = tags.slice(0, own.length + (own.length < steps.length ? 0 : MORE_STEPS)).toReversed()
  return own.length === 0 || common(own, read) / own.length >= LIKE
}

/** Length of the longest common subsequence. */
function common(steps: readonly string[], tags: readonly string[]): number {
  let row = Array.from({ length: tags.length + 1 }, () => 0)
  for (const step of steps) {
    const next = [0]
    for (const [at, tag] of tags.entries()) {
      next.push(tag === step || step === '*' ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

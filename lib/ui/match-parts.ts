/** A match pattern taken apart for a sentence a person can read. Pure. */

/** Which pages of a host a path means. */
type Pages = 'all' | 'one' | 'below' | 'beginning' | 'matching'

export type MatchParts = {
  pages: Pages
  /** The host and every name under it. */
  subdomains: boolean
  /** Host with its port, without `*.`. */
  host: string
  /** As a person would say it: `/docs/` for `/docs/*`. Empty for all pages. */
  path: string
}

/**
 * Takes a pattern that `lib/policy` has accepted apart; null for anything else, so that the page shows the pattern
 * itself rather than a wrong sentence.
 */
export function matchParts(pattern: string): MatchParts | null {
  const match = /^(?:\*|https?):\/\/(?<stars>\*\.)?(?<host>[^*/]+)(?<path>\/.*)$/.exec(pattern)
  const { stars, host, path } = match?.groups ?? {}
  if (host === undefined || path === undefined) return null
  return { subdomains: stars !== undefined, host, ...pagesOf(path) }
}

function pagesOf(path: string): { pages: Pages; path: string } {
  if (path === '/*') return { pages: 'all', path: '' }
  if (!path.includes('*')) return { pages: 'one', path }
  const stem = path.slice(0, -1)
  if (!path.endsWith('*') || stem.includes('*')) return { pages: 'matching', path }
  return { pages: stem.endsWith('/') ? 'below' : 'beginning', path: stem }
}

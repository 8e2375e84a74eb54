import type { IsPublicSuffix } from './pattern.ts'

/** The list was cut off, replaced or not packed. Without it nothing can be judged, so no policy may be used. */
export class SuffixListError extends Error {
  override readonly name = 'SuffixListError'
}

/** The public list has had more than this for many years; it has near 10,000 today. */
const MIN_RULES = 5000

/**
 * Reads the Public Suffix List, one rule a line, and answers whether a host is on it. A question with a leading `*.` asks
 * for the rule itself: is every host directly below a suffix? Throws `SuffixListError` on what is not the list.
 */
export function parseSuffixes(text: string): IsPublicSuffix {
  const rules = new Set(text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('//')))
  if (rules.size < MIN_RULES || !rules.has('com')) throw new SuffixListError(`${rules.size} rules`)
  return (host) => {
    if (rules.has(`!${host}`)) return false
    // A host without a dot is its own parent here: where `*.ck` is a rule, `ck` is a suffix too.
    return rules.has(host) || rules.has(`*.${host.slice(host.indexOf('.') + 1)}`)
  }
}

/** What one allowlist records more, and what less, than another: for whoever signs it, and for the person it is about. Pure. */
import { parseTemplate } from '../mask/route.ts'
import { covers, overlaps } from './cover.ts'
import type { Policy } from './policy.ts'
import { compareSchedules } from './compare-schedules.ts'
import type { Schedule, Site } from './schema.ts'

/** Sites, exceptions and schedule, judged and complete. */
export type Recording = Policy['recording']

/**
 * One difference. `more`: something may be recorded, or kept of what is recorded, that was not before; told also where it cannot be
 * excluded. `less`: it surely is not any more.
 * - `site`: pages a pattern fits are recorded, or not any more except where the patterns in `rest` reach them.
 * - `except`: pages that were excepted (`more`), except where those in `rest` still are; or that are now (`less`).
 * - `text`: the text of a public site is kept; `context`: the structure of the page is.
 * - `phrases`, `unmask`, `routes`: wording, parts of pages and parts of addresses that are kept.
 * - `schedule`: times; null is at any time.
 */
export type Change =
  | { kind: 'more' | 'less'; what: 'site' | 'except'; match: string; rest: string[] }
  | { kind: 'more' | 'less'; what: 'text' | 'context'; match: string }
  | { kind: 'more' | 'less'; what: 'phrases' | 'unmask' | 'routes'; match: string; entries: string[] }
  | { kind: 'more' | 'less'; what: 'schedule'; before: Schedule | null; after: Schedule | null }

/** Differences in the order of the newer list, what is recorded more first. Null: nothing was recorded before. */
export function compareRecordings(before: Recording | null, after: Recording): Change[] {
  const old = before ?? { sites: [], except: [], schedule: after.schedule }
  const changes = [
    ...comparePlaces(old, after),
    ...compareExceptions(old, after),
    ...compareRules(old.sites, after.sites),
    ...compareSchedules(old.schedule, after.schedule).map((kind): Change => ({
      kind,
      what: 'schedule',
      before: old.schedule,
      after: after.schedule,
    })),
  ]
  const seen = new Set<string>()
  const distinct = changes.filter((change) => {
    const text = JSON.stringify(change)
    return seen.has(text) ? false : seen.add(text)
  })
  return [...distinct.filter(({ kind }) => kind === 'more'), ...distinct.filter(({ kind }) => kind === 'less')]
}

function comparePlaces(old: Recording, now: Recording): Change[] {
  const [oldPatterns, patterns] = [old.sites.map(({ match }) => match), now.sites.map(({ match }) => match)]
  return [
    ...uncovered(patterns, oldPatterns).map((match): Change => ({ kind: 'more', what: 'site', match, rest: [] })),
    ...uncovered(oldPatterns, patterns).map((match): Change => ({ kind: 'less', what: 'site', match, rest: reaching(patterns, match) })),
  ]
}

/** An exception that no listed site reaches into changes nothing. */
function compareExceptions(old: Recording, now: Recording): Change[] {
  const lifted = uncovered(old.except, now.except).filter((match) => now.sites.some((site) => overlaps(site.match, match)))
  const added = uncovered(now.except, old.except).filter((match) => old.sites.some((site) => overlaps(site.match, match)))
  return [
    ...lifted.map((match): Change => ({ kind: 'more', what: 'except', match, rest: reaching(now.except, match) })),
    ...added.map((match): Change => ({ kind: 'less', what: 'except', match, rest: [] })),
  ]
}

function uncovered(patterns: readonly string[], by: readonly string[]): string[] {
  const known = new Set(by)
  return patterns.filter((pattern) => !known.has(pattern) && !by.some((wide) => covers(wide, pattern)))
}

function reaching(patterns: readonly string[], into: string): string[] {
  return patterns.filter((pattern) => overlaps(pattern, into))
}

/**
 * The first site that fits a page decides what is kept of it. So each newer entry is compared with every older one that may have decided
 * of the same pages: not those that an entry before one of the two has taken away as a whole.
 */
function compareRules(old: readonly Site[], now: readonly Site[]): Change[] {
  const reached = old
    .map((other, j) => ({ other, j, takenBy: firstCovering(now, other.match) }))
    .filter(({ other, j }) => j <= firstCovering(old, other.match))
  return now.flatMap((site, i) => {
    if (firstCovering(now, site.match) < i) return []
    const decidedBy = firstCovering(old, site.match)
    return reached
      .filter(({ other, j, takenBy }) => j <= decidedBy && i <= takenBy && overlaps(site.match, other.match))
      .flatMap(({ other }) => compareSites(other, site))
  })
}

/** Place of the first entry that surely fits every page of a pattern; beyond the end where none does. */
function firstCovering(sites: readonly Site[], pattern: string): number {
  const place = sites.findIndex(({ match }) => covers(match, pattern))
  return place < 0 ? sites.length : place
}

/** Rules for the pages that both entries fit. That less is kept is said of the same pattern only: of others it may hold for no page at all. */
function compareSites(old: Site, now: Site): Change[] {
  const { match } = now
  const isSame = old.match === match
  const changes: Change[] = []
  if (now.text !== old.text && (now.text === 'public' || isSame))
    changes.push({ kind: now.text === 'public' ? 'more' : 'less', what: 'text', match })
  if (now.context !== old.context && (now.context === 'structure' || isSame))
    changes.push({ kind: now.context === 'structure' ? 'more' : 'less', what: 'context', match })
  for (const what of ['phrases', 'unmask', 'routes'] as const) {
    const more = what === 'routes' ? routesOpened(old.routes, now.routes) : without(now[what], old[what])
    const less = isSame ? without(old[what], now[what]) : []
    if (more.length > 0) changes.push({ kind: 'more', what, match, entries: more })
    if (less.length > 0) changes.push({ kind: 'less', what, match, entries: less })
  }
  return changes
}

function without(entries: readonly string[], taken: readonly string[]): string[] {
  return entries.filter((entry) => !taken.includes(entry))
}

/** Templates that are new, or were behind one that could fit the same path, and are not any more: the first that fits decides. */
function routesOpened(old: readonly string[], now: readonly string[]): string[] {
  return now.filter((template, i) => {
    const place = old.indexOf(template)
    if (place < 0) return true
    const ahead = now.slice(0, i)
    return old.slice(0, place).some((other) => !ahead.includes(other) && mayFitTheSame(other, template))
  })
}

function mayFitTheSame(one: string, other: string): boolean {
  const [a, b] = [parseTemplate(one), parseTemplate(other)]
  if (!a || !b) return true
  const shared = Math.min(a.segments.length, b.segments.length)
  if ((a.segments.length > shared && !b.open) || (b.segments.length > shared && !a.open)) return false
  return a.segments.slice(0, shared).every((part, i) => part === b.segments[i] || part.startsWith(':') || b.segments[i]?.startsWith(':'))
}

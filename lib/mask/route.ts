/**
 * Addresses as routes: words an administrator listed, and nothing else of the address. Loaded into pages, so it imports
 * constants only. What it returns is copied from the templates, never from the address.
 */
import { LIMITS } from '../trace/vocabulary.ts'

/** Segments of a path, as `ROUTE_PATH` allows; a longer path says more about its content than about the place. */
const MAX_SEGMENTS = 20

const SEGMENT = /^(?::[a-z]{1,20}|[A-Za-z0-9._~-]{1,60})$/
const QUERY_KEY = /^[A-Za-z][A-Za-z0-9_-]{0,39}$/

export type Route = { path: string; query: string[] }

/** A template in its parts; `open` when it ends in `*`, which stands for any number of further segments. */
type Template = { segments: string[]; open: boolean; keys: string[] }

/** Reads a template as `/wiki/:page?tab&view` or `/docs/*`; null when it is none. */
export function parseTemplate(text: string): Template | null {
  const [path = '', query, ...more] = text.split('?')
  if (more.length > 0 || !path.startsWith('/')) return null
  const segments = segmentsOf(path)
  const open = segments.at(-1) === '*'
  if (open) segments.pop()
  const keys = query === undefined ? [] : query.split('&')
  const sound =
    path.length <= LIMITS.routeLength &&
    segments.length + (open ? 1 : 0) <= MAX_SEGMENTS &&
    segments.every((segment) => SEGMENT.test(segment) && segment !== '.' && segment !== '..') &&
    keys.length <= LIMITS.routeQueryKeys &&
    keys.every((key) => QUERY_KEY.test(key))
  return sound ? { segments, open, keys } : null
}

/**
 * The route of an address under the first template that fits; `:seg` for each segment when none does, `/*` when the path
 * is too long or the address unreadable. A slash at the end makes no difference.
 */
export function routeTemplate(address: string, templates: readonly string[]): Route {
  try {
    return route(address, templates)
  } catch {
    // Unforeseen, and part of every action: say nothing of the address rather than lose the action.
    return { path: '/*', query: [] }
  }
}

function route(address: string, templates: readonly string[]): Route {
  const url = URL.parse(address)
  if (!url?.pathname.startsWith('/')) return { path: '/*', query: [] }
  const segments = segmentsOf(url.pathname)
  if (segments.length > MAX_SEGMENTS) return { path: '/*', query: [] }
  for (const text of templates) {
    const template = parseTemplate(text)
    if (template && fits(template, segments)) {
      const path = '/' + [...template.segments, ...(template.open ? ['*'] : [])].join('/')
      return { path, query: [...new Set(template.keys)].filter((key) => url.searchParams.has(key)) }
    }
  }
  return { path: '/' + segments.map(() => ':seg').join('/'), query: [] }
}

function fits({ segments: expected, open }: Template, segments: readonly string[]): boolean {
  if (open ? segments.length < expected.length : segments.length !== expected.length) return false
  return expected.every((part, i) => (part.startsWith(':') ? segments[i] !== '' : part === segments[i]))
}

/** Parts between slashes, one more than allowed at most; an address may be megabytes long. */
function segmentsOf(path: string): string[] {
  const segments = path.slice(1).split('/', MAX_SEGMENTS + 2)
  if (segments.at(-1) === '') segments.pop()
  return segments
}

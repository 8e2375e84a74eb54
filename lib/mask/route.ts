/**
 * Addresses as routes: words an administrator listed, or short words of interfaces, and nothing else of the address. Loaded into
 * pages, so it imports constants only.
 */
import { LIMITS } from '../trace/vocabulary.ts'
import { isInterfaceIdentifier } from './identifier.ts'
import type { Masked } from './masked.ts'

/** Segments of a path, as `ROUTE_PATH` allows; a longer path says more about its content than about the place. */
const MAX_SEGMENTS = 20

const SEGMENT = /^(?::[a-z]{1,20}|[A-Za-z0-9._~-]{1,60})$/
const QUERY_KEY = /^[A-Za-z][A-Za-z0-9_-]{0,39}$/

export type Route = { path: Masked; query: Masked[] }

/** Without a template a part of a path stays if it is a word or two of interfaces, as in /settings; more would be a title. */
const MAX_WORD_LENGTH = 20
const TWO_WORDS = /^[A-Za-z]+(?:[-_][A-Za-z]+)?$/

const isWord = (segment: string) => segment.length <= MAX_WORD_LENGTH && TWO_WORDS.test(segment) && isInterfaceIdentifier(segment)

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
 * The route of an address under the first template that fits. When none does, words of interfaces stay and `:id` stands for each
 * other segment; `/*` when the path is too long or the address unreadable. A slash at the end makes no difference.
 * @param isEcho whether a word repeats what was typed: a search may put it into the path
 */
export function routeTemplate(address: string, templates: readonly string[], isEcho: (word: string) => boolean): Route {
  try {
    return route(address, templates, isEcho)
  } catch {
    // Unforeseen, and part of every action: say nothing of the address rather than lose the action.
    return nothing()
  }
}

function route(address: string, templates: readonly string[], isEcho: (word: string) => boolean): Route {
  const url = URL.parse(address)
  if (!url?.pathname.startsWith('/')) return nothing()
  const segments = segmentsOf(url.pathname)
  if (segments.length > MAX_SEGMENTS) return nothing()
  for (const text of templates) {
    const template = parseTemplate(text)
    if (template && fits(template, segments)) {
      const keys = [...new Set(template.keys)].filter((key) => url.searchParams.has(key))
      return permittedRoute(pathOf(template), keys, templates)
    }
  }
  const path = '/' + segments.map((segment) => (isWord(segment) && !isEcho(segment) ? segment : ':id')).join('/')
  return permittedRoute(path, [], templates)
}

const pathOf = ({ segments, open }: Template) => '/' + [...segments, ...(open ? ['*'] : [])].join('/')

function permittedRoute(path: string, query: string[], templates: readonly string[]): Route {
  const keys = query.filter((key) => isPermittedKey(key, templates))
  return isPermittedPath(path, templates) ? { path, query: keys } : nothing()
}

function nothing(): Route {
  const path: string = '/*'
  if (!isPermittedPath(path, [])) throw new Error('the path that says nothing is not permitted')
  return { path, query: [] }
}

/** Could the masker have made this path under these templates? */
export function isPermittedPath(path: string, templates: readonly string[]): path is Masked {
  if (path === '/*') return true
  const isTemplate = templates.some((text) => {
    const template = parseTemplate(text)
    return template !== null && pathOf(template) === path
  })
  return isTemplate || segmentsOf(path).every((segment) => segment === ':id' || isWord(segment))
}

/** Could the masker have kept this name of a query parameter? */
export function isPermittedKey(key: string, templates: readonly string[]): key is Masked {
  return templates.some((text) => parseTemplate(text)?.keys.includes(key))
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

import { invisibleProblem } from './characters.ts'
import { hostProblem, isLoopback, isLoopbackAddress } from './host.ts'
import type { ProblemCode } from './problem-codes.ts'
import { MAX_PATTERN_LENGTH } from './schema.ts'

/**
 * A match pattern in its parts. `host` is without the leading `*.`, which `wildcard` says; `port` null means every port, as
 * in Chrome; `path` is a glob over path and query.
 */
export type Pattern = { scheme: 'http' | 'https'; host: string; wildcard: boolean; port: string | null; path: string }

/**
 * Is a host a public suffix (`com`, `co.uk`, `github.io`)? Asked with a leading `*.`, the question is whether every host
 * directly below is one. See `public-suffixes.ts`.
 */
export type IsPublicSuffix = (host: string) => boolean

/** Signs of a regular expression. */
const REGULAR_EXPRESSION = /[\\^$|(){}[\]+]/
/** The same, outside of hosts: `*` alone is the wildcard of match patterns, `.*` a habit from elsewhere. */
const DOT_STAR = /\.\*/

/**
 * Reads a match pattern, or says with a code why it is refused. Linear in the length of the text.
 *
 * Narrower than the browser, which would take every host at once, addresses in any notation and other alphabets. A company
 * whose domain is written in another alphabet has to list a plain one: a reader cannot tell a Cyrillic а from a Latin a,
 * and the encoded form (`xn--`) tells a reader nothing.
 */
export function parsePattern(text: string, isPublicSuffix: IsPublicSuffix): Pattern | { problem: ProblemCode } {
  if (text.length > MAX_PATTERN_LENGTH) return { problem: 'too-long' }
  const invisible = invisibleProblem(text)
  if (invisible) return { problem: invisible }
  if (text === '<all_urls>') return { problem: 'all-urls' }

  const scheme = text.startsWith('https://') ? 'https' : text.startsWith('http://') ? 'http' : null
  if (!scheme)
    return { problem: hasNoScheme(text) && (REGULAR_EXPRESSION.test(text) || DOT_STAR.test(text)) ? 'regular-expression' : 'scheme' }
  const rest = text.slice(scheme.length + 3)
  const authority = rest.split(/[/?#\\]/, 1)[0] ?? ''
  if (authority.includes('@')) return { problem: 'userinfo' }
  // An IPv6 address is the one place where brackets mean something else.
  if (REGULAR_EXPRESSION.test(rest.replace(/^\[[^\]]*\]/, ''))) return { problem: 'regular-expression' }
  if (/[?#]/.test(rest)) return { problem: 'query-or-fragment' }
  if (authority.length === rest.length) return { problem: 'path-missing' }
  const path = rest.slice(authority.length)
  if (DOT_STAR.test(path)) return { problem: 'regular-expression' }

  const hostEnd = authority.startsWith('[') ? authority.indexOf(']') + 1 : authority.search(/:|$/)
  const port = hostEnd < authority.length ? authority.slice(hostEnd + 1) : null
  if (port !== null && (authority[hostEnd] !== ':' || !isPort(port))) return { problem: 'port' }

  const named = authority.slice(0, hostEnd)
  if (named === '*') return { problem: 'bare-suffix' }
  const wildcard = named.startsWith('*.')
  const host = wildcard ? named.slice(2) : named
  if (host.includes('*')) return { problem: 'wildcard-inside' }
  const hostFault = hostProblem(host)
  if (hostFault) return { problem: hostFault }
  if (wildcard && isLoopbackAddress(host)) return { problem: 'ip-address' }
  if (scheme === 'http' && !isLoopback(host)) return { problem: 'http-off-loopback' }
  if (isTooBroad(host, wildcard, isPublicSuffix)) return { problem: 'bare-suffix' }
  if (!isCanonical(`${scheme}://${host}`, path)) return { problem: 'not-canonical' }
  return { scheme, host, wildcard, port, path }
}

function hasNoScheme(text: string): boolean {
  return !/^[a-z*][a-z0-9+.-]*:/i.test(text)
}

function isPort(text: string): boolean {
  return /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65_535
}

/**
 * One label that is no suffix, as in `https://intranet/*`, is one host and fine; `*.corp` would be a whole private
 * top-level domain, which no list can judge.
 */
function isTooBroad(host: string, wildcard: boolean, isPublicSuffix: IsPublicSuffix): boolean {
  if (isLoopback(host)) return false
  if (isPublicSuffix(host)) return true
  return wildcard && (!host.includes('.') || isPublicSuffix(`*.${host}`))
}

/**
 * A path the browser would rewrite (`/a/../b`, `/café`) matches nothing, which for an exception would mean more recording;
 * so only the rewritten form is taken.
 */
function isCanonical(origin: string, path: string): boolean {
  const url = URL.parse(origin + path)
  return url !== null && url.origin === origin && url.pathname === path && !path.includes('**')
}

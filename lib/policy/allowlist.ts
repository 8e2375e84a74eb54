/**
 * Does a page record? Loaded into pages as well, so it imports nothing. Patterns were judged when the policy was read
 * (`pattern.ts`); here they are only compared, exactly as Chrome compares those given to `registerContentScripts`.
 */

/** Does scheme, host and port of an address fit a pattern? A pattern without a port fits every port, as in Chrome. */
export function matchesOrigin(pattern: string, url: URL): boolean {
  const [scheme, host, port] = split(pattern)
  const name = url.hostname.replace(/\.$/, '')
  const base = host.startsWith('*.') ? host.slice(2) : null
  return (
    url.protocol === scheme &&
    (base === null ? name === host : name === base || name.endsWith('.' + base)) &&
    (port === '' || port === (url.port || (scheme === 'https:' ? '443' : '80')))
  )
}

/** Does a pattern fit every path? */
export function isWhole(pattern: string): boolean {
  return split(pattern)[3] === '/*'
}

/** Does an address fit a pattern? False for whatever is not an address. */
export function matches(pattern: string, address: string): boolean {
  const url = URL.parse(address)
  return url !== null && matchesUrl(pattern, url)
}

/** First site whose pattern fits the address and that no exception takes away; null otherwise. */
export function siteFor<Site extends { match: string }>(address: string, sites: readonly Site[], except: readonly string[]): Site | null {
  const url = URL.parse(address)
  if (!url || except.some((pattern) => matchesUrl(pattern, url))) return null
  return sites.find((site) => matchesUrl(site.match, url)) ?? null
}

function matchesUrl(pattern: string, url: URL): boolean {
  if (!matchesOrigin(pattern, url)) return false
  const glob = split(pattern)[3]
  // From `href`, since `search` hides a bare `?`, which Chrome matches.
  return fitsPath(glob, url.href.slice(url.href.indexOf('/', url.protocol.length + 2)).replace(/#.*$/s, ''))
}

/** Does a path with its query fit the path of a pattern? */
export function fitsPath(glob: string, path: string): boolean {
  // Chrome lets `/foo/*` fit `/foo`, though not `/foo?x`.
  return glob === path + '/*' || matchesGlob(glob, path)
}

/** Leftmost placement of each piece between stars is as good as any, so no backtracking. */
function matchesGlob(glob: string, text: string): boolean {
  const pieces = glob.split('*')
  const first = pieces.shift() ?? ''
  const last = pieces.pop()
  if (last === undefined) return text === glob
  if (!text.startsWith(first) || !text.endsWith(last)) return false
  const end = text.length - last.length
  let at = first.length
  for (const piece of pieces) {
    at = text.indexOf(piece, at)
    if (at < 0) return false
    at += piece.length
  }
  return at <= end
}

/** Scheme with colon, host, port or '', path. */
export function split(pattern: string): [scheme: string, host: string, port: string, path: string] {
  const start = pattern.indexOf('://') + 3
  const slash = pattern.indexOf('/', start)
  const authority = pattern.slice(start, slash)
  const port = /:\d+$/.exec(authority)?.[0] ?? ''
  return [pattern.slice(0, start - 2), authority.slice(0, authority.length - port.length), port.slice(1), pattern.slice(slash)]
}

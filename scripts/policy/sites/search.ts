import type { Allowlist, Site } from './allowlist.ts'

/** Search pages only, not the rest of the company behind them. A first page without a query is a site of its own in Chrome's patterns. */
const search = (host: string, paths: string[], routes: string[]): Site[] =>
  paths.map((path) => ({ match: `https://${host}${path}`, routes }))

/** Accounts, mail and payment of these companies are hosts of their own, or paths that no pattern here covers; the rest is left out by name. */
export const SEARCH: Allowlist = {
  sites: [
    ...search('www.google.com', ['/', '/search*'], ['/', '/search?q&tbm&udm&start']),
    ...search(
      'www.bing.com',
      ['/', '/search*', '/images/search*', '/news/search*'],
      ['/', '/search?q&first', '/images/search?q', '/news/search?q'],
    ),
    ...search('duckduckgo.com', ['/*'], ['/?q&ia&iax', '/html?q']),
    ...search(
      'search.brave.com',
      ['/', '/search*', '/images*', '/news*', '/videos*'],
      ['/', '/search?q&offset', '/images?q', '/news?q', '/videos?q'],
    ),
    ...search(
      'www.ecosia.org',
      ['/', '/search*', '/images*', '/news*', '/videos*'],
      ['/', '/search?q&p', '/images?q', '/news?q', '/videos?q'],
    ),
  ],
  except: ['https://duckduckgo.com/email*', 'https://duckduckgo.com/settings*', 'https://duckduckgo.com/subscriptions*'],
}

import type { z } from 'zod'
import type { Recording } from '../../lib/policy/schema.ts'

type Allowlist = z.input<typeof Recording>
type Site = Allowlist['sites'][number]

/** MediaWiki keeps its actions in query keys of one script; the names of the keys say what a person did, the values do not travel. */
const MEDIAWIKI_ROUTES = ['/', '/wiki/:page?action&veaction&oldid&diff', '/w/index.php?title&action&search&oldid&diff&undo&section']

/** Pages of a MediaWiki on which a person signs in, or sets and sends something private; a star also finds them as `?title=`. */
const MEDIAWIKI_PRIVATE = ['UserLogin', 'CreateAccount', 'Preferences', 'ChangeCredentials', 'ChangeEmail', 'PasswordReset', 'EmailUser']

/** Public text, since everybody reads the same pages. */
const wiki = (host: string): Site => ({ match: `https://${host}/*`, text: 'public', routes: MEDIAWIKI_ROUTES })

/** Search pages only, not the rest of the company behind them. A first page without a query is a site of its own in Chrome's patterns. */
const search = (host: string, paths: string[], routes: string[]): Site[] =>
  paths.map((path) => ({ match: `https://${host}${path}`, routes }))

const SITES: Site[] = [
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
  {
    match: 'https://www.linkedin.com/*',
    routes: [
      '/',
      '/feed',
      '/in/:profile',
      '/in/:profile/details/:section',
      '/in/:profile/recent-activity/:kind',
      '/company/:company',
      '/company/:company/about',
      '/company/:company/jobs',
      '/company/:company/people',
      '/company/:company/posts',
      '/school/:school',
      '/groups/:group',
      '/posts/:post',
      '/pulse/:article',
      '/mynetwork',
      '/mynetwork/grow',
      '/jobs',
      '/jobs/search?keywords&location&start',
      '/jobs/view/:job',
      '/jobs/collections/:collection',
      '/search/results/all?keywords',
      '/search/results/people?keywords&page',
      '/search/results/companies?keywords&page',
      '/search/results/content?keywords',
      '/search/results/groups?keywords',
      '/learning/*',
    ],
  },
  {
    match: 'https://www.xing.com/*',
    routes: [
      '/',
      '/discover',
      '/profile/:profile',
      '/pages/:company',
      '/companies/:company',
      '/jobs',
      '/jobs/search?keywords&location&page',
      '/jobs/:job',
      '/search/members?keywords&page',
      '/news/*',
    ],
  },
  wiki('*.wikipedia.org'),
  wiki('*.wiktionary.org'),
  wiki('www.wikidata.org'),
  {
    match: 'https://*.fandom.com/*',
    text: 'public',
    routes: ['/', '/wiki/:page?action&veaction', '/:language/wiki/:page?action&veaction'],
  },
]

/** Wherever people sign in, pay, write to one another, or see what others wrote to them. */
const EXCEPT = [
  'https://duckduckgo.com/email*',
  'https://duckduckgo.com/settings*',
  'https://duckduckgo.com/subscriptions*',
  ...[
    'login',
    'uas/',
    'checkpoint',
    'signup',
    'authwall',
    'messaging',
    'notifications',
    'mypreferences',
    'psettings',
    'premium',
    'payments',
  ].map((path) => `https://www.linkedin.com/${path}*`),
  ...['login', 'start/', 'chats', 'messages', 'notifications', 'settings', 'upsell', 'purchase'].map(
    (path) => `https://www.xing.com/${path}*`,
  ),
  ...['*.wikipedia.org', '*.wiktionary.org', 'www.wikidata.org'].flatMap((host) =>
    MEDIAWIKI_PRIVATE.map((page) => `https://${host}/*${page}*`),
  ),
  'https://auth.fandom.com/*',
  'https://*.fandom.com/*Message_Wall*',
  ...['UserLogin', 'Preferences'].map((page) => `https://*.fandom.com/*${page}*`),
]

/** The value of `recording`, for the well-known public search engines, professional networks and wikis. */
export const ALLOWLIST_SAMPLE: Allowlist = { sites: SITES, except: EXCEPT }

import type { Allowlist, Site } from './allowlist.ts'

/** MediaWiki keeps its actions in query keys of one script; the names of the keys say what a person did, the values do not travel. */
const MEDIAWIKI_ROUTES = ['/', '/wiki/:page?action&veaction&oldid&diff', '/w/index.php?title&action&search&oldid&diff&undo&section']

/** Pages of a MediaWiki on which a person signs in, or sets and sends something private; a star also finds them as `?title=`. */
const MEDIAWIKI_PRIVATE = [
  'UserLogin',
  'CreateAccount',
  'Preferences',
  'ChangeCredentials',
  'ChangeEmail',
  'PasswordReset',
  'EmailUser',
  'User_talk',
]

/** Public text, since everybody reads the same pages. */
const wiki = (host: string): Site => ({ match: `https://${host}/*`, text: 'public', routes: MEDIAWIKI_ROUTES })

/**
 * One language each: the private pages above have other names in every other one (`Spezial:Einstellungen`), which a list for all
 * languages would miss. Sign-in itself is on a host of its own.
 */
const WIKIMEDIA = ['en.wikipedia.org', 'en.wiktionary.org', 'www.wikidata.org']

export const WIKIS: Allowlist = {
  sites: [
    ...WIKIMEDIA.map(wiki),
    {
      match: 'https://*.fandom.com/*',
      text: 'public',
      routes: ['/', '/wiki/:page?action&veaction', '/:language/wiki/:page?action&veaction'],
    },
  ],
  except: [
    ...WIKIMEDIA.flatMap((host) => MEDIAWIKI_PRIVATE.map((page) => `https://${host}/*${page}*`)),
    'https://auth.fandom.com/*',
    'https://*.fandom.com/*Message_Wall*',
    ...['UserLogin', 'Preferences'].map((page) => `https://*.fandom.com/*${page}*`),
  ],
}

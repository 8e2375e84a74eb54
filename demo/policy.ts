import type { Sites } from './sites/sites.ts'

/** What an administrator would set for the three listed sites; the fourth is not mentioned anywhere in it. */
export function demoPolicy(sites: Pick<Sites, 'wiki' | 'search' | 'people'>, collector: { url: string; token: string }) {
  return {
    collector: { url: collector.url, token: collector.token, flushMinutes: 1 },
    recording: {
      sites: [
        { match: `${sites.wiki}/*`, text: 'public' },
        { match: `${sites.search}/*`, text: 'public', routes: ['/', '/pages/:page'] },
        { match: `${sites.people}/*`, routes: ['/', '/search', '/messages', '/in/:member', '/in/:member/about', '/in/:member/activity'] },
      ],
      except: [`${sites.people}/settings*`],
    },
    person: { pauseMaxMinutes: 480 },
    notice: { company: 'Example Company', contact: 'privacy@example.com', consent: 'obtained' },
  }
}

import type { Allowlist } from './allowlist.ts'

/** Where people sign in and pay, and what they write to one another or are told of one another. */
const LINKEDIN_PRIVATE = [
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
]
const XING_PRIVATE = ['login', 'start/', 'chats', 'messages', 'notifications', 'settings', 'upsell', 'purchase']

export const PROFESSIONAL_NETWORKS: Allowlist = {
  sites: [
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
  ],
  except: [
    ...LINKEDIN_PRIVATE.map((path) => `https://www.linkedin.com/${path}*`),
    ...XING_PRIVATE.map((path) => `https://www.xing.com/${path}*`),
  ],
}

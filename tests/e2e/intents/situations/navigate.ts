/** How pages come and go. */
import { DONE, type Situation, type Truth } from '../situation.ts'

const click = (role: string, effects?: unknown): Truth => ({
  kind: 'click',
  fields: { 'target.role': role, ...(effects ? { effects } : {}) },
})
const nav = (fields: Record<string, unknown>): Truth => ({ kind: 'nav', fields })
const leadsTo = (action: number) => [{ kind: 'navigation', action }]
const NEXT = `<!doctype html><title>Next</title><h1>Next</h1>${DONE}`

export const NAVIGATE_SITUATIONS: Situation[] = [
  {
    name: 'a link, back, forward and reload are told apart',
    group: 'nav',
    body: '<a href="next">Next</a>',
    others: { next: NEXT },
    act: async ({ tab, arrive }) => {
      await arrive(() => tab.getByText('Next').click())
      await arrive(() => tab.goBack())
      await arrive(() => tab.goForward())
      await arrive(() => tab.reload())
    },
    truth: [
      click('link', leadsTo(1)),
      nav({ cause: 'link', causedBy: 0 }),
      nav({ cause: 'back', causedBy: null }),
      nav({ cause: 'forward', causedBy: null }),
      nav({ cause: 'reload', causedBy: null }),
    ],
  },
  {
    name: 'an address that is typed is not caused by the page',
    group: 'nav',
    body: '<p>Text</p>',
    others: { next: NEXT },
    act: ({ tab, here, arrive }) => arrive(() => tab.goto(here('next'))),
    truth: [nav({ cause: 'address', causedBy: null })],
  },
  {
    name: 'a redirect of the server is one arrival',
    group: 'nav',
    body: '<a href="moved">Next</a>',
    others: { next: NEXT, moved: { status: 302, headers: { location: 'next' } } },
    act: ({ tab, arrive }) => arrive(() => tab.getByText('Next').click()),
    truth: [click('link', leadsTo(1)), nav({ cause: 'link', causedBy: 0 })],
  },
  {
    name: 'a page that only leads on is a redirect',
    group: 'nav',
    body: '<a href="moved">Next</a>',
    others: {
      next: NEXT,
      moved: `<!doctype html><title>Moved</title><script>setTimeout(() => location.replace('next'), 700)</script>`,
    },
    act: ({ tab, arrive }) => arrive(() => tab.getByText('Next').click(), 2),
    truth: [click('link', leadsTo(1)), nav({ cause: 'link', causedBy: 0 }), nav({ cause: 'redirect' })],
  },
  {
    name: 'a button that leads to a page is what caused it',
    group: 'nav',
    body: `<button>Next</button><script>document.querySelector('button').onclick = () => { location.href = 'next' }</script>`,
    others: { next: NEXT },
    act: ({ tab, arrive }) => arrive(() => tab.getByText('Next').click()),
    truth: [click('button', leadsTo(1)), nav({ cause: 'link', causedBy: 0 })],
  },
  {
    name: 'a page that moves by itself is followed: a new address is an arrival, and so is back from it',
    group: 'nav',
    body: `<button onclick="history.pushState(null, '', 'on')">Push</button>`,
    act: async ({ tab, arrive }) => {
      await arrive(() => tab.getByText('Push').click())
      await arrive(() => tab.goBack())
    },
    truth: [click('button', leadsTo(1)), nav({ cause: 'spa', causedBy: 0 }), nav({ cause: 'back', causedBy: null })],
  },
  {
    name: 'an address that is replaced after a click is an arrival',
    group: 'nav',
    body: `<button onclick="history.replaceState(null, '', '?sorted')">Sort</button>`,
    act: ({ tab, arrive }) => arrive(() => tab.getByText('Sort').click()),
    truth: [click('button', leadsTo(1)), nav({ cause: 'spa', causedBy: 0 })],
  },
  {
    name: 'an address that the page tidies up by itself is nothing',
    group: 'nav',
    body: `<script>setTimeout(() => { history.replaceState(null, '', '?tidy'); document.title = 'tidy' }, 1500)</script>`,
    act: ({ tab }) => tab.waitForFunction(() => document.title === 'tidy'),
    truth: [],
  },
  {
    name: 'a page that comes back as it was left, out of the browser’s cache, is an arrival',
    group: 'nav',
    keepsPages: true,
    body: '<a href="kept">Kept</a>',
    others: {
      next: NEXT,
      kept: { headers: { 'cache-control': 'max-age=60' }, body: `<a href="next">Next</a>${DONE}` },
    },
    act: async ({ tab, arrive }) => {
      await arrive(() => tab.getByText('Kept').click())
      await arrive(() => tab.getByText('Next').click())
      await arrive(() => tab.evaluate(() => history.back()))
    },
    truth: [
      click('link', leadsTo(1)),
      nav({ cause: 'link', causedBy: 0 }),
      click('link', leadsTo(3)),
      nav({ cause: 'link', causedBy: 2 }),
      // A page that was kept is not told in which direction it was come to.
      nav({ cause: 'traverse', causedBy: null }),
    ],
  },
  {
    name: 'another site that is listed is another sequence',
    group: 'nav',
    body: '<a href="%beside%/next">Next</a>',
    others: { 'beside:next': NEXT },
    act: ({ tab, arrive }) => arrive(() => tab.getByText('Next').click()),
    truth: [click('link'), { ...nav({ cause: 'link' }), sequence: 1 }],
    reason: 'Another site is another sequence, which does not know what was clicked before it: its arrival counts as an address.',
  },
]

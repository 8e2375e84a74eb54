/** More than one tab. */
import type { Page as Tab } from '@playwright/test'
import { DONE, type Situation, type Truth, type Visit } from '../situation.ts'

const SECOND = `<!doctype html><title>Second</title><button>Read</button>${DONE}`
const tabOf = (change: string, fields: Record<string, unknown> = {}): Truth => ({ kind: 'tab', fields: { change, ...fields } })

/** Does what opens a tab, and gives it when it is recorded. */
async function opening({ tab, arrive }: Visit, move: () => Promise<unknown>): Promise<Tab> {
  const opened = tab.context().waitForEvent('page')
  await arrive(move)
  return opened
}

export const TAB_SITUATIONS: Situation[] = [
  {
    name: 'a link that opens a tab: the click, the tab because of it, and the arrival in a sequence of its own',
    group: 'tab',
    body: '<a href="next" target="_blank">Next</a>',
    others: { next: SECOND },
    act: async (visit) => {
      const second = await opening(visit, () => visit.tab.getByText('Next').click())
      await second.getByText('Read').click()
    },
    truth: [
      { kind: 'click', fields: { 'target.role': 'link' } },
      tabOf('open', { from: 'listed', to: 'listed', causedBy: 0 }),
      { kind: 'nav', fields: { cause: 'link' }, sequence: 1 },
      { kind: 'click', fields: { 'target.role': 'button' }, sequence: 1 },
    ],
  },
  {
    name: 'a window that a script opens is the same',
    group: 'tab',
    body: `<button onclick="window.open('next')">Open</button>`,
    others: { next: SECOND },
    act: (visit) => opening(visit, () => visit.tab.getByText('Open').click()),
    truth: [
      { kind: 'click', fields: { 'target.role': 'button' } },
      tabOf('open', { causedBy: 0 }),
      { kind: 'nav', fields: { cause: 'link' }, sequence: 1 },
    ],
  },
  {
    name: 'a link clicked with Ctrl opens a tab nobody looks at yet',
    group: 'tab',
    body: '<a href="next">Next</a>',
    others: { next: SECOND },
    act: (visit) => opening(visit, () => visit.tab.getByText('Next').click({ modifiers: ['Control'] })),
    truth: [
      { kind: 'click', fields: { 'target.role': 'link', modifiers: ['ctrl'] } },
      { kind: 'nav', fields: { cause: 'link' }, sequence: 1 },
    ],
  },
  {
    name: 'from one tab to the other and back by closing it',
    group: 'tab',
    body: '<a href="next" target="_blank">Next</a><button>Here</button>',
    others: { next: SECOND },
    act: async (visit) => {
      const second = await opening(visit, () => visit.tab.getByText('Next').click())
      await visit.tab.bringToFront()
      await visit.tab.getByText('Here').click()
      await second.bringToFront()
      await second.getByText('Read').click()
      await second.close()
    },
    truth: [
      { kind: 'click', fields: { 'target.role': 'link' } },
      tabOf('open', { causedBy: 0 }),
      { kind: 'nav', fields: { cause: 'link' }, sequence: 1 },
      { ...tabOf('switch', { from: 'listed', to: 'listed' }), sequence: 1 },
      { kind: 'click', fields: { 'target.role': 'button' } },
      tabOf('switch', { from: 'listed', to: 'listed' }),
      { kind: 'click', fields: { 'target.role': 'button' }, sequence: 1 },
      { ...tabOf('close', { from: 'listed', to: 'listed' }), sequence: 1 },
    ],
  },
  {
    name: 'what is not listed is outside, and nothing of it is kept',
    group: 'tab',
    body: '<a href="%outside%/" target="_blank">Elsewhere</a>',
    act: async ({ tab }) => {
      const opened = tab.context().waitForEvent('page')
      await tab.getByText('Elsewhere').click()
      const outside = await opened
      await outside.waitForLoadState()
      await outside.mouse.click(100, 100)
    },
    truth: [{ kind: 'click', fields: { 'target.role': 'link' } }, tabOf('open', { from: 'listed', to: 'outside', causedBy: 0 })],
  },
]

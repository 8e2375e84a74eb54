/** What followed from an action, and hesitation before it. */
import { setTimeout } from 'node:timers/promises'
import type { Situation, Truth } from '../situation.ts'

const click = (fields: Record<string, unknown>): Truth => ({ kind: 'click', fields: { 'target.role': 'button', ...fields } })

export const EFFECT_SITUATIONS: Situation[] = [
  {
    name: 'a click that nothing follows from says so',
    group: 'effects',
    body: '<button>Nothing</button>',
    act: ({ tab }) => tab.getByText('Nothing').click(),
    truth: [click({ effects: [], causedBy: null })],
  },
  {
    name: 'a message that comes when the server has answered was revealed by the click',
    group: 'effects',
    body: `<button>Save</button><script>document.querySelector('button').onclick = () => setTimeout(() =>
      document.querySelector('main').insertAdjacentHTML('beforeend', '<div role="status">Saved</div>'), 300)</script>`,
    act: async ({ tab }) => {
      await tab.getByText('Save').click()
      await tab.locator('[role=status]').waitFor()
    },
    truth: [click({ effects: [{ kind: 'revealed', role: 'status' }] })],
  },
  {
    name: 'a box that is closed was removed',
    group: 'effects',
    body: `<div role="dialog" aria-label="Tips" id="tips"><p>Tip</p><button>Close</button></div>
      <script>document.querySelector('button').onclick = () => tips.remove()</script>`,
    act: async ({ tab }) => {
      await tab.getByText('Close').click()
      await tab.locator('#tips').waitFor({ state: 'detached' })
    },
    truth: [click({ effects: [{ kind: 'removed', role: 'dialog' }] })],
  },
  {
    name: 'what changes in a page by itself is nobody’s effect',
    group: 'effects',
    body: `<button>Nothing</button><script>setInterval(() => { document.title = String(performance.now()) }, 50)</script>`,
    act: ({ tab }) => tab.getByText('Nothing').click(),
    truth: [click({ effects: [] })],
  },
  {
    name: 'thinking between two clicks is a pause, and no waiting for the page',
    group: 'pause',
    body: '<button>One</button><button>Two</button>',
    act: async ({ tab }) => {
      await tab.getByText('One').click()
      // The person thinks.
      await setTimeout(1300)
      await tab.getByText('Two').click()
    },
    truth: [click({ wait: '0-1s' }), click({ pause: '1-3s', wait: '0-1s' })],
  },
  {
    name: 'two clicks one after the other are without a pause',
    group: 'pause',
    body: '<button>One</button><button>Two</button>',
    act: async ({ tab }) => {
      await tab.getByText('One').click()
      await tab.getByText('Two').click()
    },
    truth: [click({}), click({ pause: '0-1s', wait: '0-1s' })],
  },
]

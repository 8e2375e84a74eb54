/** Keys that mean something by themselves. */
import type { Situation } from '../situation.ts'

const press = (fields: Record<string, unknown>) => ({ kind: 'press' as const, fields })

export const PRESS_SITUATIONS: Situation[] = [
  {
    name: 'named keys and shortcuts are presses; letters outside of fields are nothing',
    group: 'press',
    body: '<div tabindex="0" id="a">Box</div>',
    act: async ({ tab }) => {
      await tab.keyboard.press('Tab')
      await tab.keyboard.press('Escape')
      await tab.keyboard.press('j')
      await tab.keyboard.press('Control+b')
      await tab.keyboard.press('Shift+Tab')
    },
    truth: [
      press({ key: 'Tab', shortcut: null }),
      press({ key: 'Escape', 'target.role': 'generic', modifiers: [], repeat: 1 }),
      press({ key: null, shortcut: 'bold', modifiers: ['ctrl'] }),
      press({ key: 'Tab', modifiers: ['shift'] }),
    ],
  },
  {
    name: 'a shortcut of the page is a press by what it means, never by its letter',
    group: 'press',
    body: `<button>Save</button><script>onkeydown = (event) => { if (event.ctrlKey) event.preventDefault() }</script>`,
    act: async ({ tab }) => {
      await tab.keyboard.press('Control+s')
      await tab.keyboard.press('Control+q')
    },
    truth: [press({ shortcut: 'save', key: null }), press({ shortcut: 'other', key: null })],
  },
  {
    name: 'arrows that move in a grid are presses',
    group: 'press',
    body: `<div role="grid" tabindex="0"><div role="row"><div role="gridcell">1</div><div role="gridcell">2</div></div></div>`,
    act: async ({ tab }) => {
      await tab.keyboard.press('Tab')
      await tab.keyboard.press('ArrowRight')
    },
    truth: [press({ key: 'Tab' }), press({ key: 'ArrowRight', 'target.role': 'grid' })],
  },
  {
    name: 'a key that is held is one press, with how often it came',
    group: 'press',
    body: '<div role="application" tabindex="0" style="width:100px;height:100px">Board</div>',
    act: async ({ tab }) => {
      await tab.keyboard.press('Tab')
      for (let repeat = 0; repeat < 5; repeat++) await tab.keyboard.down('ArrowLeft')
      await tab.keyboard.up('ArrowLeft')
    },
    truth: [press({ key: 'Tab' }), press({ key: 'ArrowLeft', repeat: 5 })],
  },
  {
    name: 'Escape that closes a dialog is a press that says so',
    group: 'press',
    body: `<button>Open</button><dialog><p>Text</p><button>OK</button></dialog>
      <script>document.querySelector('button').onclick = () => document.querySelector('dialog').showModal()</script>`,
    act: async ({ tab }) => {
      await tab.getByText('Open').click()
      await tab.locator('dialog').waitFor()
      await tab.keyboard.press('Escape')
      await tab.locator('dialog').waitFor({ state: 'hidden' })
    },
    truth: [
      { kind: 'click', fields: { 'target.role': 'button', effects: [{ kind: 'dialog', role: 'dialog' }] } },
      press({ key: 'Escape', causedBy: 0, effects: [{ kind: 'removed', role: 'dialog' }] }),
    ],
  },
]

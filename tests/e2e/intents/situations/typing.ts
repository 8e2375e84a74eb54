/** Text put into one field: one action for a visit, however it came. */
import { setTimeout } from 'node:timers/promises'
import type { Situation } from '../situation.ts'

const field = (via = 'pointer') => ({ kind: 'click' as const, fields: { 'target.role': 'textbox', via } })
const typed = (fields: Record<string, unknown>) => ({ kind: 'type' as const, fields })

export const TYPING_SITUATIONS: Situation[] = [
  {
    name: 'in one field visit is one action, with its corrections',
    group: 'type',
    body: '<input id="a"><input id="b">',
    act: async ({ tab }) => {
      await tab.locator('#a').click()
      await tab.keyboard.type('hello wurld')
      await tab.keyboard.press('Backspace')
      await tab.keyboard.type('d')
      await tab.locator('#b').click()
      await tab.keyboard.type('x')
    },
    truth: [
      field(),
      typed({ field: 'text', via: ['keys'], inserts: '9-20', deletes: '1-3', length: '9-20', cleared: false, pauses: '0' }),
      field(),
      typed({ field: 'text', via: ['keys'], inserts: '1-3', deletes: '0', length: '1-3' }),
    ],
  },
  {
    name: 'two visits to the same field are two actions',
    group: 'type',
    body: '<input id="a"><button>Elsewhere</button>',
    act: async ({ tab }) => {
      await tab.locator('#a').click()
      await tab.keyboard.type('one')
      await tab.getByText('Elsewhere').click()
      await tab.locator('#a').click()
      await tab.keyboard.type('two')
    },
    truth: [
      field(),
      typed({ inserts: '1-3', length: '1-3' }),
      { kind: 'click', fields: { 'target.role': 'button' } },
      field(),
      typed({ inserts: '1-3', length: '4-8' }),
    ],
  },
  {
    name: 'from field to field by Tab: each is an action, and so is each Tab',
    group: 'type',
    body: '<input id="a"><input id="b">',
    act: async ({ tab }) => {
      for (const text of ['one', 'two']) {
        await tab.keyboard.press('Tab')
        await tab.keyboard.type(text)
      }
    },
    truth: [
      { kind: 'press', fields: { key: 'Tab' } },
      typed({ via: ['keys'] }),
      { kind: 'press', fields: { key: 'Tab', 'target.role': 'textbox' } },
      typed({ via: ['keys'] }),
    ],
  },
  {
    name: 'says that the person stopped to think',
    group: 'type',
    body: '<input id="a">',
    act: async ({ tab }) => {
      await tab.locator('#a').click()
      await tab.keyboard.type('one')
      // The person thinks.
      await setTimeout(1200)
      await tab.keyboard.type('two')
    },
    truth: [field(), typed({ inserts: '4-8', pauses: '1-3' })],
  },
  {
    name: 'a field that is emptied says so',
    group: 'type',
    body: '<input id="a" value="words that were there">',
    act: async ({ tab }) => {
      await tab.locator('#a').click({ clickCount: 3 })
      await tab.keyboard.press('Delete')
    },
    truth: [
      { kind: 'click', fields: { 'target.role': 'textbox', count: 3 } },
      typed({ inserts: '0', deletes: '1-3', length: '0', cleared: true }),
    ],
  },
  {
    name: 'of a password nothing but its kind is kept, also once the page reveals it',
    group: 'type',
    body: '<input type="password" id="a"><button>Show</button><script>document.querySelector("button").onclick = () => (a.type = "text")</script>',
    act: async ({ tab }) => {
      await tab.locator('#a').click()
      await tab.keyboard.type('one')
      await tab.getByText('Show').click()
      await tab.locator('#a').click()
      await tab.keyboard.type('two')
    },
    truth: [
      field(),
      typed({
        field: 'password',
        via: ['keys'],
        inserts: null,
        deletes: null,
        length: null,
        cleared: null,
        pauses: null,
        durationMs: null,
      }),
      { kind: 'click', fields: { 'target.role': 'button' } },
      field(),
      typed({ field: 'password', inserts: null, length: null }),
    ],
  },
  {
    name: 'a number typed by its digits is typing',
    group: 'type',
    body: '<input type="number" id="a">',
    act: async ({ tab }) => {
      await tab.locator('#a').click()
      await tab.keyboard.type('42')
    },
    truth: [{ kind: 'click', fields: { 'target.role': 'spinbutton' } }, typed({ field: 'number', via: ['keys'] })],
  },
  {
    name: 'a composition of an input method is one insertion',
    group: 'type',
    body: '<input id="a">',
    act: async ({ tab }) => {
      await tab.locator('#a').click()
      const session = await tab.context().newCDPSession(tab)
      for (const text of ['に', 'にほ', 'にほん']) {
        await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
      }
      await session.send('Input.insertText', { text: '日本' })
      await session.detach()
    },
    truth: [field(), typed({ via: ['ime'], inserts: '1-3', deletes: '0', length: '1-3' })],
  },
  {
    name: 'what the browser fills in is typing by autofill, in each field',
    group: 'type',
    body: '<form><label>Name <input id="a" autocomplete="name"></label><input autocomplete="address-line1"><label>Mail <input autocomplete="email"></label></form>',
    act: async ({ tab }) => {
      await tab.locator('#a').click()
      const session = await tab.context().newCDPSession(tab)
      const { root } = await session.send('DOM.getDocument', { depth: -1 })
      const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: '#a' })
      const { node } = await session.send('DOM.describeNode', { nodeId })
      const fields = [
        { name: 'NAME_FULL', value: 'Jane Roe' },
        { name: 'EMAIL_ADDRESS', value: 'jane@example.com' },
      ]
      await session.send('Autofill.trigger', { fieldId: node.backendNodeId, address: { fields } })
      await tab.waitForFunction(() => document.querySelector('input')?.value !== '')
      await session.detach()
    },
    truth: [field(), typed({ field: 'name', via: ['autofill'] }), typed({ field: 'email', via: ['autofill'] })],
  },
  {
    name: 'a word dropped into a field is a drag, and what it typed',
    group: 'type',
    body: '<p id="text" style="width:100px">word</p><input id="a">',
    act: async ({ tab }) => {
      const text = await tab.locator('#text').boundingBox()
      const into = await tab.locator('#a').boundingBox()
      if (!text || !into) throw new Error('nothing to drag')
      await tab.mouse.dblclick(text.x + 10, text.y + 8)
      await tab.mouse.move(text.x + 12, text.y + 8)
      await tab.mouse.down()
      await tab.mouse.move(text.x + 30, text.y + 12, { steps: 4 })
      await tab.mouse.move(into.x + 20, into.y + 8, { steps: 4 })
      await tab.mouse.up()
      await tab.waitForFunction(() => document.querySelector('input')?.value !== '')
    },
    truth: [
      { kind: 'click', fields: { 'target.role': 'paragraph', count: 2 } },
      { kind: 'drag', fields: { mode: 'html5', 'target.role': 'paragraph', 'destination.role': 'textbox' } },
      typed({ via: ['drop'], inserts: '1-3' }),
    ],
  },
]

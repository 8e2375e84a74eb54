/** Clicks by pointer and finger, as often and with whichever button. */
import type { Situation } from '../situation.ts'

const PAD = [...'1234567890'].map((digit) => `<button type="button">${digit}</button>`).join('')
const click = (fields: Record<string, unknown> = {}) => ({ kind: 'click' as const, fields })

export const CLICK_SITUATIONS: Situation[] = [
  {
    name: 'on something inside a button is a click on the button',
    group: 'click',
    body: '<button id="open"><span><b>Open</b></span></button>',
    act: ({ tab }) => tab.locator('b').click(),
    truth: [click({ 'target.role': 'button', leaf: { tag: 'b', role: 'generic' }, count: 1, via: 'pointer' })],
  },
  {
    name: 'two buttons are two clicks',
    group: 'click',
    body: '<button>One</button><button>Two</button>',
    act: async ({ tab }) => {
      await tab.getByText('One').click()
      await tab.getByText('Two').click()
    },
    truth: [click({ 'target.role': 'button', leaf: null, causedBy: null }), click({ 'target.role': 'button', causedBy: null })],
  },
  {
    name: 'with a key held keeps the key',
    group: 'click',
    body: '<button>Open</button>',
    act: ({ tab }) => tab.getByText('Open').click({ modifiers: ['Control', 'Shift'] }),
    truth: [click({ 'target.role': 'button', modifiers: ['ctrl', 'shift'] })],
  },
  {
    name: 'by finger is one click',
    group: 'click',
    body: '<button style="width:200px;height:100px">Open</button>',
    act: async ({ tab }) => {
      const session = await tab.context().newCDPSession(tab)
      await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: 60, y: 60 }] })
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
      await session.detach()
    },
    truth: [click({ 'target.role': 'button', count: 1, via: 'pointer' })],
  },
  {
    name: 'on nothing is a click on what lies there',
    group: 'click',
    body: '<p>Text</p><div style="height:400px"></div>',
    act: ({ tab }) => tab.mouse.click(300, 300),
    truth: [click({ 'target.tag': 'div', leaf: null, effects: [] })],
  },
  {
    name: 'beside a menu that closes because of it says so',
    group: 'click',
    body: `<div id="menu" role="menu" style="width:100px"><div role="menuitem">Open</div></div><div style="height:400px"></div>
      <script>addEventListener('pointerdown', (event) => { if (!event.target.closest('[role=menu]')) menu.hidden = true })</script>`,
    act: async ({ tab }) => {
      await tab.mouse.click(300, 300)
      await tab.locator('#menu').waitFor({ state: 'hidden' })
    },
    truth: [click({ 'target.tag': 'div', effects: [{ kind: 'removed', role: 'menu' }] })],
  },
  {
    name: 'on a disabled button is nothing, on one that only says it is disabled it is a click',
    group: 'click',
    body: '<button disabled style="width:100px">Send</button><button aria-disabled="true">Save</button>',
    act: async ({ tab }) => {
      await tab.locator('button').first().click({ force: true })
      await tab.getByText('Save').click({ force: true })
    },
    truth: [click({ 'target.role': 'button', 'target.state': { disabled: true } })],
  },
  {
    name: 'a button that replaces itself on pointerdown is still the one that was clicked',
    group: 'click',
    body: `<div id="box"><button>Old</button></div>
      <script>box.addEventListener('pointerdown', () => box.innerHTML = '<p>New</p>')</script>`,
    act: ({ tab }) => tab.getByText('Old').click(),
    truth: [click({ 'target.role': 'button', count: 1, via: 'pointer' })],
  },
  {
    name: 'a press that is dragged off its button is no click on it',
    group: 'click',
    body: '<button id="remove">Remove</button><p style="margin-top:200px">Elsewhere</p>',
    act: async ({ tab }) => {
      await tab.locator('#remove').hover()
      await tab.mouse.down()
      await tab.getByText('Elsewhere').hover()
      await tab.mouse.up()
    },
    truth: [],
  },
  {
    name: 'a page that clicks for itself as well does not make it two',
    group: 'click',
    body: `<button id="go">Go</button><button id="other">Other</button>
      <script>go.onpointerup = () => go.click(); go.onclick = (event) => { if (event.isTrusted) other.click() }</script>`,
    act: ({ tab }) => tab.locator('#go').click(),
    truth: [click({ 'target.role': 'button', 'target.name': 'Go', count: 1 })],
  },
  {
    name: 'right and middle clicks keep their button, and the page its own menu',
    group: 'other buttons',
    body: `<button>More</button><script>
      document.querySelector('button').oncontextmenu = (event) => { event.preventDefault(); document.title = 'menu' }</script>`,
    act: async ({ tab }) => {
      await tab.getByText('More').click({ button: 'right' })
      await tab.waitForFunction(() => document.title === 'menu')
      await tab.getByText('More').click({ button: 'middle' })
    },
    truth: [click({ 'target.role': 'button', button: 'secondary', count: 1 }), click({ 'target.role': 'button', button: 'middle' })],
  },
  {
    name: 'a double click is one action with its count',
    group: 'double click',
    body: '<button>Twice</button>',
    act: ({ tab }) => tab.getByText('Twice').dblclick(),
    truth: [click({ 'target.role': 'button', count: 2, via: 'pointer' })],
  },
  {
    name: 'a double click on text, which selects a word, is one',
    group: 'double click',
    body: '<p>Some words</p>',
    act: ({ tab }) => tab.getByText('Some').dblclick(),
    truth: [click({ 'target.role': 'paragraph', count: 2 })],
  },
  {
    name: 'a triple click is one action with its count',
    group: 'double click',
    body: '<button>Thrice</button>',
    act: ({ tab }) => tab.getByText('Thrice').click({ clickCount: 3 }),
    truth: [click({ 'target.role': 'button', count: 3 })],
  },
  {
    name: 'six quick clicks are six, in two actions',
    group: 'double click',
    body: '<button>More</button>',
    act: ({ tab }) => tab.getByText('More').click({ clickCount: 6 }),
    truth: [click({ 'target.role': 'button', count: 3 }), click({ 'target.role': 'button', count: 3 })],
  },
  {
    name: 'a number on a pad is one click on the pad, by pointer and by key, and says neither which keys nor how many',
    group: 'pad',
    body: `<button type="button">Help</button><div id="pad">${PAD}</div>`,
    act: async ({ tab }) => {
      for (const digit of ['7', '3', '3', '1']) await tab.locator('#pad button', { hasText: digit }).click()
      await tab.keyboard.press('Tab')
      await tab.keyboard.press('Enter')
      await tab.keyboard.press('Tab')
      await tab.keyboard.press('Space')
    },
    truth: [click({ 'target.role': 'generic', 'target.control': 'keypad', count: 1, via: 'pointer' })],
  },
  {
    name: 'pages and the days of a week are no pad',
    group: 'pad',
    body: `<div>${[1, 2, 3, 4, 5].map((page) => `<button type="button">${page}</button>`).join('')}</div>`,
    act: async ({ tab }) => {
      for (const page of ['2', '4']) await tab.locator('button', { hasText: page }).click()
    },
    truth: [click({ 'target.role': 'button' }), click({ 'target.role': 'button' })],
  },
]

/** What a label, a key or a form makes a click of: one action, not the browser's second one as well. */
import { DONE, type Situation } from '../situation.ts'

const OPEN_FIELD = { kind: 'click', fields: { 'target.role': 'textbox', via: 'pointer' } } as const
const TYPED = { kind: 'type', fields: { via: ['keys'], field: 'text' } } as const

export const ACTIVATION_SITUATIONS: Situation[] = [
  {
    name: 'beside a checkbox checks it: one action on the box',
    group: 'label',
    body: '<label for="a">Agree to everything that is written here</label><input type="checkbox" id="a">',
    act: ({ tab }) => tab.locator('label').click(),
    truth: [{ kind: 'check', fields: { 'target.role': 'checkbox', checked: true, via: 'label' } }],
  },
  {
    name: 'around a radio button checks it',
    group: 'label',
    body: '<label><input type="radio" name="r"> <span>Large</span></label>',
    act: ({ tab }) => tab.getByText('Large').click(),
    truth: [{ kind: 'check', fields: { 'target.role': 'radio', checked: true, via: 'label' } }],
  },
  {
    name: 'of a text field is one click on the field',
    group: 'label',
    body: '<label for="a">Your name, please</label><input id="a">',
    act: ({ tab }) => tab.locator('label').click(),
    truth: [{ kind: 'click', fields: { 'target.role': 'textbox', via: 'label', count: 1 } }],
  },
  {
    name: 'of a list is one click on the list',
    group: 'label',
    body: '<label for="a">Size</label> <select id="a"><option>Small<option>Large</select>',
    act: ({ tab }) => tab.locator('label').click(),
    truth: [{ kind: 'click', fields: { 'target.role': 'combobox', via: 'label' } }],
  },
  {
    name: 'of a button is one click on the button',
    group: 'label',
    body: '<label for="a">Save the changes</label> <button id="a">Save</button>',
    act: ({ tab }) => tab.locator('label').click(),
    truth: [{ kind: 'click', fields: { 'target.role': 'button', via: 'label' } }],
  },
  {
    name: 'with a link inside: the link is a click of its own, the words beside it check the box',
    group: 'label',
    body: `<label><input type="checkbox"> <span>I accept the</span> <a href="#terms">terms</a></label>
      <script>document.querySelector('a').onclick = (event) => event.preventDefault()</script>`,
    act: async ({ tab }) => {
      await tab.getByText('terms').click()
      await tab.getByText('I accept the').click()
    },
    truth: [
      { kind: 'click', fields: { 'target.role': 'link', via: 'pointer' } },
      { kind: 'check', fields: { 'target.role': 'checkbox', checked: true, via: 'label' } },
    ],
  },
  {
    name: 'that the page cancels was still clicked',
    group: 'label',
    body: `<label for="a">Agree to everything</label><input type="checkbox" id="a"><script>
      document.querySelector('label').addEventListener('click', (event) => event.preventDefault())</script>`,
    act: ({ tab }) => tab.locator('label').click(),
    truth: [{ kind: 'click', fields: { 'target.role': 'generic', 'target.tag': 'label', via: 'pointer' } }],
  },
  {
    name: 'Enter and Space on a button are clicks, not presses',
    group: 'key',
    body: '<button id="go">Go</button>',
    act: async ({ tab }) => {
      await tab.keyboard.press('Tab')
      await tab.keyboard.press('Enter')
      await tab.keyboard.press('Space')
    },
    truth: [
      { kind: 'press', fields: { key: 'Tab' } },
      { kind: 'click', fields: { 'target.role': 'button', count: 1, via: 'key' } },
      { kind: 'click', fields: { 'target.role': 'button', count: 1, via: 'key' } },
    ],
  },
  {
    name: 'Enter on a link is a click on it, and what it led to',
    group: 'key',
    body: '<a href="next">Next</a>',
    others: { next: `<h1>Next</h1>${DONE}` },
    act: async ({ tab, arrive }) => {
      await tab.keyboard.press('Tab')
      await arrive(() => tab.keyboard.press('Enter'))
    },
    truth: [
      { kind: 'press', fields: { key: 'Tab' } },
      { kind: 'click', fields: { 'target.role': 'link', via: 'key', effects: [{ kind: 'navigation', action: 2 }] } },
      { kind: 'nav', fields: { cause: 'link', causedBy: 1 } },
    ],
  },
  {
    name: 'a control made of a <div>, which the page presses by Enter, is a press on it',
    group: 'key',
    body: `<div role="button" tabindex="0" aria-expanded="false">Details</div><script>const box = document.querySelector('[role=button]')
      box.onkeydown = (event) => { if (event.key === 'Enter') box.setAttribute('aria-expanded', 'true') }</script>`,
    act: async ({ tab }) => {
      await tab.keyboard.press('Tab')
      await tab.keyboard.press('Enter')
    },
    truth: [
      { kind: 'press', fields: { key: 'Tab' } },
      { kind: 'press', fields: { key: 'Enter', 'target.role': 'button', effects: [{ kind: 'state', state: { expanded: true } }] } },
    ],
  },
  {
    name: 'Enter in a field presses the default button of its form: one press',
    group: 'submit',
    body: '<form><input id="a"><button>Go</button></form>',
    act: async ({ tab }) => {
      await tab.locator('#a').click()
      await tab.keyboard.type('query')
      await tab.keyboard.press('Enter')
    },
    truth: [OPEN_FIELD, TYPED, { kind: 'press', fields: { key: 'Enter', 'target.role': 'textbox' } }],
  },
  {
    name: 'Enter in a form without a button is one press',
    group: 'submit',
    body: '<form><input id="a"></form>',
    act: async ({ tab }) => {
      await tab.locator('#a').click()
      await tab.keyboard.type('query')
      await tab.keyboard.press('Enter')
    },
    truth: [OPEN_FIELD, TYPED, { kind: 'press', fields: { key: 'Enter' } }],
  },
  {
    name: 'Enter in a form leads to another page, because of the press',
    group: 'submit',
    body: '<form action="next"><input id="a" name="term"><button>Go</button></form>',
    others: { next: `<h1>Found</h1>${DONE}` },
    act: async ({ tab, arrive }) => {
      await tab.locator('#a').click()
      await tab.keyboard.type('query')
      await arrive(() => tab.keyboard.press('Enter'))
    },
    truth: [
      OPEN_FIELD,
      TYPED,
      { kind: 'press', fields: { key: 'Enter', effects: [{ kind: 'navigation', action: 3 }] } },
      { kind: 'nav', fields: { cause: 'link', causedBy: 2 } },
    ],
  },
  {
    name: 'the button of a form is one click',
    group: 'submit',
    body: '<form><input id="a"><button>Go</button></form>',
    act: async ({ tab }) => {
      await tab.locator('#a').click()
      await tab.keyboard.type('query')
      await tab.getByText('Go').click()
    },
    truth: [OPEN_FIELD, TYPED, { kind: 'click', fields: { 'target.role': 'button', count: 1, via: 'pointer' } }],
  },
  {
    name: 'Enter on a checkbox of a form submits it, and checks nothing',
    group: 'submit',
    body: '<form><input type="checkbox"><button>Go</button></form>',
    act: async ({ tab }) => {
      await tab.keyboard.press('Tab')
      await tab.keyboard.press('Enter')
    },
    truth: [
      { kind: 'press', fields: { key: 'Tab' } },
      { kind: 'press', fields: { key: 'Enter', 'target.role': 'checkbox' } },
    ],
  },
]

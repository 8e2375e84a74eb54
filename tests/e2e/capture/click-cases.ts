/** Clicks and checks, by pointer, key and label. */
import type { Case } from './case.ts'

const PAD = [...'1234567890'].map((digit) => `<button type="button">${digit}</button>`).join('')

export const CLICK_CASES: Case[] = [
  {
    name: 'a number on a pad is one click on the pad, by pointer and by key, and says neither which keys nor how many',
    body: `<button type="button">Help</button><div id="pad">${PAD}</div>`,
    act: async (tab) => {
      for (const digit of ['7', '3', '3', '1']) await tab.locator('#pad button', { hasText: digit }).click()
      await tab.keyboard.press('Tab')
      await tab.keyboard.press('Enter')
      await tab.keyboard.press('Tab')
      await tab.keyboard.press('Space')
    },
    expected: ['click generic ×1 pointer'],
  },
  {
    name: 'pages and the days of a week are no pad',
    body: `<div>${[1, 2, 3, 4, 5].map((page) => `<button type="button">${page}</button>`).join('')}</div>`,
    act: async (tab) => {
      for (const page of ['2', '4']) await tab.locator('button', { hasText: page }).click()
    },
    expected: ['click button ×1 pointer', 'click button ×1 pointer'],
  },
  {
    name: 'a click on something inside a button is one click on the button',
    body: '<button id="open"><span><b>Open</b></span></button>',
    act: (tab) => tab.locator('b').click(),
    expected: ['click button ×1 pointer'],
  },
  {
    name: 'a double click is one action with its count',
    body: '<button>Twice</button>',
    act: (tab) => tab.getByText('Twice').dblclick(),
    expected: ['click button ×2 pointer'],
  },
  {
    name: 'two clicks on two buttons are two clicks',
    body: '<button>One</button><button>Two</button>',
    act: async (tab) => {
      await tab.getByText('One').click()
      await tab.getByText('Two').click()
    },
    expected: ['click button ×1 pointer', 'click button ×1 pointer'],
  },
  {
    name: 'right and middle clicks keep their button',
    body: '<button>More</button>',
    act: async (tab) => {
      await tab.getByText('More').click({ button: 'right' })
      await tab.getByText('More').click({ button: 'middle' })
    },
    expected: ['click button secondary ×1 pointer', 'click button middle ×1 pointer'],
  },
  {
    name: 'a button that replaces itself on pointerdown is still the one that was clicked',
    body: `<div id="box"><button>Old</button></div><script>
      box.addEventListener('pointerdown', () => box.innerHTML = '<p>New</p>')</script>`,
    act: (tab) => tab.getByText('Old').click(),
    expected: ['click button ×1 pointer'],
  },
  {
    name: 'Enter and Space on a button are clicks, not presses',
    body: '<button id="go">Go</button>',
    act: async (tab) => {
      await tab.locator('#go').focus()
      await tab.keyboard.press('Enter')
      await tab.keyboard.press('Space')
    },
    expected: ['click button ×1 key', 'click button ×1 key'],
  },
  {
    name: 'a checkbox is recorded once, with what it became',
    body: '<input type="checkbox" id="a">',
    act: async (tab) => {
      await tab.locator('#a').click()
      await tab.keyboard.press('Space')
    },
    expected: ['check checkbox on pointer', 'check checkbox off key'],
  },
  {
    name: 'a label checks its box: one action on the box',
    body: '<label for="a">Agree to everything that is written here</label><input type="checkbox" id="a">',
    act: (tab) => tab.locator('label').click(),
    expected: ['check checkbox on label'],
  },
  {
    name: 'a label of a text field is one click on the field',
    body: '<label for="a">Your name, please</label><input id="a">',
    act: (tab) => tab.locator('label').click(),
    expected: ['click textbox ×1 label'],
  },
  {
    name: 'a label that the page cancels was still clicked',
    body: `<label for="a">Agree to everything</label><input type="checkbox" id="a"><script>
      document.querySelector('label').addEventListener('click', (event) => event.preventDefault())</script>`,
    act: (tab) => tab.locator('label').click(),
    expected: ['click generic ×1 pointer'],
  },
  {
    name: 'radio buttons by pointer and by arrow key are checks',
    body: '<input type="radio" name="r"><input type="radio" name="r">',
    act: async (tab) => {
      await tab.locator('input').first().click()
      await tab.keyboard.press('ArrowDown')
    },
    expected: ['check radio on pointer', 'check radio on key'],
  },
  {
    name: 'a press that is dragged off its button is no click on it',
    body: '<button id="remove">Remove</button><p style="margin-top:200px">Elsewhere</p>',
    act: async (tab) => {
      await tab.locator('#remove').hover()
      await tab.mouse.down()
      await tab.getByText('Elsewhere').hover()
      await tab.mouse.up()
    },
    expected: [],
  },
  {
    name: 'boxes that a script checks are not the person’s',
    body: `<button>All</button><input type="checkbox"><input type="checkbox"><script>
      document.querySelector('button').onclick = () => document.querySelectorAll('input').forEach((box) => box.click())</script>`,
    act: (tab) => tab.getByText('All').click(),
    expected: ['click button ×1 pointer'],
  },
  {
    name: 'six quick clicks are six, in two actions',
    body: '<button>More</button>',
    act: (tab) => tab.getByText('More').click({ clickCount: 6 }),
    expected: ['click button ×3 pointer', 'click button ×3 pointer'],
  },
]

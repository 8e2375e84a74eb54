/** Typing, keys and choices. */
import type { Case } from './case.ts'

export const FIELD_CASES: Case[] = [
  {
    name: 'typing in one field visit is one action, with its corrections',
    body: '<input id="a"><input id="b">',
    act: async (tab) => {
      await tab.locator('#a').click()
      await tab.keyboard.type('hello wurld')
      await tab.keyboard.press('Backspace')
      await tab.keyboard.type('d')
      await tab.locator('#b').click()
      await tab.keyboard.type('x')
    },
    expected: ['click textbox ×1 pointer', 'type text keys +9-20 -1-3 =9-20', 'click textbox ×1 pointer', 'type text keys +1-3 -0 =1-3'],
  },
  {
    name: 'of a password nothing but its kind is kept, also once the page reveals it',
    body: '<input type="password" id="a"><button>Show</button><script>document.querySelector("button").onclick = () => (a.type = "text")</script>',
    act: async (tab) => {
      await tab.locator('#a').click()
      await tab.keyboard.type('one')
      await tab.getByText('Show').click()
      await tab.locator('#a').click()
      await tab.keyboard.type('two')
    },
    expected: [
      'click textbox ×1 pointer',
      'type password keys +null -null =null',
      'click button ×1 pointer',
      'click textbox ×1 pointer',
      'type password keys +null -null =null',
    ],
  },
  {
    name: 'a rich-text region is one field',
    body: '<div contenteditable id="a"><p>Some <b>bold</b></p></div>',
    act: async (tab) => {
      await tab.locator('b').click()
      await tab.keyboard.type('more')
      await tab.keyboard.press('Enter')
      await tab.keyboard.type('lines')
    },
    expected: ['click generic ×1 pointer', 'type rich-text keys +9-20 -0 =9-20'],
  },
  {
    name: 'a paste is typing by paste, and its shortcut is no press of its own',
    body: '<input id="a" value="word"><input id="b">',
    act: async (tab) => {
      await tab.locator('#a').click()
      await tab.keyboard.press('Control+a')
      await tab.keyboard.press('Control+c')
      await tab.locator('#b').click()
      await tab.keyboard.press('Control+v')
    },
    expected: [
      'click textbox ×1 pointer',
      'press textbox ctrl+select-all',
      'press textbox ctrl+copy',
      'click textbox ×1 pointer',
      'type text paste +1-3 -0 =4-8',
    ],
  },
  {
    name: 'Enter in a field that submits its form is one press',
    body: '<form><input id="a"><button>Go</button></form>',
    act: async (tab) => {
      await tab.locator('#a').click()
      await tab.keyboard.type('query')
      await tab.keyboard.press('Enter')
    },
    expected: ['click textbox ×1 pointer', 'type text keys +4-8 -0 =4-8', 'press textbox Enter'],
  },
  {
    name: 'named keys and shortcuts are presses; letters outside of fields are nothing',
    body: '<div tabindex="0" id="a">Box</div>',
    act: async (tab) => {
      await tab.locator('#a').focus()
      await tab.keyboard.press('Escape')
      await tab.keyboard.press('Shift+Tab')
      await tab.keyboard.press('j')
      await tab.keyboard.press('Control+b')
    },
    expected: ['press generic Escape', 'press generic shift+Tab', 'press generic ctrl+bold'],
  },
  {
    name: 'a select by keyboard is one choice, however many keys',
    body: '<select id="a"><option>1<option>2<option>3<option>4</select>',
    act: async (tab) => {
      await tab.locator('#a').focus()
      for (let key = 0; key < 3; key++) await tab.keyboard.press('ArrowDown')
    },
    expected: ['select combobox [3] of 4 key'],
  },
  {
    name: 'a select opened by mouse is one choice, its opening click included',
    body: '<select id="a"><optgroup label="x"><option>1<option>2</optgroup><option>3</select>',
    act: async (tab) => {
      await tab.locator('#a').click()
      await tab.keyboard.press('ArrowDown')
      await tab.keyboard.press('ArrowDown')
      await tab.keyboard.press('Enter')
    },
    // The keys go to the browser's own popup, which a page does not see: what is known is that the pointer opened it.
    expected: ['select combobox [2] of 3 pointer'],
  },
  {
    name: 'a list box by mouse is a choice for each click',
    body: '<select multiple size="4"><option>1<option>2<option>3<option>4</select>',
    act: async (tab) => {
      await tab.locator('option').nth(1).click()
      await tab
        .locator('option')
        .nth(3)
        .click({ modifiers: ['Control'] })
    },
    expected: ['select listbox [1,3] of 4 pointer'],
  },
  {
    name: 'a select that a script changes is not recorded',
    body: '<select id="a"><option>1<option>2</select>',
    act: (tab) =>
      tab.evaluate(() => {
        const select = document.querySelector('select')
        if (select) select.selectedIndex = 1
        select?.dispatchEvent(new Event('change', { bubbles: true }))
        document.querySelector('main')?.click()
      }),
    expected: [],
  },
  {
    name: 'Enter that sends a message is a press, and the message was not cleared',
    body: `<textarea id="a"></textarea><script>
      a.onkeydown = (event) => { if (event.key === 'Enter') { event.preventDefault(); a.value = '' } }</script>`,
    act: async (tab) => {
      await tab.locator('#a').click()
      await tab.keyboard.type('hello')
      await tab.keyboard.press('Enter')
    },
    expected: ['click textbox ×1 pointer', 'type multiline keys +4-8 -0 =4-8', 'press textbox Enter'],
  },
  {
    name: 'Enter that breaks a line is typing',
    body: '<textarea id="a"></textarea>',
    act: async (tab) => {
      await tab.locator('#a').click()
      await tab.keyboard.type('one')
      await tab.keyboard.press('Enter')
      await tab.keyboard.type('two')
    },
    expected: ['click textbox ×1 pointer', 'type multiline keys +4-8 -0 =4-8'],
  },
]

/** What the person means is one action, with trusted input in real Chromium. */
import type { Page } from '@playwright/test'
import { expect, test } from './browser/fixtures.ts'
import { openScene, type Scene } from './browser/scene.ts'
import { arrive, drafts, recordedSince, sentenceOf } from './recorded.ts'

/** A page whose forms go nowhere, with the button that ends each test. */
const page = (
  body: string,
) => `<!doctype html><title>Fixture</title><main>${body}</main><button id="done" style="position:fixed;right:0;top:0">Finish</button>
  <script>addEventListener('submit', (event) => event.preventDefault())</script>`

const CASES: { name: string; body: string; act: (tab: Page) => Promise<unknown>; expected: string[] }[] = [
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
    name: 'a burst of wheel notches is one scroll, of the page or of a box',
    body: '<div id="box" style="height:100px;overflow:auto"><div style="height:900px">Box</div></div><div style="height:3000px"></div>',
    act: async (tab) => {
      await tab.locator('#box').hover()
      await tab.mouse.wheel(0, 200)
      await tab.mouse.wheel(0, 200)
      await tab.mouse.move(600, 400)
      await tab.mouse.wheel(0, 500)
      await tab.mouse.wheel(0, 500)
      await expect.poll(() => tab.evaluate(() => scrollY)).toBe(1000)
    },
    expected: ['scroll generic wheel 0 to 400', 'scroll document wheel 0 to 1000'],
  },
  {
    name: 'a key that scrolls is a scroll, and no press',
    body: '<div style="height:5000px">Tall</div>',
    act: async (tab) => {
      await tab.keyboard.press('End')
      await tab.waitForFunction(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 1)
    },
    expected: ['scroll document key 0 to 4300'],
  },
  {
    name: 'scrolling by script is not an action',
    body: '<div style="height:5000px">Tall</div>',
    act: async (tab) => {
      await tab.evaluate(() => scrollTo(0, 2000))
      await tab.waitForFunction(() => scrollY === 2000)
    },
    expected: [],
  },
  {
    name: 'a button in an open shadow root is found inside it',
    body: `<my-card></my-card><script>document.querySelector('my-card').attachShadow({ mode: 'open' }).innerHTML = '<button>Card</button>'</script>`,
    act: (tab) => tab.getByText('Card').click(),
    expected: ['click button ×1 pointer'],
  },
  {
    name: 'a form whose controls shadow the DOM is described all the same',
    body: `<form id="form">${['closest', 'matches', 'getAttribute', 'parentNode', 'localName', 'children', 'isContentEditable'].map((name) => `<input name="${name}" style="display:none">`).join('')}
      <p style="position:fixed;left:10px;top:50px;margin:0;height:30px;width:200px">Inside</p></form>`,
    // By coordinates: such a form stops Playwright's own look at the page.
    act: (tab) => tab.mouse.click(40, 60),
    expected: ['click paragraph ×1 pointer'],
  },
]

let scene: Scene
test.beforeAll(async ({ extension }) => {
  const pages = Object.fromEntries(CASES.map(({ body }, index) => [`listed.localhost/case-${index}`, page(body)]))
  scene = await openScene(extension, { pages })
})
test.afterAll(() => scene.close())

for (const [index, { name, act, expected }] of CASES.entries()) {
  test(name, async () => {
    await arrive(scene, `listed.localhost/case-${index}`)
    const before = (await drafts(scene)).length
    await act(scene.tab)
    expect((await recordedSince(scene, before)).map(sentenceOf)).toEqual(expected)
  })
}

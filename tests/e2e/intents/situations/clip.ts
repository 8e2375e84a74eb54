/** Copy, cut and paste. */
import type { Situation, Truth } from '../situation.ts'

const field: Truth = { kind: 'click', fields: { 'target.role': 'textbox' } }
const clip = (fields: Record<string, unknown>): Truth => ({ kind: 'clip', fields })
const SELECT_ALL: Truth = { kind: 'press', fields: { shortcut: 'select-all', 'target.role': 'textbox' } }

export const CLIP_SITUATIONS: Situation[] = [
  {
    name: 'from one field into another: the copy, the paste that takes from it, and what it typed',
    group: 'clip',
    body: '<input id="a" value="word"><input id="b">',
    act: async ({ tab }) => {
      await tab.locator('#a').click()
      await tab.keyboard.press('Control+a')
      await tab.keyboard.press('Control+c')
      await tab.locator('#b').click()
      await tab.keyboard.press('Control+v')
    },
    truth: [
      field,
      SELECT_ALL,
      clip({ operation: 'copy', 'target.role': 'textbox', source: null }),
      field,
      clip({ operation: 'paste', 'target.role': 'textbox', source: 2, causedBy: 2 }),
      { kind: 'type', fields: { via: ['paste'], inserts: '1-3', length: '4-8' } },
    ],
  },
  {
    name: 'a word of the page, copied by its shortcut',
    group: 'clip',
    body: '<p>word</p>',
    act: async ({ tab }) => {
      await tab.getByText('word').dblclick({ position: { x: 10, y: 8 } })
      await tab.keyboard.press('Control+c')
    },
    truth: [{ kind: 'click', fields: { count: 2 } }, clip({ operation: 'copy', source: null })],
  },
  {
    name: 'cut in a field is a clip, and the paste elsewhere takes from it',
    group: 'clip',
    body: '<input id="a" value="word"><textarea id="b"></textarea>',
    act: async ({ tab }) => {
      await tab.locator('#a').click()
      await tab.keyboard.press('Control+a')
      await tab.keyboard.press('Control+x')
      await tab.locator('#b').click()
      await tab.keyboard.press('Control+v')
    },
    truth: [
      field,
      SELECT_ALL,
      clip({ operation: 'cut', 'target.role': 'textbox' }),
      field,
      clip({ operation: 'paste', source: 2 }),
      { kind: 'type', fields: { field: 'multiline', via: ['paste'] } },
    ],
  },
  {
    name: 'pasted into a page that takes it without a field',
    group: 'clip',
    body: `<p id="text">word</p><div id="board" tabindex="0" style="width:200px;height:100px">Board</div>
      <script>addEventListener('paste', (event) => event.preventDefault())</script>`,
    act: async ({ tab }) => {
      await tab.locator('#text').dblclick({ position: { x: 10, y: 8 } })
      await tab.keyboard.press('Control+c')
      await tab.locator('#board').click()
      await tab.keyboard.press('Control+v')
    },
    truth: [
      { kind: 'click', fields: { count: 2 } },
      clip({ operation: 'copy' }),
      { kind: 'click', fields: { 'target.role': 'generic' } },
      clip({ operation: 'paste', 'target.role': 'generic', source: 1 }),
    ],
  },
  {
    name: 'a button that copies by itself is a click',
    group: 'clip',
    body: `<button>Copy link</button><script>
      document.querySelector('button').onclick = () => navigator.clipboard.writeText('link').catch(() => {})</script>`,
    act: ({ tab }) => tab.getByText('Copy link').click(),
    truth: [{ kind: 'click', fields: { 'target.role': 'button' } }],
  },
]

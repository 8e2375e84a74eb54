/** Fields of more than one line, and editors a page has built. */
import type { Situation } from '../situation.ts'

const typed = (fields: Record<string, unknown>) => ({ kind: 'type' as const, fields })
const TEXTBOX = { kind: 'click', fields: { 'target.role': 'textbox' } } as const

/** Takes keys in a field nobody sees, empties it at once, and shows lines of its own: how editors of code are built. */
const CODE_EDITOR = `<div id="code" style="position:relative;width:300px;height:120px;font-family:monospace">
    <textarea id="keys" spellcheck="false" style="position:absolute;opacity:0;width:1px;height:1px"></textarea><div id="lines"><div></div></div></div>
  <script>
    code.onmousedown = (event) => { event.preventDefault(); keys.focus() }
    keys.oninput = () => { lines.lastChild.textContent += keys.value; keys.value = '' }
    keys.onkeydown = (event) => {
      if (event.key !== 'Enter') return
      event.preventDefault()
      lines.append(document.createElement('div'))
    }
  </script>`

export const EDITOR_SITUATIONS: Situation[] = [
  {
    name: 'a rich-text region is one field',
    group: 'editor',
    body: '<div contenteditable id="a"><p>Some <b>bold</b></p></div>',
    act: async ({ tab }) => {
      await tab.locator('b').click()
      await tab.keyboard.type('more')
      await tab.keyboard.press('Enter')
      await tab.keyboard.type('lines')
    },
    truth: [
      { kind: 'click', fields: { 'target.control': 'editor' } },
      typed({
        field: 'rich-text',
        via: ['keys'],
        inserts: '9-20',
        deletes: '0',
        length: '9-20',
        'target.control': 'editor',
        'target.name': null,
      }),
    ],
  },
  {
    name: 'a shortcut that makes text bold is a press between two pieces of typing',
    group: 'editor',
    body: '<div contenteditable role="textbox" id="a"><p><br></p></div>',
    act: async ({ tab }) => {
      await tab.locator('#a').click()
      await tab.keyboard.type('one')
      await tab.keyboard.press('Control+b')
      await tab.keyboard.type('two')
    },
    truth: [
      TEXTBOX,
      typed({ inserts: '1-3' }),
      { kind: 'press', fields: { shortcut: 'bold', modifiers: ['ctrl'] } },
      typed({ inserts: '1-3' }),
    ],
  },
  {
    name: 'an editor of code that hides its field is one field',
    group: 'editor',
    body: CODE_EDITOR,
    act: async ({ tab }) => {
      await tab.locator('#code').click()
      await tab.keyboard.type('let a = 1')
      await tab.keyboard.press('Enter')
      await tab.keyboard.type('let b = 2')
    },
    truth: [{ kind: 'click' }, typed({ via: ['keys'], 'target.role': 'textbox' })],
    reason:
      'Enter that the page makes a line of by itself is a press, and what is typed after it another typing: it cannot be told from Enter that sends.',
  },
  {
    name: 'Enter that sends a message is a press, and the message was not cleared',
    group: 'editor',
    body: `<textarea id="a"></textarea><script>
      a.onkeydown = (event) => { if (event.key === 'Enter') { event.preventDefault(); a.value = '' } }</script>`,
    act: async ({ tab }) => {
      await tab.locator('#a').click()
      await tab.keyboard.type('hello')
      await tab.keyboard.press('Enter')
    },
    truth: [
      TEXTBOX,
      typed({ field: 'multiline', via: ['keys'], inserts: '4-8', deletes: '0', length: '4-8', cleared: false }),
      { kind: 'press', fields: { key: 'Enter', 'target.role': 'textbox', causedBy: null } },
    ],
  },
  {
    name: 'Enter that breaks a line is typing',
    group: 'editor',
    body: '<textarea id="a"></textarea>',
    act: async ({ tab }) => {
      await tab.locator('#a').click()
      await tab.keyboard.type('one')
      await tab.keyboard.press('Enter')
      await tab.keyboard.type('two')
    },
    truth: [TEXTBOX, typed({ field: 'multiline', via: ['keys'], inserts: '4-8', deletes: '0', length: '4-8' })],
  },
  {
    name: 'Ctrl and Enter, which sends, is a press',
    group: 'editor',
    body: '<textarea id="a"></textarea>',
    act: async ({ tab }) => {
      await tab.locator('#a').click()
      await tab.keyboard.type('hello')
      await tab.keyboard.press('Control+Enter')
    },
    truth: [TEXTBOX, typed({ field: 'multiline', length: '4-8' }), { kind: 'press', fields: { key: 'Enter', modifiers: ['ctrl'] } }],
  },
]

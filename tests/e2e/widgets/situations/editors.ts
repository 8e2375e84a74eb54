/** Editors: what is written is one action for each visit, and its buttons and shortcuts are actions of their own. */
import { inLibrary } from './library.ts'
import { choose, click, open, press, shortcut, turn, type } from './meant.ts'

const QUILL = inLibrary('quill', [
  {
    name: 'words, a button of the toolbar, more words',
    reason: 'The editor is an editable block without a role.',
    show: 'editor',
    act: async (tab) => {
      await tab.locator('.ql-editor').click()
      await tab.keyboard.type('some')
      await tab.locator('.ql-bold').click()
      await tab.keyboard.type('words')
    },
    truth: [click('textbox'), type('textbox', { field: 'rich-text' }), turn('button'), type('textbox', { field: 'rich-text' })],
  },
  {
    name: 'a shortcut while writing',
    reason: 'The editor is an editable block without a role.',
    show: 'editor',
    act: async (tab) => {
      await tab.locator('.ql-editor').click()
      await tab.keyboard.type('some')
      await tab.keyboard.press('Control+i')
      await tab.keyboard.type('words')
    },
    truth: [click('textbox'), type('textbox'), shortcut('italic'), type('textbox')],
  },
  {
    name: 'a heading from the list of the toolbar',
    reason: 'The editor is an editable block without a role.',
    show: 'editor',
    act: async (tab) => {
      await tab.locator('.ql-editor').click()
      await tab.keyboard.type('Title')
      await tab.locator('.ql-header .ql-picker-label').click()
      await tab.locator('.ql-header .ql-picker-item').nth(1).click()
      await tab.locator('.ql-editor h2').waitFor()
    },
    truth: [click('textbox'), type('textbox'), open('button'), choose('button', 1, 3, 2, { mode: 'other' })],
  },
])

const TIPTAP = inLibrary('tiptap', [
  {
    name: 'words, a button of the toolbar, more words',
    show: 'editor',
    act: async (tab) => {
      await tab.locator('.tiptap').click()
      await tab.keyboard.type('some')
      await tab.locator('#bold').click()
      await tab.locator('#bold[aria-pressed=true]').waitFor()
      await tab.keyboard.type('words')
    },
    truth: [click('textbox'), type('textbox', { field: 'rich-text' }), turn('button'), type('textbox', { field: 'rich-text' })],
  },
  {
    name: 'shortcuts while writing',
    reason:
      'In a field, a shortcut that edits is part of the typing; an editor that undoes by itself sends no input for it, so nothing is seen.',
    show: 'editor',
    act: async (tab) => {
      await tab.locator('.tiptap').click()
      await tab.keyboard.type('some')
      await tab.keyboard.press('Control+b')
      await tab.keyboard.type('words')
      await tab.keyboard.press('Control+z')
    },
    truth: [click('textbox'), type('textbox'), shortcut('bold'), type('textbox'), shortcut('undo')],
  },
  {
    name: 'several lines are one text',
    reason:
      'Enter that the page makes a line of by itself is a press, and what is typed after it another typing: it cannot be told from Enter that sends.',
    show: 'editor',
    act: async (tab) => {
      await tab.locator('.tiptap').click()
      await tab.keyboard.type('some')
      await tab.keyboard.press('Enter')
      await tab.keyboard.type('words')
      await tab.keyboard.press('Backspace')
    },
    truth: [click('textbox'), type('textbox', { inserts: '9-20', deletes: '1-3' })],
  },
])

const CODEMIRROR = inLibrary('codemirror', [
  {
    name: 'lines of code are one text',
    reason:
      'Enter that the page makes a line of by itself is a press, and what is typed after it another typing: it cannot be told from Enter that sends.',
    show: 'editor',
    act: async (tab) => {
      await tab.locator('.cm-line').nth(1).click()
      await tab.keyboard.press('Enter')
      await tab.keyboard.type('call(')
      await tab.keyboard.press('Backspace')
    },
    truth: [click('textbox'), type('textbox', { field: 'rich-text' })],
  },
  {
    name: 'a change, undone',
    reason:
      'In a field, a shortcut that edits is part of the typing; an editor that undoes by itself sends no input for it, so nothing is seen.',
    show: 'editor',
    act: async (tab) => {
      await tab.locator('.cm-line').nth(1).click()
      await tab.keyboard.type('word')
      await tab.keyboard.press('Control+z')
      await tab.locator('.cm-line', { hasText: 'word' }).waitFor({ state: 'detached' })
    },
    truth: [click('textbox'), type('textbox'), shortcut('undo')],
  },
  {
    name: 'a search in the text',
    show: 'editor',
    act: async (tab) => {
      await tab.locator('.cm-line').first().click()
      await tab.keyboard.press('Control+f')
      await tab.locator('.cm-search input[name=search]:focus').waitFor()
      await tab.keyboard.type('second')
      await tab.keyboard.press('Enter')
      await tab.getByRole('button', { name: 'close' }).click()
      await tab.locator('.cm-search').waitFor({ state: 'detached' })
    },
    truth: [click('textbox'), shortcut('find'), type('textbox'), press('Enter', 'textbox'), click('button')],
  },
])

export const EDITORS = [...QUILL, ...TIPTAP, ...CODEMIRROR]

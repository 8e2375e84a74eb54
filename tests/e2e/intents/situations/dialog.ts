/** Dialogs of the browser, and those of pages. */
import { setTimeout } from 'node:timers/promises'
import type { Page as Tab } from '@playwright/test'
import { DONE, type Situation, type Truth } from '../situation.ts'

const ASKED = [{ kind: 'dialog', action: 1 }]
const click = (effects?: unknown): Truth => ({ kind: 'click', fields: { 'target.role': 'button', ...(effects ? { effects } : {}) } })
const dialog = (fields: Record<string, unknown>): Truth => ({ kind: 'dialog', fields })
const asking = (script: string) => `<button>Ask</button><script>document.querySelector('button').onclick = () => { ${script} }</script>`
const NEXT = `<!doctype html><title>Next</title><h1>Next</h1>${DONE}`

/** Reads a dialog as a person does, and answers it. */
async function answer(tab: Tab, accept: boolean, move: () => Promise<unknown>): Promise<void> {
  const asked = tab.waitForEvent('dialog').then(async (shown) => {
    await setTimeout(1000)
    await (accept ? shown.accept() : shown.dismiss())
  })
  await Promise.all([asked, move()])
}

const UNSAVED = `<input id="a"><a href="next">Next</a>
  <script>addEventListener('beforeunload', (event) => { if (a.value) event.preventDefault() })</script>`
const EDITED: Truth[] = [
  { kind: 'click', fields: { 'target.role': 'textbox' } },
  { kind: 'type', fields: { via: ['keys'] } },
]

export const DIALOG_SITUATIONS: Situation[] = [
  ...[
    { kind: 'a message', script: `alert('Saved')`, accept: true },
    { kind: 'a question', script: `if (confirm('Delete?')) document.title = 'deleted'`, accept: true },
    { kind: 'a question that is declined', script: `confirm('Delete?')`, accept: false },
    { kind: 'a question for a text', script: `prompt('Name?')`, accept: true },
  ].map(({ kind, script, accept }): Situation => ({
    name: `${kind} of a script is a dialog because of the click`,
    group: 'dialog',
    body: asking(script),
    act: ({ tab }) => answer(tab, accept, () => tab.getByText('Ask').click()),
    truth: [click(ASKED), dialog({ dialog: 'script', outcome: 'unknown', causedBy: 0 })],
  })),
  {
    name: 'the question before leaving, answered by leaving',
    group: 'dialog',
    body: UNSAVED,
    others: { next: NEXT },
    act: async ({ tab, arrive }) => {
      await tab.locator('#a').click()
      await tab.keyboard.type('words')
      await arrive(() => answer(tab, true, () => tab.getByText('Next').click({ noWaitAfter: true })))
    },
    truth: [
      ...EDITED,
      { kind: 'click', fields: { 'target.role': 'link' } },
      dialog({ dialog: 'beforeunload', outcome: 'accepted', causedBy: 2 }),
      { kind: 'nav', fields: { cause: 'link' } },
    ],
  },
  {
    name: 'the question before leaving, answered by staying',
    group: 'dialog',
    body: UNSAVED,
    others: { next: NEXT },
    act: async ({ tab }) => {
      await tab.locator('#a').click()
      await tab.keyboard.type('words')
      await answer(tab, false, () => tab.getByText('Next').click({ noWaitAfter: true }))
      // Whoever stays goes on; the page at the end is left without a question.
      await tab.locator('#a').click({ clickCount: 3 })
      await tab.keyboard.press('Delete')
    },
    truth: [
      ...EDITED,
      { kind: 'click', fields: { 'target.role': 'link' } },
      dialog({ dialog: 'beforeunload', outcome: 'dismissed', causedBy: 2 }),
      { kind: 'click', fields: { count: 3 } },
      { kind: 'type', fields: { cleared: true } },
    ],
  },
  {
    name: 'a modal dialog of the page: what opened it, what was clicked in it, and that it closed',
    group: 'dialog',
    body: `<button id="ask">Delete</button><dialog aria-label="Delete"><button id="ok">OK</button></dialog>
      <script>ask.onclick = () => document.querySelector('dialog').showModal(); ok.onclick = () => document.querySelector('dialog').close()</script>`,
    act: async ({ tab }) => {
      await tab.locator('#ask').click()
      await tab.locator('#ok').click()
      await tab.locator('dialog').waitFor({ state: 'hidden' })
    },
    truth: [
      click([{ kind: 'dialog', role: 'dialog' }]),
      {
        kind: 'click',
        fields: { 'target.role': 'button', 'target.anchor.kind': 'dialog', causedBy: 0, effects: [{ kind: 'removed', role: 'dialog' }] },
      },
    ],
  },
  {
    name: 'a dialog made of a <div> is the same',
    group: 'dialog',
    body: `<button id="ask">Delete</button><div id="box" role="alertdialog" aria-modal="true" hidden style="position:fixed;top:100px;left:100px;width:200px;height:100px;background:white">
      <button id="ok">OK</button></div><script>ask.onclick = () => { box.hidden = false }; ok.onclick = () => { box.hidden = true }</script>`,
    act: async ({ tab }) => {
      await tab.locator('#ask').click()
      await tab.locator('#ok').click()
      await tab.locator('#box').waitFor({ state: 'hidden' })
    },
    truth: [
      click([{ kind: 'dialog', role: 'alertdialog' }]),
      { kind: 'click', fields: { 'target.role': 'button', causedBy: 0, effects: [{ kind: 'removed', role: 'alertdialog' }] } },
    ],
  },
]

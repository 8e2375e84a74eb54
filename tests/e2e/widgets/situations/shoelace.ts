import { pressTimes } from './hand.ts'
import { inLibrary } from './library.ts'
import { BY_KEY, check, choose, click, hover, open, press, set, turn, type } from './meant.ts'

export const SHOELACE = inLibrary('shoelace', [
  {
    name: 'a select by mouse',
    reason: 'The innermost part in the shadow root is clicked, which has no role.',
    show: 'select',
    act: async (tab) => {
      await tab.locator('sl-select').click()
      await tab.getByRole('option', { name: 'Closed' }).click()
      await tab.locator('sl-select:not([open])').waitFor()
    },
    truth: [open('combobox'), choose('combobox', 2, 6, 0)],
  },
  {
    name: 'a select by keyboard',
    show: 'select',
    act: async (tab) => {
      await tab.locator('sl-select').getByRole('combobox').focus()
      await tab.keyboard.press('ArrowDown')
      await tab.getByRole('option', { name: 'New' }).and(tab.locator(':focus')).waitFor()
      await pressTimes(tab, 'ArrowDown', 2)
      await tab.keyboard.press('Enter')
      await tab.locator('sl-select:not([open])').waitFor()
    },
    truth: [press('ArrowDown', 'combobox'), choose('combobox', 2, 6, 0, BY_KEY)],
  },
  {
    name: 'tags: two added, one removed',
    reason: 'The innermost part in the shadow root is clicked, which has no role.',
    show: 'tags',
    act: async (tab) => {
      await tab.locator('sl-select').click()
      await tab.getByRole('option', { name: 'Closed' }).click()
      await tab.getByRole('option', { name: 'Archived' }).click()
      await tab.locator('sl-tag').nth(1).waitFor()
      await tab.locator('sl-tag [part~=remove-button]').first().click()
      await tab.locator('sl-tag').nth(1).waitFor({ state: 'detached' })
    },
    truth: [
      open('combobox'),
      choose('combobox', 2, 6, 0, { multiple: true }),
      choose('combobox', 3, 6, 0, { multiple: true }),
      click('button'),
    ],
  },
  {
    name: 'a menu in a menu, and an item that is on or off',
    reason: 'What the pointer shows is looked for outside of shadow roots only.',
    show: 'menu',
    act: async (tab) => {
      await tab.locator('sl-button').click()
      await tab.locator('sl-menu-item', { hasText: 'Export' }).first().hover()
      await tab.locator('sl-menu-item sl-menu-item', { hasText: 'Print' }).click()
      await tab.locator('sl-menu').first().waitFor({ state: 'hidden' })
      await tab.locator('sl-button').click()
      await tab.getByRole('menuitemcheckbox', { name: 'Grid' }).click()
      await tab.locator('sl-menu').first().waitFor({ state: 'hidden' })
    },
    truth: [open('button'), hover('menuitem', 2), choose('menuitem', 0, 2, 1), open('button'), check('menuitemcheckbox', true)],
  },
  {
    name: 'a menu by keyboard',
    show: 'menu',
    act: async (tab) => {
      await tab.locator('sl-button').getByRole('button').focus()
      await tab.keyboard.press('ArrowDown')
      await tab.locator('sl-menu-item:focus', { hasText: 'Edit' }).waitFor()
      await tab.keyboard.press('End')
      await tab.locator('sl-menu-item:focus', { hasText: 'Delete' }).waitFor()
      await tab.keyboard.press('Enter')
      await tab.locator('sl-menu').first().waitFor({ state: 'hidden' })
    },
    truth: [press('ArrowDown', 'button'), choose('button', 3, 4, 0, BY_KEY)],
  },
  {
    name: 'a switch, a checkbox and radio buttons',
    show: 'checks',
    act: async (tab) => {
      await tab.locator('sl-switch').click()
      await tab.locator('sl-checkbox').click()
      await tab.locator('sl-radio', { hasText: 'Right' }).click()
      await tab.keyboard.press('ArrowUp')
    },
    truth: [check('switch', true, 'label'), check('checkbox', true, 'label'), check('radio', true), check('radio', true, 'key')],
  },
  {
    name: 'a tab and a section',
    show: 'sections',
    act: async (tab) => {
      await tab.locator('sl-tab', { hasText: 'History' }).click()
      await tab.locator('sl-details').click()
    },
    truth: [turn('tab'), turn('button')],
  },
  {
    name: 'a slider by mouse and by keys',
    show: 'slider',
    act: async (tab) => {
      await tab.locator('sl-range input').click({ position: { x: 288, y: 3 } })
      await pressTimes(tab, 'ArrowRight', 10)
    },
    truth: [set('range', 7), set('range', 8, 'key')],
  },
  {
    name: 'a text, cleared by its button',
    show: 'input',
    act: async (tab) => {
      await tab.locator('sl-input input').click()
      await tab.keyboard.type('word')
      await tab.locator('sl-input [part~=clear-button]').click()
    },
    truth: [click('textbox'), type('textbox'), click('button')],
  },
  {
    name: 'a branch of a tree, opened, and an item of it',
    reason: 'A branch was opened before; what it showed is taken for the cause of the choice.',
    show: 'tree',
    act: async (tab) => {
      await tab.locator('sl-tree > sl-tree-item').first().locator('.tree-item__expand-button').first().click()
      await tab.getByText('Images').click()
      await tab.locator('sl-tree-item[selected]', { hasText: 'Images' }).waitFor()
    },
    truth: [turn('treeitem'), choose('tree', 1, 4, null)],
  },
  {
    name: 'a dialog, answered',
    reason: 'The dialog is in a shadow root, where nobody looks for what has opened.',
    show: 'dialog',
    act: async (tab) => {
      await tab.locator('#open').click()
      await tab.locator('#save').click()
      await tab.locator('sl-dialog').waitFor({ state: 'hidden' })
    },
    truth: [click('button', { effects: [{ kind: 'dialog', role: 'dialog' }] }), click('button')],
  },
])

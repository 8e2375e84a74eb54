import { pressTimes } from './hand.ts'
import { inLibrary } from './library.ts'
import { BY_KEY, check, choose, click, open, press, turn, type } from './meant.ts'

export const HEADLESSUI = inLibrary('headlessui', [
  {
    name: 'a select by mouse',
    show: 'select',
    act: async (tab) => {
      await tab.getByRole('button').first().click()
      await tab.getByRole('option', { name: 'Closed' }).click()
      await tab.getByRole('listbox').waitFor({ state: 'detached' })
    },
    truth: [open('button'), choose('button', 2, 6, 0)],
  },
  {
    name: 'a select by keyboard',
    show: 'select',
    act: async (tab) => {
      await tab.getByRole('button').first().focus()
      await tab.keyboard.press('ArrowDown')
      await tab.getByRole('listbox').and(tab.locator('[aria-activedescendant]')).waitFor()
      await pressTimes(tab, 'ArrowDown', 2)
      await tab.keyboard.press('Enter')
      await tab.getByRole('listbox').waitFor({ state: 'detached' })
    },
    truth: [press('ArrowDown', 'button'), choose('button', 2, 6, 0, BY_KEY)],
  },
  {
    name: 'several of a list, which stays open until Escape',
    show: 'many',
    act: async (tab) => {
      await tab.getByRole('button').first().click()
      await tab.getByRole('option', { name: 'Closed' }).click()
      await tab.getByRole('option', { name: 'Archived' }).click()
      await tab.keyboard.press('Escape')
      await tab.getByRole('listbox').waitFor({ state: 'detached' })
    },
    truth: [open('button'), choose('button', 2, 6, 0, { multiple: true }), choose('button', 3, 6, 0, { multiple: true }), press('Escape')],
  },
  {
    name: 'a combobox, filtered by typing',
    reason:
      'The list was opened by one action and filtered by another. Either is a cause of the choice; the record says one, the truth the other.',
    show: 'combobox',
    act: async (tab) => {
      await tab.getByRole('combobox').click()
      await tab.keyboard.type('o')
      await tab.getByRole('option', { name: 'Closed' }).click()
      await tab.getByRole('listbox').waitFor({ state: 'detached' })
    },
    truth: [click('combobox'), type('combobox'), choose('combobox', 1, 2, 1)],
  },
  {
    name: 'a combobox by keyboard',
    reason:
      'The list was opened by one action and filtered by another. Either is a cause of the choice; the record says one, the truth the other.',
    show: 'combobox',
    act: async (tab) => {
      await tab.getByRole('combobox').click()
      await tab.keyboard.type('o')
      await tab.getByRole('option', { name: 'Open' }).and(tab.locator('[data-active]')).waitFor()
      await tab.keyboard.press('ArrowDown')
      await tab.getByRole('option', { name: 'Closed' }).and(tab.locator('[data-active]')).waitFor()
      await tab.keyboard.press('Enter')
      await tab.getByRole('listbox').waitFor({ state: 'detached' })
    },
    truth: [click('combobox'), type('combobox'), choose('combobox', 1, 2, 1, BY_KEY)],
  },
  {
    name: 'a menu by mouse',
    show: 'menu',
    act: async (tab) => {
      await tab.getByRole('button', { name: 'Actions' }).click()
      await tab.getByRole('menuitem', { name: 'Copy' }).click()
      await tab.getByRole('menu').waitFor({ state: 'detached' })
    },
    truth: [open('button'), choose('button', 1, 3, 0)],
  },
  {
    name: 'a menu by keyboard',
    show: 'menu',
    act: async (tab) => {
      await tab.getByRole('button', { name: 'Actions' }).focus()
      await tab.keyboard.press('ArrowDown')
      await tab.getByRole('menuitem', { name: 'Edit' }).and(tab.locator('[data-active]')).waitFor()
      await tab.keyboard.press('ArrowDown')
      await tab.getByRole('menuitem', { name: 'Copy' }).and(tab.locator('[data-active]')).waitFor()
      await tab.keyboard.press('Enter')
      await tab.getByRole('menu').waitFor({ state: 'detached' })
    },
    truth: [press('ArrowDown', 'button'), choose('button', 1, 3, 0, BY_KEY)],
  },
  {
    name: 'a switch, and radio buttons by mouse and by key',
    show: 'checks',
    act: async (tab) => {
      await tab.getByRole('switch').click()
      await tab.getByRole('radio', { name: 'Right' }).click()
      await tab.keyboard.press('ArrowUp')
    },
    truth: [check('switch', true), check('radio', true), check('radio', true, 'key')],
  },
  {
    name: 'a tab by mouse and by key, and a section',
    show: 'sections',
    act: async (tab) => {
      await tab.getByRole('tab', { name: 'History' }).click()
      await tab.keyboard.press('ArrowRight')
      await tab.getByRole('button', { name: 'Details' }).click()
    },
    truth: [turn('tab'), press('ArrowRight', 'tab'), turn('button')],
  },
  {
    name: 'a dialog, answered',
    show: 'dialog',
    act: async (tab) => {
      await tab.getByRole('button', { name: 'Settings' }).click()
      await tab.getByRole('button', { name: 'Save' }).click()
      await tab.getByRole('dialog').waitFor({ state: 'detached' })
    },
    truth: [click('button', { effects: [{ kind: 'dialog', role: 'dialog' }] }), click('button')],
  },
])

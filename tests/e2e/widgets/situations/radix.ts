import { pressTimes } from './hand.ts'
import { inLibrary } from './library.ts'
import { BY_KEY, check, choose, hover, open, press } from './meant.ts'

export const RADIX = inLibrary('radix', [
  {
    name: 'a select by mouse',
    show: 'select',
    act: async (tab) => {
      await tab.getByRole('combobox').click()
      await tab.getByRole('option', { name: 'Closed' }).click()
      await tab.getByRole('listbox').waitFor({ state: 'detached' })
    },
    truth: [open('combobox'), choose('combobox', 2, 6, 0)],
  },
  {
    name: 'a select by one press, drag and release of the pointer',
    reason: 'One press and one release are one action: the choice. The opening has no end of its own.',
    show: 'select',
    act: async (tab) => {
      await tab.getByRole('combobox').hover()
      await tab.mouse.down()
      await tab.getByRole('option', { name: 'Closed' }).hover()
      await tab.mouse.up()
      await tab.getByRole('listbox').waitFor({ state: 'detached' })
    },
    truth: [open('combobox'), choose('combobox', 2, 6, 0)],
  },
  {
    name: 'a select by keyboard',
    show: 'select',
    act: async (tab) => {
      await tab.getByRole('combobox').focus()
      await tab.keyboard.press('ArrowDown')
      await tab.getByRole('option', { name: 'New' }).and(tab.locator(':focus')).waitFor()
      await pressTimes(tab, 'ArrowDown', 2)
      await tab.keyboard.press('Enter')
      await tab.getByRole('listbox').waitFor({ state: 'detached' })
    },
    truth: [press('ArrowDown', 'combobox'), choose('combobox', 2, 6, 0, BY_KEY)],
  },
  {
    name: 'a select by the letters of an option',
    show: 'select',
    act: async (tab) => {
      await tab.getByRole('combobox').click()
      await tab.getByRole('option', { name: 'New' }).waitFor()
      await tab.keyboard.type('del')
      await tab.getByRole('option', { name: 'Deleted' }).and(tab.locator(':focus')).waitFor()
      await tab.keyboard.press('Enter')
      await tab.getByRole('listbox').waitFor({ state: 'detached' })
    },
    truth: [open('combobox'), choose('combobox', 4, 6, 0, BY_KEY)],
  },
  {
    name: 'a menu by mouse',
    show: 'menu',
    act: async (tab) => {
      await tab.getByRole('button', { name: 'Actions' }).click()
      await tab.getByRole('menuitem', { name: 'Delete' }).click()
      await tab.getByRole('menu').waitFor({ state: 'detached' })
    },
    truth: [open('button'), choose('button', 5, 6, 0)],
  },
  {
    name: 'a menu in a menu, by mouse',
    show: 'menu',
    act: async (tab) => {
      await tab.getByRole('button', { name: 'Actions' }).click()
      await tab.getByRole('menuitem', { name: 'Export' }).hover()
      await tab.getByRole('menuitem', { name: 'Download' }).click()
      await tab.getByRole('menu').first().waitFor({ state: 'detached' })
    },
    truth: [open('button'), hover('menuitem', 2), choose('menuitem', 1, 2, 1)],
  },
  {
    name: 'a menu in a menu, by keyboard',
    show: 'menu',
    act: async (tab) => {
      await tab.getByRole('button', { name: 'Actions' }).focus()
      await tab.keyboard.press('ArrowDown')
      await tab.getByRole('menuitem', { name: 'Edit' }).and(tab.locator(':focus')).waitFor()
      await tab.keyboard.press('ArrowDown')
      await tab.getByRole('menuitem', { name: 'Export' }).and(tab.locator(':focus')).waitFor()
      await tab.keyboard.press('ArrowRight')
      await tab.getByRole('menuitem', { name: 'Print' }).and(tab.locator(':focus')).waitFor()
      await tab.keyboard.press('Enter')
      await tab.getByRole('menu').first().waitFor({ state: 'detached' })
    },
    truth: [press('ArrowDown', 'button'), press('ArrowRight', 'menuitem'), choose('menuitem', 0, 2, 1, BY_KEY)],
  },
  {
    name: 'a menu item that is on or off, and one of several',
    show: 'menu',
    act: async (tab) => {
      await tab.getByRole('button', { name: 'Actions' }).click()
      await tab.getByRole('menuitemcheckbox', { name: 'Grid' }).click()
      await tab.getByRole('menu').waitFor({ state: 'detached' })
      await tab.getByRole('button', { name: 'Actions' }).click()
      await tab.getByRole('menuitemradio', { name: 'Right' }).click()
      await tab.getByRole('menu').waitFor({ state: 'detached' })
    },
    truth: [open('button'), check('menuitemcheckbox', true), open('button'), check('menuitemradio', true)],
  },
])

import { pressTimes, slide } from './hand.ts'
import { inLibrary } from './library.ts'
import { BY_KEY, check, choose, chooseDay, click, hover, open, press, set, turn, type } from './meant.ts'

export const BITS_UI = inLibrary('bits-ui', [
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
    name: 'a select by keyboard',
    show: 'select',
    act: async (tab) => {
      await tab.getByRole('combobox').focus()
      await tab.keyboard.press('ArrowDown')
      await tab.getByRole('option', { name: 'New' }).and(tab.locator('[data-highlighted]')).waitFor()
      await pressTimes(tab, 'ArrowDown', 2)
      await tab.keyboard.press('Enter')
      await tab.getByRole('listbox').waitFor({ state: 'detached' })
    },
    truth: [press('ArrowDown', 'combobox'), choose('combobox', 2, 6, 0, BY_KEY)],
  },
  {
    name: 'several of a list, which stays open until Escape',
    show: 'many',
    act: async (tab) => {
      await tab.getByRole('combobox').click()
      await tab.getByRole('option', { name: 'Closed' }).click()
      await tab.getByRole('option', { name: 'Archived' }).click()
      await tab.keyboard.press('Escape')
      await tab.getByRole('listbox').waitFor({ state: 'detached' })
    },
    truth: [open('combobox'), choose('combobox', 2, 6, 0), choose('combobox', 3, 6, 0), press('Escape')],
  },
  {
    name: 'a combobox, filtered by typing',
    reason:
      'The list was opened by one action and filtered by another. Either is a cause of the choice; the record says one, the truth the other.',
    show: 'combobox',
    act: async (tab) => {
      await tab.getByRole('combobox').click()
      await tab.keyboard.type('o')
      await tab.getByRole('option', { name: 'New' }).waitFor({ state: 'detached' })
      await tab.getByRole('option', { name: 'Closed' }).click()
      await tab.getByRole('listbox').waitFor({ state: 'detached' })
    },
    truth: [click('combobox'), type('combobox'), choose('combobox', 1, 2, 1)],
  },
  {
    name: 'a menu in a menu',
    show: 'menu',
    act: async (tab) => {
      await tab.getByRole('button', { name: 'Actions' }).click()
      await tab.getByRole('menuitem', { name: 'Export' }).hover()
      await tab.getByRole('menuitem', { name: 'Print' }).click()
      await tab.getByRole('menu').first().waitFor({ state: 'detached' })
    },
    truth: [open('button'), hover('menuitem', 2), choose('menuitem', 0, 2, 1)],
  },
  {
    name: 'a menu item that is on or off',
    show: 'menu',
    act: async (tab) => {
      await tab.getByRole('button', { name: 'Actions' }).click()
      await tab.getByRole('menuitemcheckbox', { name: 'Grid' }).click()
      await tab.getByRole('menu').waitFor({ state: 'detached' })
    },
    truth: [open('button'), check('menuitemcheckbox', true)],
  },
  {
    name: 'a switch, a checkbox by its label and a radio button',
    show: 'checks',
    act: async (tab) => {
      await tab.getByRole('switch').click()
      await tab.getByText('Remember').click()
      await tab.getByRole('radio', { name: 'Right' }).click()
    },
    truth: [check('switch', true), check('checkbox', true, 'label'), check('radio', true)],
  },
  {
    name: 'a tab and a section',
    show: 'sections',
    act: async (tab) => {
      await tab.getByRole('tab', { name: 'History' }).click()
      await tab.getByRole('button', { name: 'Details' }).click()
    },
    truth: [turn('tab'), turn('button')],
  },
  {
    name: 'a slider by mouse and by keys',
    show: 'slider',
    act: async (tab) => {
      await slide(tab, tab.getByRole('slider'), tab.locator('[data-slider-root]'), 0.72)
      await pressTimes(tab, 'ArrowRight', 10)
    },
    truth: [set('slider', 7), set('slider', 8, 'key')],
  },
  {
    name: 'a day of a calendar',
    show: 'date',
    act: async (tab) => {
      await tab.locator('[data-calendar-day]').nth(12).click()
      await tab.locator('[data-calendar-day][data-selected]').waitFor()
    },
    truth: [chooseDay('grid', 12, 35, null)],
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

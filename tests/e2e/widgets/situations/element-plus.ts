import { pressTimes, slide } from './hand.ts'
import { inLibrary } from './library.ts'
import { BY_KEY, check, choose, chooseDay, click, hover, open, press, set, turn, type } from './meant.ts'

const OPTION = '.el-select-dropdown__item:visible'
const CLOSED = { state: 'hidden' } as const

export const ELEMENT_PLUS = inLibrary('element-plus', [
  {
    name: 'a select by mouse',
    reason: 'What is clicked is a wrapper around the field, which has no role.',
    show: 'select',
    act: async (tab) => {
      await tab.locator('.el-select').click()
      await tab.locator(OPTION, { hasText: 'Closed' }).click()
      await tab.getByRole('listbox').waitFor(CLOSED)
    },
    truth: [open('combobox'), choose('combobox', 2, 6, 0)],
  },
  {
    name: 'a select by keyboard',
    show: 'select',
    act: async (tab) => {
      await tab.getByRole('combobox').focus()
      await tab.keyboard.press('ArrowDown')
      await tab.locator(OPTION, { hasText: 'New' }).waitFor()
      await pressTimes(tab, 'ArrowDown', 3)
      await tab.locator('.el-select-dropdown__item.is-hovering', { hasText: 'Closed' }).waitFor()
      await tab.keyboard.press('Enter')
      await tab.getByRole('listbox').waitFor(CLOSED)
    },
    truth: [press('ArrowDown', 'combobox'), choose('combobox', 2, 6, 0, BY_KEY)],
  },
  {
    name: 'a select, filtered by typing',
    reason:
      'The list was opened by one action and filtered by another. Either is a cause of the choice; the record says one, the truth the other.',
    show: 'filter',
    act: async (tab) => {
      await tab.locator('.el-select').click()
      await tab.keyboard.type('o')
      await tab.locator(OPTION, { hasText: 'New' }).waitFor(CLOSED)
      await tab.locator(OPTION, { hasText: 'Closed' }).click()
      await tab.getByRole('listbox').waitFor(CLOSED)
    },
    truth: [open('combobox'), type('combobox'), choose('combobox', 1, 2, 0)],
  },
  {
    name: 'tags: two added, one removed',
    reason: 'What is clicked is a wrapper around the field, which has no role.',
    show: 'tags',
    act: async (tab) => {
      await tab.locator('.el-select').click()
      await tab.locator(OPTION, { hasText: 'Closed' }).click()
      await tab.locator(OPTION, { hasText: 'Archived' }).click()
      await tab.locator('.el-tag__close').first().click()
      await tab.locator('.el-tag').nth(1).waitFor({ state: 'detached' })
    },
    truth: [open('combobox'), choose('combobox', 2, 6, 0), choose('combobox', 3, 6, 0), click(null)],
  },
  {
    name: 'a cascader',
    reason: 'Columns of choices stand beside each other, and nothing in the page says which item showed one.',
    show: 'cascader',
    act: async (tab) => {
      await tab.locator('.el-cascader').click()
      await tab.getByRole('menuitem', { name: 'South' }).click()
      await tab.getByRole('menuitem', { name: 'City' }).click()
      await tab.getByRole('menu').first().waitFor(CLOSED)
    },
    truth: [open('textbox'), turn('menuitem'), choose('menuitem', 0, 2, 1)],
  },
  {
    name: 'a menu by mouse',
    show: 'menu',
    act: async (tab) => {
      await tab.getByRole('button', { name: 'Actions' }).click()
      await tab.getByRole('menuitem', { name: 'Copy' }).click()
      await tab.getByRole('menu').waitFor(CLOSED)
    },
    truth: [open('button'), choose('button', 1, 3, 0)],
  },
  {
    name: 'a menu that opens where the pointer rests',
    show: 'hover',
    act: async (tab) => {
      await tab.getByRole('button', { name: 'Actions' }).hover()
      await tab.getByRole('menuitem', { name: 'Copy' }).click()
      await tab.getByRole('menu').waitFor(CLOSED)
    },
    truth: [hover('button', 3), choose('button', 1, 3, 0)],
  },
  {
    name: 'a switch, a checkbox and a radio button',
    reason: 'What is clicked is drawn beside a hidden checkbox, which the page turns on by itself and without an event.',
    show: 'checks',
    act: async (tab) => {
      await tab.locator('.el-switch').click()
      await tab.getByText('Remember').click()
      await tab.getByText('Right').click()
    },
    truth: [check('switch', true), check('checkbox', true, 'label'), check('radio', true, 'label')],
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
      await slide(tab, tab.locator('.el-slider__button'), tab.locator('.el-slider__runway'), 0.72)
      await pressTimes(tab, 'ArrowRight', 10)
    },
    truth: [set('slider', 7), set('slider', 8, 'key')],
  },
  {
    name: 'a number by its button and by key',
    show: 'number',
    act: async (tab) => {
      await tab.getByRole('button', { name: 'increase number' }).click()
      await tab.getByRole('spinbutton').click()
      await pressTimes(tab, 'ArrowUp', 3)
    },
    truth: [click('button'), click('spinbutton'), set('number', 9, 'key')],
  },
  {
    name: 'a date from a calendar',
    show: 'date',
    act: async (tab) => {
      await tab.locator('.el-date-editor input').click()
      await tab.locator('.el-date-table td').nth(10).click()
      await tab.locator('.el-date-table').waitFor(CLOSED)
    },
    truth: [click('combobox'), chooseDay('combobox', 10, 42, 0)],
  },
  {
    name: 'a dialog, answered',
    show: 'dialog',
    act: async (tab) => {
      await tab.getByRole('button', { name: 'Settings' }).click()
      await tab.getByRole('button', { name: 'Save' }).click()
      await tab.getByRole('dialog').waitFor(CLOSED)
    },
    truth: [click('button', { effects: [{ kind: 'dialog', role: 'dialog' }] }), click('button')],
  },
])

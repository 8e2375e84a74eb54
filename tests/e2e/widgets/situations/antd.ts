import { pressTimes, slide } from './hand.ts'
import { inLibrary } from './library.ts'
import { BY_KEY, check, choose, chooseDay, click, hover, open, press, set, turn, type } from './meant.ts'

const STATUS = '.ant-select-item-option'

export const ANTD = inLibrary('antd', [
  {
    name: 'a select by mouse',
    show: 'select',
    act: async (tab) => {
      await tab.locator('.ant-select').click()
      await tab.locator(STATUS, { hasText: 'Closed' }).click()
      await tab.locator('.ant-select-content-has-value', { hasText: 'Closed' }).waitFor()
    },
    truth: [open('combobox'), choose('combobox', 2, 6, 0)],
  },
  {
    name: 'a select by keyboard',
    show: 'select',
    act: async (tab) => {
      await tab.getByRole('combobox').focus()
      await tab.keyboard.press('ArrowDown')
      await tab.locator(STATUS, { hasText: 'Closed' }).waitFor()
      await pressTimes(tab, 'ArrowDown', 2)
      await tab.keyboard.press('Enter')
      await tab.locator('.ant-select-content-has-value', { hasText: 'Closed' }).waitFor()
    },
    truth: [press('ArrowDown', 'combobox'), choose('combobox', 2, 6, 0, BY_KEY)],
  },
  {
    name: 'a select, filtered by typing',
    reason:
      'The list was opened by one action and filtered by another. Either is a cause of the choice; the record says one, the truth the other.',
    show: 'filter',
    act: async (tab) => {
      await tab.locator('.ant-select').click()
      await tab.keyboard.type('arch')
      await tab.locator(STATUS, { hasText: 'New' }).waitFor({ state: 'detached' })
      await tab.locator(STATUS, { hasText: 'Archived' }).click()
    },
    truth: [open('combobox'), type('combobox'), choose('combobox', 0, 1, 0)],
  },
  {
    name: 'an option of a long list, of which the page holds a part',
    show: 'long',
    act: async (tab) => {
      await tab.locator('.ant-select').click()
      await tab.locator(STATUS).first().hover()
      await tab.mouse.wheel(0, 800)
      await tab.getByTitle('Option 35', { exact: true }).click()
    },
    truth: [open('combobox'), { kind: 'scroll' }, choose('combobox', 34, 200, 0)],
  },
  {
    name: 'tags: two added, one removed',
    reason: 'What is clicked is a wrapper around the field, which has no role. Nothing in the page says that several can be chosen.',
    show: 'tags',
    act: async (tab) => {
      await tab.locator('.ant-select').click()
      await tab.locator(STATUS, { hasText: 'Closed' }).click()
      await tab.locator(STATUS, { hasText: 'Archived' }).click()
      await tab.locator('.ant-select-selection-item-remove').first().click()
      await tab.keyboard.press('Escape')
    },
    truth: [
      open('combobox'),
      choose('combobox', 2, 6, 0, { multiple: true }),
      choose('combobox', 3, 6, 0, { multiple: true }),
      click(null),
      press('Escape'),
    ],
  },
  {
    name: 'a cascader',
    reason: 'Columns of choices stand beside each other, and nothing in the page says which item showed one.',
    show: 'cascader',
    act: async (tab) => {
      await tab.locator('.ant-select').click()
      await tab.getByRole('menuitemcheckbox', { name: 'South' }).click()
      await tab.getByRole('menuitemcheckbox', { name: 'City' }).click()
      await tab.locator('.ant-select-content-has-value').waitFor()
    },
    truth: [open('combobox'), click('menuitemcheckbox'), choose(null, 0, 2, 1)],
  },
  {
    name: 'a tree to choose from',
    reason: 'A branch was opened before; what it showed is taken for the cause of the choice.',
    show: 'tree',
    act: async (tab) => {
      await tab.locator('.ant-select').click()
      await tab.locator('.ant-select-tree-switcher').first().click()
      await tab.locator('.ant-select-tree-title', { hasText: 'City' }).click()
      await tab.locator('.ant-select-content-has-value').waitFor()
    },
    truth: [open('combobox'), turn('treeitem'), choose('combobox', 1, 4, null)],
  },
  {
    name: 'a menu in a menu',
    show: 'menu',
    act: async (tab) => {
      await tab.getByRole('button', { name: 'Actions' }).click()
      await tab.getByRole('menuitem', { name: 'Export' }).hover()
      await tab.getByRole('menuitem', { name: 'Print' }).click()
      await tab.getByRole('menuitem', { name: 'Edit' }).waitFor({ state: 'hidden' })
    },
    truth: [open('button'), hover('menuitem', 2), choose('menuitem', 0, 2, 1)],
  },
  {
    name: 'a menu that opens where the pointer rests',
    show: 'hover',
    act: async (tab) => {
      await tab.getByRole('button', { name: 'Actions' }).hover()
      await tab.getByRole('menuitem', { name: 'Copy' }).click()
    },
    truth: [hover('button', 4), choose('button', 1, 4, 0)],
  },
  {
    name: 'a switch, a checkbox and a radio button',
    show: 'checks',
    act: async (tab) => {
      await tab.getByRole('switch').click()
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
      await slide(tab, tab.getByRole('slider'), tab.locator('.ant-slider'), 0.72)
      await pressTimes(tab, 'ArrowRight', 10)
    },
    truth: [set('slider', 7), set('slider', 8, 'key')],
  },
  {
    name: 'a date from a calendar',
    show: 'date',
    act: async (tab) => {
      await tab.locator('.ant-picker input').click()
      await tab.locator('.ant-picker-cell').nth(10).click()
      await tab.locator('.ant-picker-dropdown').waitFor({ state: 'hidden' })
    },
    truth: [open('textbox'), chooseDay('textbox', 10, 42, 0)],
  },
  {
    name: 'a dialog, answered',
    show: 'dialog',
    act: async (tab) => {
      await tab.getByRole('button', { name: 'Settings' }).click()
      await tab.getByRole('button', { name: 'OK' }).click()
      await tab.getByRole('dialog').waitFor({ state: 'hidden' })
    },
    truth: [click('button', { effects: [{ kind: 'dialog', role: 'dialog' }] }), click('button')],
  },
])

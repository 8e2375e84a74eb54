import { pressTimes, slide } from './hand.ts'
import { inLibrary } from './library.ts'
import { BY_KEY, check, choose, click, hover, open, press, set, turn, type } from './meant.ts'

export const REACT_ARIA = inLibrary('react-aria', [
  {
    name: 'a select by mouse',
    reason: 'The popover of this library says that it is a dialog.',
    show: 'select',
    act: async (tab) => {
      await tab.locator('.react-aria-Button').click()
      await tab.getByRole('option', { name: 'Closed' }).click()
      await tab.getByRole('listbox').waitFor({ state: 'detached' })
    },
    truth: [open('button'), choose('button', 2, 6, 0)],
  },
  {
    name: 'a select by keyboard',
    show: 'select',
    act: async (tab) => {
      await tab.locator('.react-aria-Button').focus()
      await tab.keyboard.press('ArrowDown')
      await tab.getByRole('option', { name: 'New' }).and(tab.locator(':focus')).waitFor()
      await pressTimes(tab, 'ArrowDown', 2)
      await tab.keyboard.press('Enter')
      await tab.getByRole('listbox').waitFor({ state: 'detached' })
    },
    truth: [press('ArrowDown', 'button'), choose('button', 2, 6, 0, BY_KEY)],
  },
  {
    name: 'a select by its first letter, without opening it',
    show: 'select',
    act: async (tab) => {
      await tab.locator('.react-aria-Button').focus()
      await tab.keyboard.press('d')
      await tab.locator('.react-aria-SelectValue', { hasText: 'Deleted' }).waitFor()
    },
    truth: [choose('button', 4, 6, null, BY_KEY)],
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
    name: 'several of a list',
    show: 'list',
    act: async (tab) => {
      await tab.getByRole('option', { name: 'Open' }).click()
      await tab.getByRole('option', { name: 'Archived' }).click()
    },
    truth: [choose('listbox', 1, 6, null, { multiple: true }), choose('listbox', 3, 6, null, { multiple: true })],
  },
  {
    name: 'a menu in a menu, by mouse',
    reason: 'The popover of this library says that it is a dialog.',
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
    name: 'a menu by keyboard',
    show: 'menu',
    act: async (tab) => {
      await tab.getByRole('button', { name: 'Actions' }).focus()
      await tab.keyboard.press('ArrowDown')
      await tab.getByRole('menuitem', { name: 'Edit' }).and(tab.locator(':focus')).waitFor()
      await pressTimes(tab, 'ArrowDown', 2)
      await tab.keyboard.press('Enter')
      await tab.getByRole('menu').waitFor({ state: 'detached' })
    },
    truth: [press('ArrowDown', 'button'), choose('button', 2, 3, 0, BY_KEY)],
  },
  {
    name: 'a switch, a checkbox and a radio button',
    show: 'checks',
    act: async (tab) => {
      await tab.getByText('Active').click()
      await tab.getByText('Remember').click()
      await tab.getByText('Right').click()
      await tab.keyboard.press('ArrowUp')
    },
    truth: [check('switch', true, 'label'), check('checkbox', true, 'label'), check('radio', true, 'label'), check('radio', true, 'key')],
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
    name: 'a slider by mouse and by keys',
    show: 'slider',
    act: async (tab) => {
      await slide(tab, tab.locator('.react-aria-SliderThumb'), tab.locator('.react-aria-SliderTrack'), 0.72)
      await pressTimes(tab, 'ArrowRight', 10)
    },
    truth: [set('range', 7), set('range', 8, 'key')],
  },
  {
    name: 'a number by its button and by key',
    show: 'number',
    act: async (tab) => {
      await tab.getByRole('button', { name: '+' }).or(tab.locator('[slot=increment]')).first().click()
      await pressTimes(tab, 'ArrowUp', 3)
    },
    truth: [click('button'), set('number', null, 'key')],
  },
  {
    name: 'a date by its segments and from a calendar',
    show: 'date',
    act: async (tab) => {
      await tab.getByRole('spinbutton').first().click()
      await pressTimes(tab, 'ArrowUp', 2)
      await tab.locator('.react-aria-Button').click()
      await tab.locator('.react-aria-CalendarCell:not([data-outside-month])').nth(12).click()
      await tab.getByRole('grid').waitFor({ state: 'detached' })
    },
    // Which day of how many depends on the month in which the test runs.
    truth: [
      click('spinbutton'),
      set('date', null, 'key'),
      click('button', { effects: [{ kind: 'dialog', role: 'dialog' }] }),
      { kind: 'select', fields: { 'target.role': 'button', causedBy: 2 } },
    ],
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

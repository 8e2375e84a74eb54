import { dragOnto, pressTimes, slide } from './hand.ts'
import { inLibrary } from './library.ts'
import { BY_KEY, choose, chooseDay, click, drag, hover, open, set, turn, type } from './meant.ts'

export const JQUERY_UI = inLibrary('jquery-ui', [
  {
    name: 'a suggestion by mouse',
    show: 'autocomplete',
    act: async (tab) => {
      await tab.locator('#status').click()
      await tab.keyboard.type('o')
      await tab.locator('.ui-autocomplete li', { hasText: 'Closed' }).click()
      await tab.locator('.ui-autocomplete').waitFor({ state: 'hidden' })
    },
    truth: [click('textbox'), type('textbox'), choose('textbox', 1, 2, 1, { mode: 'other' })],
  },
  {
    name: 'a suggestion by keyboard',
    reason:
      'The list was opened by one action and filtered by another. Either is a cause of the choice; the record says one, the truth the other.',
    show: 'autocomplete',
    act: async (tab) => {
      await tab.locator('#status').click()
      await tab.keyboard.type('o')
      await tab.locator('.ui-autocomplete li', { hasText: 'Closed' }).waitFor()
      await pressTimes(tab, 'ArrowDown', 2)
      await tab.keyboard.press('Enter')
      await tab.locator('.ui-autocomplete').waitFor({ state: 'hidden' })
    },
    truth: [click('textbox'), type('textbox'), choose('textbox', 1, 2, 1, { mode: 'other', ...BY_KEY })],
  },
  {
    name: 'a select by mouse',
    show: 'selectmenu',
    act: async (tab) => {
      await tab.getByRole('combobox').click()
      await tab.getByRole('option', { name: 'Closed' }).click()
      await tab.getByRole('listbox').waitFor({ state: 'hidden' })
    },
    truth: [open('combobox'), choose('combobox', 2, 6, 0)],
  },
  {
    name: 'a select by arrow keys, without opening it',
    show: 'selectmenu',
    act: async (tab) => {
      await tab.getByRole('combobox').focus()
      await pressTimes(tab, 'ArrowDown', 2)
      await tab.getByRole('combobox').filter({ hasText: 'Closed' }).waitFor()
    },
    truth: [choose('combobox', 2, 6, null, BY_KEY)],
  },
  {
    name: 'a menu whose submenu opens where the pointer rests',
    show: 'menu',
    act: async (tab) => {
      await tab.getByRole('menuitem', { name: 'Export' }).hover()
      await tab.getByRole('menuitem', { name: 'Print' }).click()
      await tab.getByRole('menuitem', { name: 'Print' }).waitFor({ state: 'hidden' })
    },
    truth: [hover('menuitem', 2), choose('menuitem', 0, 2, 0)],
  },
  {
    name: 'a date from a calendar',
    show: 'date',
    act: async (tab) => {
      await tab.locator('#date').click()
      await tab.locator('#ui-datepicker-div').getByRole('link', { name: '10', exact: true }).click()
      await tab.locator('#ui-datepicker-div').waitFor({ state: 'hidden' })
    },
    truth: [open('textbox'), chooseDay('textbox', 9, 31, 0)],
  },
  {
    name: 'a slider by mouse and by keys',
    show: 'slider',
    act: async (tab) => {
      await slide(tab, tab.locator('.ui-slider-handle'), tab.locator('#slider'), 0.72)
      await pressTimes(tab, 'ArrowRight', 10)
    },
    truth: [set('slider', null), set('slider', null, 'key')],
  },
  {
    name: 'a tab and a section',
    reason: 'The link in the tab is clicked; it is the tab around it that changes.',
    show: 'sections',
    act: async (tab) => {
      await tab.locator('#tabs').getByText('History', { exact: true }).click()
      await tab.locator('#accordion').getByText('Contact').click()
    },
    truth: [turn('tab'), turn('tab')],
  },
  {
    name: 'a dialog, answered',
    show: 'dialog',
    act: async (tab) => {
      await tab.getByRole('button', { name: 'Settings' }).click()
      await tab.getByRole('button', { name: 'Save' }).click()
      await tab.getByRole('dialog').waitFor({ state: 'hidden' })
    },
    truth: [click('button', { effects: [{ kind: 'dialog', role: 'dialog' }] }), click('button')],
  },
  {
    name: 'an item of a list, dragged',
    show: 'sortable',
    act: (tab) => dragOnto(tab, tab.getByText('First'), tab.getByText('Third'), { x: 0.5, y: 0.9 }),
    truth: [drag('pointer', { 'target.role': 'listitem' })],
  },
  {
    name: 'a card, dropped on a folder',
    show: 'draggable',
    act: async (tab) => {
      await dragOnto(tab, tab.getByText('Card'), tab.getByText('Folder'))
      await tab.getByText('Saved').waitFor()
    },
    truth: [drag('pointer', { 'destination.tag': 'div' })],
  },
  {
    name: 'a number by its button and by key',
    show: 'spinner',
    act: async (tab) => {
      await tab.locator('.ui-spinner-up').click()
      await tab.getByRole('spinbutton').click()
      await pressTimes(tab, 'ArrowUp', 3)
    },
    truth: [click(null), click('spinbutton'), set('number', 9, 'key')],
  },
])

import { pressTimes } from './hand.ts'
import { inLibrary } from './library.ts'
import { BY_KEY, check, choose, click, open, press, set, turn } from './meant.ts'

export const BOOTSTRAP = inLibrary('bootstrap', [
  {
    name: 'a menu by mouse',
    show: 'menu',
    act: async (tab) => {
      await tab.getByRole('button', { name: 'Actions' }).click()
      await tab.getByRole('button', { name: 'Copy' }).click()
      await tab.locator('.dropdown-menu').waitFor({ state: 'hidden' })
    },
    truth: [open('button'), choose('button', 1, 3, 0, { mode: 'other' })],
  },
  {
    name: 'a menu by keyboard',
    show: 'menu',
    act: async (tab) => {
      await tab.getByRole('button', { name: 'Actions' }).focus()
      await tab.keyboard.press('ArrowDown')
      await tab.locator('.dropdown-item:focus', { hasText: 'Edit' }).waitFor()
      await tab.keyboard.press('ArrowDown')
      await tab.keyboard.press('Enter')
      await tab.locator('.dropdown-menu').waitFor({ state: 'hidden' })
    },
    truth: [press('ArrowDown', 'button'), choose('button', 1, 3, 0, { mode: 'other', ...BY_KEY })],
  },
  {
    name: 'a tab by mouse and by key, and a section',
    show: 'sections',
    act: async (tab) => {
      await tab.getByRole('tab', { name: 'History' }).click()
      await tab.getByText('History page').waitFor()
      await tab.keyboard.press('ArrowLeft')
      await tab.getByText('Overview page').waitFor()
      await tab.getByRole('button', { name: 'Details' }).click()
    },
    truth: [turn('tab'), press('ArrowLeft', 'tab'), turn('button')],
  },
  {
    name: 'a dialog, answered',
    show: 'dialog',
    act: async (tab) => {
      await tab.getByRole('button', { name: 'Settings' }).click()
      await tab.getByRole('button', { name: 'Close' }).click()
      await tab.locator('.modal-backdrop').waitFor({ state: 'detached' })
    },
    truth: [click('button', { effects: [{ kind: 'dialog', role: 'dialog' }] }), click('button')],
  },
  {
    name: 'a button that stays pressed, on and off',
    show: 'toggle',
    act: async (tab) => {
      await tab.getByRole('button', { name: 'Active' }).click()
      await tab.keyboard.press('Space')
    },
    truth: [turn('button'), turn('button', BY_KEY)],
  },
  {
    name: 'a switch by its label, and a range by keys',
    show: 'switch',
    act: async (tab) => {
      await tab.getByText('Active').click()
      await tab.getByRole('slider').focus()
      await pressTimes(tab, 'ArrowRight', 12)
    },
    truth: [check('switch', true, 'label'), set('range', 6, 'key')],
  },
  {
    name: 'a tip that was only read is no action',
    show: 'tooltip',
    act: async (tab) => {
      await tab.getByRole('button', { name: 'Help' }).hover()
      await tab.getByRole('tooltip').waitFor()
      await tab.getByRole('button', { name: 'Help' }).click()
    },
    truth: [click('button')],
  },
])

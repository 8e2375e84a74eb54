import { pressTimes } from './hand.ts'
import { inLibrary } from './library.ts'
import { BY_KEY, choose, click, open, press, type } from './meant.ts'

export const TOM_SELECT = inLibrary('tom-select', [
  {
    name: 'a select by mouse',
    show: 'select',
    act: async (tab) => {
      await tab.locator('.ts-control').click()
      await tab.locator('.option', { hasText: 'Closed' }).click()
      await tab.getByRole('listbox').waitFor({ state: 'hidden' })
    },
    truth: [open('combobox'), choose('combobox', 2, 6, 0)],
  },
  {
    name: 'a select by keyboard, closed before and opened again',
    show: 'select',
    act: async (tab) => {
      await tab.locator('.ts-control').click()
      await tab.locator('.option', { hasText: 'New' }).waitFor()
      await tab.keyboard.press('Escape')
      await tab.getByRole('listbox').waitFor({ state: 'hidden' })
      await tab.keyboard.press('ArrowDown')
      await tab.locator('.option', { hasText: 'New' }).waitFor()
      await pressTimes(tab, 'ArrowDown', 2)
      await tab.keyboard.press('Enter')
      await tab.getByRole('listbox').waitFor({ state: 'hidden' })
    },
    truth: [open('combobox'), press('Escape', 'combobox'), press('ArrowDown', 'combobox'), choose('combobox', 2, 6, 2, BY_KEY)],
  },
  {
    name: 'a select, filtered by typing',
    show: 'select',
    act: async (tab) => {
      await tab.locator('.ts-control').click()
      await tab.keyboard.type('clo')
      await tab.locator('.option', { hasText: 'New' }).waitFor({ state: 'detached' })
      await tab.locator('.option', { hasText: 'Closed' }).click()
      await tab.getByRole('listbox').waitFor({ state: 'hidden' })
    },
    truth: [open('combobox'), type('combobox'), choose('combobox', 0, 1, 0)],
  },
  {
    name: 'tags: one added by mouse, one by Enter, one removed',
    show: 'tags',
    act: async (tab) => {
      await tab.locator('.ts-control').click()
      await tab.locator('.option', { hasText: 'Closed' }).click()
      await tab.keyboard.type('arch')
      await tab.locator('.option', { hasText: 'New' }).waitFor({ state: 'detached' })
      await tab.keyboard.press('Enter')
      await tab.locator('.item').nth(1).waitFor()
      await tab.locator('.item .remove').first().click()
      await tab.locator('.item').nth(1).waitFor({ state: 'detached' })
    },
    truth: [open('combobox'), choose('combobox', 2, 6, 0), type('combobox'), choose('combobox', 0, 1, 0, BY_KEY), click('button')],
  },
])

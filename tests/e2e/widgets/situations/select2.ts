import { pressTimes } from './hand.ts'
import { inLibrary } from './library.ts'
import { BY_KEY, choose, click, open, press, type } from './meant.ts'

const OPTION = '.select2-results__option'

export const SELECT2 = inLibrary('select2', [
  {
    name: 'a select by mouse',
    reason: 'The innermost part with a role is clicked: a text field in the combobox.',
    show: 'select',
    act: async (tab) => {
      await tab.locator('.select2-selection').click()
      await tab.locator(OPTION, { hasText: 'Closed' }).click()
      await tab.locator('.select2-dropdown').waitFor({ state: 'detached' })
    },
    truth: [open('combobox'), choose('combobox', 2, 6, 0)],
  },
  {
    name: 'a select by keyboard',
    show: 'select',
    act: async (tab) => {
      await tab.locator('.select2-selection').focus()
      await tab.keyboard.press('Enter')
      await tab.locator(OPTION, { hasText: 'New' }).waitFor()
      await pressTimes(tab, 'ArrowDown', 2)
      await tab.keyboard.press('Enter')
      await tab.locator('.select2-dropdown').waitFor({ state: 'detached' })
    },
    truth: [press('Enter', 'combobox'), choose('combobox', 2, 6, 0, BY_KEY)],
  },
  {
    name: 'a select with a search field in its list',
    reason: 'The innermost part with a role is clicked: a text field in the combobox.',
    show: 'search',
    act: async (tab) => {
      await tab.locator('.select2-selection').click()
      await tab.locator('input.select2-search__field:focus').waitFor()
      await tab.keyboard.type('o')
      await tab.locator(OPTION, { hasText: 'New' }).waitFor({ state: 'detached' })
      await tab.locator(OPTION, { hasText: 'Closed' }).click()
      await tab.locator('.select2-dropdown').waitFor({ state: 'detached' })
    },
    truth: [open('combobox'), type('searchbox'), choose('combobox', 1, 2, 0)],
  },
  {
    name: 'tags: two added, one removed',
    show: 'tags',
    act: async (tab) => {
      for (const name of ['Closed', 'Archived']) {
        await tab.locator('.select2-selection').click({ position: { x: 280, y: 15 } })
        await tab.locator(OPTION, { hasText: name }).click()
        await tab.locator('.select2-dropdown').waitFor({ state: 'detached' })
      }
      await tab.getByRole('button', { name: 'Remove item' }).first().click()
      await tab.locator('.select2-selection__choice').nth(1).waitFor({ state: 'detached' })
    },
    truth: [
      open('combobox'),
      choose('combobox', 2, 6, 0, { multiple: true }),
      open('combobox'),
      choose('combobox', 3, 6, 2, { multiple: true }),
      click('button'),
    ],
  },
])

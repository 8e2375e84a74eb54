import { pressTimes } from './hand.ts'
import { inLibrary } from './library.ts'
import { BY_KEY, choose, click, open, press, type } from './meant.ts'

const OPTION = '.choices__item--choice'
const LIST = '.choices__list--dropdown'

export const CHOICES = inLibrary('choices', [
  {
    name: 'a select by mouse',
    reason: 'What is clicked is a wrapper around the field, which has no role.',
    show: 'select',
    act: async (tab) => {
      await tab.locator('.choices').click()
      await tab.locator(OPTION, { hasText: 'Closed' }).click()
      await tab.locator(LIST).waitFor({ state: 'hidden' })
    },
    truth: [open('listbox'), choose('listbox', 2, 6, 0)],
  },
  {
    name: 'a select by keyboard',
    show: 'select',
    act: async (tab) => {
      await tab.locator('.choices').focus()
      await tab.keyboard.press('Enter')
      await tab.locator(OPTION, { hasText: 'New' }).waitFor()
      await pressTimes(tab, 'ArrowDown', 2)
      await tab.keyboard.press('Enter')
      await tab.locator(LIST).waitFor({ state: 'hidden' })
    },
    truth: [press('Enter', 'listbox'), choose('listbox', 2, 6, 0, BY_KEY)],
  },
  {
    name: 'a select with a search field in its list',
    show: 'search',
    act: async (tab) => {
      await tab.locator('.choices').click()
      await tab.locator('.choices__input--cloned:focus').waitFor()
      await tab.keyboard.type('o')
      await tab.locator(OPTION, { hasText: 'New' }).waitFor({ state: 'detached' })
      await tab.locator(OPTION, { hasText: 'Closed' }).click()
      await tab.locator(LIST).waitFor({ state: 'hidden' })
    },
    truth: [open('combobox'), type('searchbox'), choose('combobox', 1, 2, 0)],
  },
  {
    name: 'tags: two added, one removed',
    show: 'tags',
    act: async (tab) => {
      await tab.locator('.choices').click()
      await tab.locator(OPTION, { hasText: 'Closed' }).click()
      await tab.locator(OPTION, { hasText: 'Archived' }).click()
      await tab.getByRole('button', { name: 'Remove item: Closed' }).click()
      await tab.getByRole('button', { name: 'Remove item: Closed' }).waitFor({ state: 'detached' })
    },
    // What is chosen leaves the list, so the second choice is one of five.
    truth: [open('combobox'), choose('combobox', 2, 6, 0), choose('combobox', 2, 5, 0), click('button')],
  },
])

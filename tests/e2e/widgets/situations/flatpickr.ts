import { pressTimes } from './hand.ts'
import { inLibrary } from './library.ts'
import { choose, click, open, set } from './meant.ts'

const OTHER = { mode: 'other' }

export const FLATPICKR = inLibrary('flatpickr', [
  {
    name: 'a date from a calendar',
    show: 'date',
    act: async (tab) => {
      await tab.locator('#date').click()
      await tab.locator('.flatpickr-day').nth(9).click()
      await tab.locator('.flatpickr-calendar').waitFor({ state: 'hidden' })
    },
    truth: [open('textbox'), choose('textbox', 9, 42, 0, OTHER)],
  },
  {
    name: 'a date of the next month',
    show: 'date',
    act: async (tab) => {
      await tab.locator('#date').click()
      await tab.locator('.flatpickr-next-month').click()
      await tab.getByLabel('June 10, 2024').click()
      await tab.locator('.flatpickr-calendar').waitFor({ state: 'hidden' })
    },
    truth: [open('textbox'), click(null), choose('textbox', 15, 42, 0, OTHER)],
  },
  {
    name: 'a range of dates',
    show: 'range',
    act: async (tab) => {
      await tab.locator('#date').click()
      await tab.locator('.flatpickr-day').nth(9).click()
      await tab.locator('.flatpickr-day').nth(12).click()
      await tab.locator('.flatpickr-calendar').waitFor({ state: 'hidden' })
    },
    truth: [open('textbox'), choose('textbox', 9, 42, 0, OTHER), choose('textbox', 12, 42, 0, OTHER)],
  },
  {
    name: 'a time by keys',
    show: 'time',
    act: async (tab) => {
      await tab.locator('#date').click()
      await tab.locator('.flatpickr-hour').click()
      await pressTimes(tab, 'ArrowUp', 2)
      await tab.keyboard.press('Enter')
      await tab.locator('.flatpickr-calendar').waitFor({ state: 'hidden' })
    },
    truth: [open('textbox'), click('spinbutton'), set('number', null, 'key'), { kind: 'press', fields: { key: 'Enter' } }],
  },
])

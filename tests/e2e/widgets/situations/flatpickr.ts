import { pressTimes } from './hand.ts'
import { inLibrary } from './library.ts'
import { chooseDay, click, open, set } from './meant.ts'

export const FLATPICKR = inLibrary('flatpickr', [
  {
    name: 'a date from a calendar',
    show: 'date',
    act: async (tab) => {
      await tab.locator('#date').click()
      await tab.locator('.flatpickr-day').nth(9).click()
      await tab.locator('.flatpickr-calendar').waitFor({ state: 'hidden' })
    },
    truth: [open('textbox'), chooseDay('textbox', 9, 42, 0)],
  },
  {
    name: 'a date of the next month',
    reason: 'Not looked into: once the month has changed, the field that opened the calendar is not found as the cause.',
    show: 'date',
    act: async (tab) => {
      await tab.locator('#date').click()
      await tab.locator('.flatpickr-next-month').click()
      await tab.getByLabel('June 10, 2024').click()
      await tab.locator('.flatpickr-calendar').waitFor({ state: 'hidden' })
    },
    truth: [open('textbox'), click(null), chooseDay('textbox', 15, 42, 0)],
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
    truth: [open('textbox'), chooseDay('textbox', 9, 42, 0), chooseDay('textbox', 12, 42, 0)],
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

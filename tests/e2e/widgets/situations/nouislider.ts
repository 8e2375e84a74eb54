import { pressTimes, slide } from './hand.ts'
import { inLibrary } from './library.ts'
import { set } from './meant.ts'

export const NOUISLIDER = inLibrary('nouislider', [
  {
    name: 'a slider by mouse',
    show: 'one',
    act: (tab) => slide(tab, tab.getByRole('slider'), tab.locator('#slider'), 0.72),
    truth: [set('slider', 7)],
  },
  {
    name: 'a slider by keys',
    show: 'one',
    act: async (tab) => {
      await tab.getByRole('slider').focus()
      await pressTimes(tab, 'ArrowRight', 3)
    },
    truth: [set('slider', 5, 'key')],
  },
  {
    name: 'a press on the track',
    show: 'one',
    act: (tab) => tab.locator('.noUi-base').click({ position: { x: 370, y: 8 } }),
    truth: [set('slider', 9)],
  },
  {
    name: 'both ends of a range',
    show: 'two',
    act: async (tab) => {
      await slide(tab, tab.getByRole('slider', { name: 'Minimum' }), tab.locator('#slider'), 0.42)
      await slide(tab, tab.getByRole('slider', { name: 'Maximum' }), tab.locator('#slider'), 0.92)
    },
    // Each end can go as far as the other one: 42 of 80, then 92 between 42 and 100.
    truth: [set('slider', 5), set('slider', 9)],
  },
])

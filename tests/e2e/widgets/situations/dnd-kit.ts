import { dragOnto } from './hand.ts'
import { inLibrary } from './library.ts'
import { drag, press } from './meant.ts'

const ORDER = /Second\s*Third\s*First\s*Fourth/

export const DND_KIT = inLibrary('dnd-kit', [
  {
    name: 'an item of a list by mouse',
    show: 'list',
    act: async (tab) => {
      await dragOnto(tab, tab.getByText('First'), tab.getByText('Third'))
      await tab.locator('#widget').filter({ hasText: ORDER }).waitFor()
    },
    truth: [drag('pointer', { 'target.role': 'button' })],
  },
  {
    name: 'an item of a list by keyboard',
    show: 'list',
    act: async (tab) => {
      await tab.getByText('First').focus()
      await tab.keyboard.press('Space')
      await tab.locator('#widget [aria-pressed=true]').waitFor()
      await tab.keyboard.press('ArrowDown')
      await tab.keyboard.press('Space')
      await tab.locator('#widget [aria-pressed=true]').waitFor({ state: 'detached' })
    },
    truth: [press('Space', 'button'), press('ArrowDown', 'button'), press('Space', 'button')],
  },
  {
    name: 'a card from one column to another',
    show: 'board',
    act: async (tab) => {
      await dragOnto(tab, tab.getByText('Card'), tab.getByRole('region', { name: 'Closed' }))
      await tab.getByText('Card Closed').waitFor()
    },
    truth: [drag('pointer', { 'target.role': 'button', 'destination.role': 'region' })],
  },
])

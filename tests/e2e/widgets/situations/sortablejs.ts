import { dragOnto } from './hand.ts'
import { inLibrary } from './library.ts'
import { drag } from './meant.ts'

/** Under the last item of a list. */
const END = { x: 0.3, y: 0.9 }

export const SORTABLEJS = inLibrary('sortablejs', [
  {
    name: 'an item within its list, by the browser’s drag and drop',
    show: 'html5',
    act: async (tab) => {
      await dragOnto(tab, tab.getByText('First'), tab.getByText('Third'))
      await tab.locator('#open li:nth-child(3)', { hasText: 'First' }).waitFor()
    },
    truth: [drag('html5', { 'target.role': 'listitem' })],
  },
  {
    name: 'an item to another list, by the browser’s drag and drop',
    show: 'html5',
    act: async (tab) => {
      await dragOnto(tab, tab.getByText('Second'), tab.locator('#closed'), END)
      await tab.locator('#closed li', { hasText: 'Second' }).waitFor()
    },
    truth: [drag('html5', { 'target.role': 'listitem' })],
  },
  {
    name: 'an item to another list, by pointer',
    show: 'pointer',
    act: async (tab) => {
      await dragOnto(tab, tab.getByText('First'), tab.locator('#closed'), END)
      await tab.locator('#closed li', { hasText: 'First' }).waitFor()
    },
    truth: [drag('pointer', { 'target.role': 'listitem' })],
  },
  {
    name: 'an item by its handle',
    show: 'handle',
    act: async (tab) => {
      await dragOnto(tab, tab.locator('.handle').first(), tab.getByText('Third'))
      await tab.locator('#open li:nth-child(3)', { hasText: 'First' }).waitFor()
    },
    truth: [drag('pointer')],
  },
])

/** What a person does in each situation, again and again. */
import type { Hand } from './hand.ts'

const FILES = ['package.json', 'README.md'].map((name) => new URL(`../../../${name}`, import.meta.url).pathname)

export type Situation = {
  name: string
  /** Done once. */
  before?: (hand: Hand) => Promise<void>
  /** Leaves the page as it was. @param time which time it is, from 0 */
  act: (hand: Hand, time: number) => Promise<void>
}

const there = (time: number) => (time % 2 === 0 ? 1 : -1)

export const SITUATIONS: Situation[] = [
  { name: 'button', act: ({ press }) => press('#go') },
  { name: 'button in a table', act: ({ press }) => press('section:first-of-type tr:nth-child(3) button') },
  { name: 'label and checkbox', act: ({ press }) => press('#check') },
  {
    name: 'text field',
    act: async ({ press, key, keys }) => {
      await press('#query')
      await key('Control+a')
      await keys('some words')
    },
  },
  {
    name: 'native select, by keys',
    before: async ({ press, key }) => {
      await press('#query')
      await key('Tab')
    },
    act: ({ key }, time) => key(time % 2 === 0 ? 'ArrowDown' : 'ArrowUp'),
  },
  {
    name: 'combobox, list in a portal',
    act: async ({ press }) => {
      await press('#combo')
      await press('#cities > :nth-child(3)')
    },
  },
  {
    name: 'menu with a submenu',
    act: async ({ press }) => {
      await press('#menu')
      await press('#more')
      await press('#further > :last-child')
    },
  },
  {
    name: 'dropdown without ARIA',
    act: async ({ press }) => {
      await press('#drop')
      await press('#sizes > :nth-child(3)')
    },
  },
  { name: 'input type=range', act: ({ drag }, time) => drag('#range', { x: 90 * there(time), y: 0 }) },
  { name: 'role=slider', act: ({ drag }) => drag('#slider', { x: 90, y: 0 }) },
  { name: 'HTML5 drag in a list', act: ({ drag }) => drag('#list > :first-child', { x: 0, y: 60 }) },
  { name: 'pointer drag in a list', act: ({ drag }) => drag('#cards > :first-child', { x: 0, y: 60 }) },
  {
    name: 'CSS hover menu',
    act: async ({ over, press }) => {
      await over('#nav')
      await press('#nav li:last-child button')
      await over('#go')
    },
  },
  { name: 'scroll container', act: ({ scroll }, time) => scroll('#scroller', 400 * there(time)) },
  { name: 'file input', act: ({ give }, time) => give('#file', FILES[time % 2] ?? '') },
  {
    name: 'modal dialog',
    act: async ({ press }) => {
      await press('#ask')
      await press('#yes')
    },
  },
]

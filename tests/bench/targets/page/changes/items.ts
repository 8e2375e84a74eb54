/** Changes of what is in the lists and tables of a page. */
import { anotherItem, keyOf } from '../item.ts'
import { dataLists, lists, type List } from '../lists.ts'
import type { Change } from './change.ts'

/** Of the items of a list that keeps only a window of them in the page, so many are there. */
const WINDOW = 1 / 3

const first = ({ items }: List) => items[0]
/** Lists in lists: what was in one that is gone is gone. */
const there = (all: List[]) => all.filter(({ container, items }) => container.isConnected && items.every((item) => item.isConnected))
const each = (find: (body: Element) => List[], act: (list: List) => void) => {
  for (const list of find(document.body)) if (there([list]).length > 0) act(list)
}

/** In every list and table, menus included. */
export const itemOnTop: Change = (random) =>
  each(lists, (list) => {
    const item = anotherItem(list, random)
    if (item) first(list)?.before(item)
  })

export const itemRemoved: Change = (random) => each(lists, ({ items }) => items[Math.floor(random() * items.length)]?.remove())

/** By the first text that tells the items apart; the other way round where that is their order already. */
export const sorted: Change = () =>
  each(dataLists, (list) => {
    const keys = new Map(list.items.map((item) => [item, keyOf(item, list)]))
    const inOrder = list.items.toSorted((a, b) => (keys.get(a) ?? '').localeCompare(keys.get(b) ?? '', 'en', { numeric: true }))
    const isSorted = inOrder.every((item, index) => item === list.items[index])
    list.container.append(...(isSorted ? inOrder.toReversed() : inOrder))
  })

export const filtered: Change = (random) =>
  each(dataLists, ({ items }) => {
    const kept = items.filter(() => random() < 0.5)
    for (const item of items) if (!kept.includes(item)) item.remove()
  })

/** The next page of a list: the same number of other items. */
export const paged: Change = (random) =>
  each(dataLists, (list) => {
    const others = list.items.map(() => anotherItem(list, random))
    for (const [index, item] of list.items.entries()) {
      const other = others[index]
      if (other) item.replaceWith(other)
    }
  })

/** Scrolled in a list that is virtual: a window of it is there, and room for the rest. */
export const virtualised: Change = (random) =>
  each(dataLists, ({ container, items }) => {
    const size = Math.ceil(items.length * WINDOW)
    const from = Math.floor(random() * (items.length - size + 1))
    for (const [index, item] of items.entries()) if (index < from || index >= from + size) item.remove()
    for (const place of ['prepend', 'append'] as const) {
      const room = document.createElement(items[0]?.localName ?? 'div')
      room.style.height = '400px'
      container[place](room)
    }
  })

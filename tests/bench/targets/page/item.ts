/** Another item for a list: built as one that is there, with content of its own. */
import type { List } from './lists.ts'
import { forge } from './words.ts'

const CONTENT = ['href', 'id', 'name', 'value', 'src', 'alt', 'title', 'aria-label', 'data-id', 'for', 'aria-labelledby', 'aria-controls']

type Slot = { path: string; read: () => string; write: (text: string) => void }

/** Texts and attributes of an item by their place in it. */
function slotsOf(item: Element): Slot[] {
  const slots: Slot[] = []
  const walk = (element: Element, path: string) => {
    for (const name of CONTENT) {
      const value = element.getAttribute(name)
      if (value !== null) slots.push({ path: `${path}@${name}`, read: () => value, write: (text) => element.setAttribute(name, text) })
    }
    for (const [index, node] of [...element.childNodes].entries()) {
      if (node instanceof Text && node.data.trim()) {
        slots.push({ path: `${path}/${index}`, read: () => node.data, write: (text) => (node.data = text) })
      }
      if (node instanceof Element) walk(node, `${path}/${index}`)
    }
  }
  walk(item, '')
  return slots
}

/** So many, for an item that says nothing that another says already; days of a month have no other. */
const TRIES = 20

/**
 * What is the same in every item, as the name of a button, stays; what differs between items is replaced by something else of its kind.
 * @returns null where nothing else can be said
 */
export function anotherItem({ items }: List, random: () => number): Element | null {
  const model = items[Math.floor(random() * items.length)]
  if (!model) return null
  const seen = new Map<string, Set<string>>()
  for (const item of items) for (const { path, read } of slotsOf(item)) seen.set(path, (seen.get(path) ?? new Set()).add(read()))
  const texts = new Set(items.map(({ textContent }) => textContent))
  for (let tries = 0; tries < TRIES; tries++) {
    const item = model.cloneNode(true)
    if (!(item instanceof Element)) return null
    for (const { path, read, write } of slotsOf(item)) if ((seen.get(path)?.size ?? 0) > 1) write(forge(read(), random))
    if (!texts.has(item.textContent)) return item
  }
  return null
}

/** What tells the items of a list apart: their first text that differs. */
export function keyOf(item: Element, { items }: List): string {
  const texts = new Map<string, Set<string>>()
  const ofText = (each: Element) => slotsOf(each).filter(({ path }) => !path.includes('@'))
  for (const each of items) for (const { path, read } of ofText(each)) texts.set(path, (texts.get(path) ?? new Set()).add(read()))
  return (
    ofText(item)
      .find(({ path }) => (texts.get(path)?.size ?? 0) > 1)
      ?.read() ?? ''
  )
}

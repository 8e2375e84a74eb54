/** The item of a list that an element is in: a row, a list item, or a card among cards that are built like it. */
import {
  attribute,
  body,
  firstChild,
  is,
  isContentEditable,
  localName,
  nearest,
  nextElement,
  nextSibling,
  parentElement,
  previousElement,
} from './natives.ts'

/** One alone is no item of a list, but the page. */
const ARTICLE = 'article,[role="article"]'
const SEMANTIC = `tr,li,[role="row"],[role="listitem"],[role="treeitem"],[role="option"],${ARTICLE}`
/** Levels up to what is built like its neighbours: a card has a body, and that has a footer with the button. */
const MAX_LEVELS = 8
/** Fewer are a pair of columns. */
const FEWEST_ALIKE = 3
/** Neighbours on each side that are read: what tells an item from these tells it from almost all. */
const MAX_BESIDE = 12
/** Neighbours that are counted. */
const MAX_COUNTED = 2000
/** Texts of an item, characters of each, and nodes that are looked at for them. */
const MAX_PARTS = 12
const MAX_CHARACTERS = 120
const MAX_NODES = 150
/** Not read: what a person typed or chose, code, and what is not shown as text. */
const UNREAD = new Set([
  'input',
  'textarea',
  'select',
  'datalist',
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'iframe',
  'object',
  'canvas',
])

/** Null where an element is in no list. An article that is the only one in its list item is what the item is of. */
export function itemAround(element: Element): Element | null {
  const item = nearest(element, SEMANTIC)
  for (let outer = item; outer; outer = outerItem(outer)) if (hasLike(outer)) return outer
  if (item && !is(item, ARTICLE)) return item
  const whole = body()
  let scope = parentElement(element)
  for (let level = 0; scope && scope !== whole && level < MAX_LEVELS; level++, scope = parentElement(scope))
    if (isAlike(scope)) return scope
  return null
}

function outerItem(item: Element): Element | null {
  const parent = parentElement(item)
  return parent && nearest(parent, SEMANTIC)
}

/** Lists and tables say by the tag what their items are. */
const BY_TAG = new Set(['tr', 'li', 'article'])

/** Built alike: of the same tag and role, or the same class, but for the further ones of what is chosen or pointed at. */
function kindOf(element: Element): string {
  const [tag, role] = [localName(element), attribute(element, 'role')]
  if (BY_TAG.has(tag)) return tag
  return role ? `${tag} ${role}` : `${tag}.${attribute(element, 'class').trim().split(/\s/, 1)[0]}`
}

/** How many of its kind stand beside an element on one side. */
function countBeside(element: Element, step: typeof nextElement, { most, within }: { most: number; within: number }): number {
  const kind = kindOf(element)
  let found = 0
  for (let other = step(element), seen = 0; other && seen < within && found < most; other = step(other), seen++)
    if (kindOf(other) === kind) found++
  return found
}

const hasLike = (item: Element) => [previousElement, nextElement].some((step) => countBeside(item, step, { most: 1, within: 1 }) > 0)

function isAlike(element: Element): boolean {
  const few = { most: FEWEST_ALIKE - 1, within: FEWEST_ALIKE }
  return countBeside(element, previousElement, few) + countBeside(element, nextElement, few) >= FEWEST_ALIKE - 1
}

/** Items beside one, nearest first. */
export function besideItem(item: Element, step: typeof nextElement): Element[] {
  const kind = kindOf(item)
  const found: Element[] = []
  for (let other = step(item); other && found.length < MAX_BESIDE; other = step(other)) if (kindOf(other) === kind) found.push(other)
  return found
}

export function placeOfItem(item: Element): { index: number; count: number } {
  const all = { most: MAX_COUNTED, within: MAX_COUNTED }
  const index = countBeside(item, previousElement, all)
  return { index, count: index + 1 + countBeside(item, nextElement, all) }
}

/** Texts in an item, in their order; the first of them, where there are many. */
export function partsOf(item: Element): string[] {
  const parts: string[] = []
  let left = MAX_NODES
  const read = (node: Node): void => {
    for (let child = firstChild(node); child && parts.length < MAX_PARTS && left > 0; child = nextSibling(child)) {
      left--
      if (child instanceof Text) {
        const text = child.data.slice(0, MAX_CHARACTERS).trim()
        if (text !== '') parts.push(text)
      } else if (child instanceof Element && isRead(child)) read(child)
    }
  }
  if (isRead(item)) read(item)
  return parts
}

const isRead = (element: Element) => !UNREAD.has(localName(element)) && !(element instanceof HTMLElement && isContentEditable(element))

/** The accessible name of an element, as far as it takes to mask it. What is returned here goes to `lib/mask` and nowhere else. */
import {
  attribute,
  byId,
  contains,
  dataLength,
  firstChild,
  isContentEditable,
  isVisible,
  localName,
  nearest,
  nextSibling,
  rootOf,
} from './natives.ts'

/** Nodes read for one name: labels are small, and a card that is one big link must not cost more than a button. */
const MAX_NODES = 60
/** No name is longer; a text of a megabyte is not even copied. */
const MAX_CHARACTERS = 1000
/** Elements a name is put together from, by aria-labelledby. */
const MAX_REFERENCES = 4
/** Their content is not wording of what is around them: values, code, pictures, and what stands for those that cannot be shown. */
// prettier-ignore
const SKIPPED = new Set([
  'input', 'select', 'textarea', 'meter', 'progress', 'script', 'style', 'noscript', 'svg', 'iframe', 'object', 'canvas', 'video', 'audio',
])
const BUTTON_INPUTS = new Set(['button', 'submit', 'reset'])

/** @returns '' where it has no name, null where the name is too large to read */
export function nameText(element: Element): string | null {
  const referred = textOfReferences(element)
  if (referred !== '') return referred
  const label = attribute(element, 'aria-label').trim()
  if (label) return label
  const tag = localName(element)
  if (tag === 'img' || tag === 'area') return attribute(element, 'alt').trim()
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) {
    if (element instanceof HTMLInputElement && BUTTON_INPUTS.has(element.type)) return attribute(element, 'value').trim()
    const [first] = element.labels ?? []
    return first ? textOf(first) : (attribute(element, 'title') || attribute(element, 'placeholder')).trim()
  }
  const text = textOf(element)
  return text === '' ? attribute(element, 'title').trim() : text
}

function textOfReferences(element: Element): string | null {
  const ids = attribute(element, 'aria-labelledby').trim()
  if (!ids) return ''
  const root = rootOf(element)
  let text = ''
  for (const id of ids.split(/\s+/, MAX_REFERENCES)) {
    const other = byId(root, id)
    // An input refers to itself by habit ("label, then my own value"); its value is no wording.
    if (!other || SKIPPED.has(localName(other)) || isElsewhere(other, element)) continue
    const part = attribute(other, 'aria-label').trim() || textOf(other)
    if (part === null) return null
    text = `${text} ${part}`
  }
  return text.trim()
}

const CONTENT = 'td,tr,li,option,article,[contenteditable],[role="row"],[role="gridcell"],[role="listitem"],[role="article"],[role="log"]'

/** A name that is taken from a row, an item or an editor somewhere else is what stands there, not what the element is called. */
function isElsewhere(other: Element, element: Element): boolean {
  const container = nearest(other, CONTENT)
  return container !== null && !contains(container, element)
}

/** Text a person sees in an element, its parts joined by spaces; null where there is too much of it. */
export function textOf(element: Element): string | null {
  const parts: string[] = []
  let left = MAX_NODES
  let room = MAX_CHARACTERS
  const read = (node: Node): boolean => {
    for (let child = firstChild(node); child; child = nextSibling(child)) {
      if (--left < 0) return false
      if (child instanceof Text) {
        room -= dataLength(child)
        if (room < 0) return false
        parts.push(child.data)
      }
      if (child instanceof Element && isRead(child) && !read(child)) return false
    }
    return true
  }
  return read(element) ? parts.join(' ').replace(/\s+/g, ' ').trim() : null
}

function isRead(element: Element): boolean {
  if (SKIPPED.has(localName(element)) || attribute(element, 'aria-hidden') === 'true') return false
  return isVisible(element) && !(element instanceof HTMLElement && isContentEditable(element))
}

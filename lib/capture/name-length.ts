import { attribute, firstChild, localName, nextSibling } from './natives.ts'

/** Nodes read for one name: labels are small, and a card that is one big link must not cost more than a button. */
const MAX_NODES = 60

/**
 * Roughly how long the accessible name is. Only the length is taken, for a size class; the text itself is never kept.
 * @returns characters, or null where the name is too large to read
 */
export function nameLength(element: Element): number | null {
  const label = attribute(element, 'aria-label').trim()
  if (label) return label.length
  const tag = localName(element)
  if (tag === 'img' || tag === 'area') return attribute(element, 'alt').trim().length
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) {
    const [first] = element.labels ?? []
    return first ? textLength(first) : (attribute(element, 'placeholder') || attribute(element, 'title')).trim().length
  }
  const length = textLength(element)
  return length === 0 ? attribute(element, 'title').trim().length : length
}

function textLength(element: Element): number | null {
  let length = 0
  let seen = 0
  const queue: Node[] = [element]
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (++seen > MAX_NODES) return null
    if (node instanceof Text) length += node.data.trim().length
    for (let child = firstChild(node); child; child = nextSibling(child)) {
      if (queue.length > MAX_NODES) return null
      queue.push(child)
    }
  }
  return length
}

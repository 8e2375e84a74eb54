/**
 * DOM reads that a page cannot bend. A form answers `form.closest` with its control named "closest", and the document does
 * the same with named images, in our isolated world too; so every read goes through the prototype, taken once at start.
 */

function getter<T extends object, K extends keyof T & string>(prototype: T, name: K): (object: T) => T[K] {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get
  if (!get) throw new Error(`no native getter ${name}`)
  return (object) => Reflect.apply(get, object, [])
}

const { getAttribute, hasAttribute, closest, matches, getBoundingClientRect, checkVisibility } = Element.prototype
const { getElementsByTagName: tagsIn, querySelectorAll: queryElement } = Element.prototype
const { getElementsByTagName: tagsInDocument, getElementById: idInDocument } = Document.prototype
const { getElementById: idInFragment } = DocumentFragment.prototype
const { querySelectorAll: queryDocument, elementsFromPoint } = Document.prototype
const { querySelectorAll: queryFragment } = DocumentFragment.prototype
const { getRootNode, contains: nodeContains } = Node.prototype
const { item } = HTMLCollection.prototype

export const localName = getter(Element.prototype, 'localName')
export const parentNode = getter(Node.prototype, 'parentNode')
export const firstChild = getter(Node.prototype, 'firstChild')
export const nextSibling = getter(Node.prototype, 'nextSibling')
export const previousElement = getter(Element.prototype, 'previousElementSibling')
export const nextElement = getter(Element.prototype, 'nextElementSibling')
export const firstElement = getter(Element.prototype, 'firstElementChild')
export const lastElement = getter(Element.prototype, 'lastElementChild')
const slotOf = getter(Element.prototype, 'assignedSlot')
export const isContentEditable = getter(HTMLElement.prototype, 'isContentEditable')
export const dataLength = getter(CharacterData.prototype, 'length')
export const isConnected = getter(Node.prototype, 'isConnected')
export const scrollingElement = getter(Document.prototype, 'scrollingElement')
export const documentElement = getter(Document.prototype, 'documentElement')
const bodyOf = getter(Document.prototype, 'body')
export const body = (): HTMLElement | null => bodyOf(document)
export const scrollTop = getter(Element.prototype, 'scrollTop')
export const scrollLeft = getter(Element.prototype, 'scrollLeft')

export const activeElement = getter(Document.prototype, 'activeElement')
export const readyState = getter(Document.prototype, 'readyState')
export const visibilityState = getter(Document.prototype, 'visibilityState')

export const attribute = (element: Element, name: string): string => Reflect.apply(getAttribute, element, [name]) ?? ''
export const has = (element: Element, name: string): boolean => Reflect.apply(hasAttribute, element, [name])
export const nearest = (element: Element, selector: string): Element | null => Reflect.apply(closest, element, [selector])
export const is = (element: Element, selector: string): boolean => Reflect.apply(matches, element, [selector])
export const boxOf = (element: Element): DOMRect => Reflect.apply(getBoundingClientRect, element, [])
const VISIBLE = [{ visibilityProperty: true, opacityProperty: true }]
/** Is it there to be seen? Not where it has no box, or is hidden by style, itself or by what is around it. */
export const isDrawn = (element: Element): boolean => Reflect.apply(checkVisibility, element, VISIBLE)
/** Is its content there to be seen as well? */
export const isVisible = (element: Element): boolean => isDrawn(element) && getComputedStyle(element).contentVisibility !== 'hidden'
/** How many elements are under another. */
export const sizeOf = (element: Element): number => tagsOf(element, '*').length
/** Editable regions of the document, in its order. */
export const editors = (): NodeListOf<Element> => queryAll('[contenteditable]:not([contenteditable="false"])')
/** Every element of the document that a selector matches. */
export const queryAll = (selector: string): NodeListOf<Element> => Reflect.apply(queryDocument, document, [selector])
/** The first of what was found. */
export function firstOf(found: NodeListOf<Element>, most: number): Element[] {
  const first: Element[] = []
  for (const element of found) {
    if (first.length === most) break
    first.push(element)
  }
  return first
}
const tagsOf = (root: Element | Document, tag: string): HTMLCollectionOf<Element> =>
  Reflect.apply(root instanceof Document ? tagsInDocument : tagsIn, root, [tag])
/** The first elements of a tag under a node. Asked for an index or a length, the browser would count the whole page; for an item it does not. */
export function firstTagged(root: Element | Document, tag: string, most: number): Element[] {
  const all = tagsOf(root, tag)
  const found: Element[] = []
  for (let next = itemOf(all, 0); next && found.length < most; next = itemOf(all, found.length)) found.push(next)
  return found
}
const itemOf = (all: HTMLCollectionOf<Element>, index: number): Element | null => Reflect.apply(item, all, [index])
export const contains = (node: Node, other: Node): boolean => Reflect.apply(nodeContains, node, [other])
export const rootOf = (node: Node): Node => Reflect.apply(getRootNode, node, [])

/** How many elements of a document or shadow root a selector matches. */
export const countMatches = (root: Node, selector: string): number => (root instanceof Element ? 0 : within(root, selector).length)

export function byId(root: Node, id: string): Element | null {
  if (root instanceof Document) return Reflect.apply(idInDocument, root, [id])
  return root instanceof DocumentFragment ? Reflect.apply(idInFragment, root, [id]) : null
}

/** Parent across shadow boundaries: the host of a shadow root follows its top elements. */
export function parentElement(element: Element): Element | null {
  const parent = parentNode(element)
  if (parent instanceof Element) return parent
  return parent instanceof ShadowRoot ? parent.host : null
}

/** Parent as it is shown: what a shadow root has a slot for stands there. */
export const shownParent = (element: Element): Element | null => slotOf(element) ?? parentElement(element)

/** The nearest element around one, itself included, that a selector matches, as it is shown. */
export function nearestShown(element: Element, selector: string, levels: number): Element | null {
  let scope: Element | null = element
  for (let level = 0; scope && level < levels; level++, scope = shownParent(scope)) if (is(scope, selector)) return scope
  return null
}

/** What a selector matches under an element, or in its document or shadow root. */
export function within(root: Node, selector: string): NodeListOf<Element> {
  const query = root instanceof Document ? queryDocument : root instanceof DocumentFragment ? queryFragment : queryElement
  return Reflect.apply(query, root, [selector])
}

/** Is an element, or what it stands in across shadow boundaries, the other one? */
export function isInside(outer: Element, element: Element): boolean {
  for (let scope: Element | null = element; scope; scope = parentElement(scope)) if (scope === outer) return true
  return false
}

/** Elements at a place of the viewport, the uppermost first; none outside of it. */
export const elementsAt = (x: number, y: number): Element[] => Reflect.apply(elementsFromPoint, document, [x, y])

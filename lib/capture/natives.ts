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
const { getElementsByTagName: tagsIn } = Element.prototype
const { getElementsByTagName: tagsInDocument, getElementById: idInDocument } = Document.prototype
const { getElementById: idInFragment } = DocumentFragment.prototype
const { querySelectorAll: queryDocument } = Document.prototype
const { querySelectorAll: queryFragment } = DocumentFragment.prototype
const { getRootNode, contains: nodeContains } = Node.prototype

export const localName = getter(Element.prototype, 'localName')
export const parentNode = getter(Node.prototype, 'parentNode')
export const firstChild = getter(Node.prototype, 'firstChild')
export const nextSibling = getter(Node.prototype, 'nextSibling')
export const previousElement = getter(Element.prototype, 'previousElementSibling')
export const nextElement = getter(Element.prototype, 'nextElementSibling')
export const isContentEditable = getter(HTMLElement.prototype, 'isContentEditable')
export const dataLength = getter(CharacterData.prototype, 'length')
export const isConnected = getter(Node.prototype, 'isConnected')
export const scrollingElement = getter(Document.prototype, 'scrollingElement')
export const documentElement = getter(Document.prototype, 'documentElement')
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
/** Is its content there to be seen? Not where it has no box, or is hidden by style, itself or by what is around it. */
export const isVisible = (element: Element): boolean =>
  getComputedStyle(element).contentVisibility !== 'hidden' &&
  Reflect.apply(checkVisibility, element, [{ visibilityProperty: true, opacityProperty: true }])
/** Elements of a tag under another; live, so that only what is looked at is found. */
export const tagged = (element: Element, tag: string): HTMLCollectionOf<Element> => Reflect.apply(tagsIn, element, [tag])
/** Every input of the document; the browser keeps this list itself. */
export const inputs = (): HTMLCollectionOf<Element> => Reflect.apply(tagsInDocument, document, ['input'])
/** Likewise every textarea. */
export const textareas = (): HTMLCollectionOf<Element> => Reflect.apply(tagsInDocument, document, ['textarea'])
/** Editable regions of the document, in its order. */
export const editors = (): NodeListOf<Element> =>
  Reflect.apply(queryDocument, document, ['[contenteditable]:not([contenteditable="false"])'])
export const contains = (node: Node, other: Node): boolean => Reflect.apply(nodeContains, node, [other])
export const rootOf = (node: Node): Node => Reflect.apply(getRootNode, node, [])

/** How many elements of a document or shadow root a selector matches. */
export function countMatches(root: Node, selector: string): number {
  if (root instanceof Document) return Reflect.apply(queryDocument, root, [selector]).length
  return root instanceof DocumentFragment ? Reflect.apply(queryFragment, root, [selector]).length : 0
}

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

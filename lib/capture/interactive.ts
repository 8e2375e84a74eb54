import { is, isContentEditable, localName, nearest, parentElement, parentNode } from './natives.ts'

/** What a person can act on, as a selector. */
export const INTERACTIVE = [
  'a[href]',
  'area[href]',
  'button',
  'input',
  'select',
  'textarea',
  'summary',
  'option',
  'label',
  'video[controls]',
  'audio[controls]',
  ...['button', 'link', 'checkbox', 'radio', 'switch', 'tab', 'option', 'menuitem', 'menuitemcheckbox', 'menuitemradio', 'combobox'].map(
    (role) => `[role="${role}"]`,
  ),
  ...['textbox', 'searchbox', 'slider', 'spinbutton', 'treeitem'].map((role) => `[role="${role}"]`),
].join(',')

/** Nearest element around a node that a person can act on, crossing open shadow roots; null if there is none. */
export function interactiveAround(element: Element): Element | null {
  for (let scope: Element | null = element; scope;) {
    const found = nearest(scope, INTERACTIVE)
    if (found) return found
    const host = editingHost(scope)
    if (host) return host
    let top: Element = scope
    for (let parent = parentNode(top); parent instanceof Element; parent = parentNode(top)) top = parent
    scope = parentElement(top)
  }
  return null
}

/** Outermost element of an editable region, so that a whole editor is one field; null outside of one. */
export function editingHost(element: Element): HTMLElement | null {
  let host: HTMLElement | null = null
  for (let node: Node | null = element; node instanceof HTMLElement && isContentEditable(node); node = parentNode(node)) host = node
  return host
}

const TEXT_ROLE = '[role="textbox"],[role="searchbox"],[role="spinbutton"]'

/**
 * May a person be typing here, where no field can be seen? In a closed shadow root, in an element that edits by itself (EditContext,
 * canvas, an embedded document), or in one that only calls itself a field. Keys that write or move the caret say nothing there.
 */
export function hidesField(element: Element): boolean {
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) return false
  if (is(element, TEXT_ROLE) || ['canvas', 'iframe', 'object', 'embed'].includes(localName(element))) return true
  if ('editContext' in element && element.editContext) return true
  return localName(element).includes('-') && element.shadowRoot === null
}

const NOT_TYPED = new Set(['checkbox', 'radio', 'range', 'color', 'file', 'button', 'submit', 'reset', 'image', 'hidden'])

/** The field a person types into at this element, or null. */
export function fieldAt(element: Element): HTMLElement | null {
  if (element instanceof HTMLTextAreaElement) return element
  if (element instanceof HTMLInputElement) return NOT_TYPED.has(element.type) ? null : element
  return editingHost(element)
}

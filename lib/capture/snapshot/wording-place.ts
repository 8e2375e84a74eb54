/** Does a text stand where an interface has its wording? A control, a heading, a label or a column header: elsewhere text is content. */
import { nearest, parentElement, parentNode } from '../natives.ts'

const ROLES = ['button', 'link', 'checkbox', 'radio', 'switch', 'tab', 'option', 'menuitem', 'menuitemcheckbox', 'menuitemradio']
  .concat(['combobox', 'treeitem', 'heading', 'columnheader'])
  .map((role) => `[role="${role}"]`)
const WORDED = [
  'a[href]',
  'button',
  'summary',
  'label',
  'legend',
  'caption',
  'th',
  'dt',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  ...ROLES,
].join(',')
/** Items of a menu are often plain list items; whether one is in a menu the masker asks. */
const ITEM = 'li,[role="listitem"]'

/** The element whose wording a text is part of, across open shadow roots; null where it is part of none. */
export function wordingPlace(element: Element): Element | null {
  for (let scope: Element | null = element; scope;) {
    const place = nearest(scope, WORDED) ?? nearest(scope, ITEM)
    if (place) return place
    let top: Element = scope
    for (let parent = parentNode(top); parent instanceof Element; parent = parentNode(top)) top = parent
    scope = parentElement(top)
  }
  return null
}

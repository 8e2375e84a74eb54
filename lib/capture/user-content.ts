/** Where in a page content stands rather than interface: rows, items, feeds, logs and live regions. */
import { attribute, firstTagged, is, localName, nearest, nextElement, parentElement, parentNode, previousElement } from './natives.ts'
import { nameText } from './name.ts'

const ROLES = ['cell', 'gridcell', 'row', 'listitem', 'treeitem', 'option', 'article', 'feed', 'log', 'alert', 'status', 'timer', 'marquee']
const CONTENT = [
  'td,tr,li,dd,option,article,blockquote,pre,code,output',
  ...ROLES.map((role) => `[role="${role}"]`),
  '[aria-live="polite"]',
  '[aria-live="assertive"]',
].join(',')
const CELL = 'td,[role="cell"],[role="gridcell"]'
const ROW = 'tr,[role="row"]'
const COLUMN_HEADER = 'th,[role="columnheader"]'
const ITEM = 'li,[role="listitem"],[role="treeitem"]'
/** Lists in these are menus made of list items, as most sites write them. */
const NAVIGATION = ['nav', 'menu', 'header', 'footer']
  .concat(['navigation', 'menu', 'menubar', 'tablist', 'toolbar', 'banner', 'contentinfo'].map((role) => `[role="${role}"]`))
  .join(',')
/** Live by its role, or all of it content: what repeats in it may be data that repeats. */
const NEVER_REPEATED = '[role="log"],[role="alert"],[role="status"],[role="timer"],[role="marquee"],[aria-live],output,pre,code,blockquote'
/** Neighbours looked at on each side, and elements of the same tag in each: rows have few buttons. */
const NEIGHBOURS = 3
const CANDIDATES = 20

/**
 * Does the element stand where a page shows content? A control of a row whose neighbours have one of the same name is interface
 * all the same: "Edit", "Like".
 */
export function isUserContent(element: Element, text: string): boolean {
  let repeated = false
  for (let scope: Element | null = element; scope;) {
    const container: Element | null = nearest(scope, CONTENT)
    if (container && !isInterface(container, element) && !(repeated && is(container, '[role="feed"]'))) {
      // A feed is what its items are.
      repeated = isRepeated(container, element, text)
      if (!repeated) return true
    }
    scope = container ? parentElement(container) : hostAround(scope)
  }
  return false
}

function isInterface(container: Element, element: Element): boolean {
  if (localName(container) === 'tr') {
    const header = nearest(element, COLUMN_HEADER)
    // A header in the body of a table names a row, which is content.
    return header !== null && attribute(header, 'scope') !== 'row' && nearest(header, 'tbody') === null
  }
  return is(container, ITEM) && nearest(container, NAVIGATION) !== null
}

function isRepeated(container: Element, element: Element, text: string): boolean {
  if (container === element || text === '' || is(container, NEVER_REPEATED)) return false
  const tag = localName(element)
  const unit = (is(container, CELL) ? nearest(container, ROW) : null) ?? container
  return [previousElement, nextElement].some((step) => {
    let neighbour = step(unit)
    for (let seen = 0; neighbour && seen < NEIGHBOURS; seen++, neighbour = step(neighbour)) if (holds(neighbour, tag, text)) return true
    return false
  })
}

function holds(neighbour: Element, tag: string, text: string): boolean {
  return firstTagged(neighbour, tag, CANDIDATES).some((element) => nameText(element) === text)
}

/** Host of the shadow root an element is in, or null in the document itself. */
function hostAround(element: Element): Element | null {
  let top: Node = element
  for (let parent = parentNode(top); parent && !(parent instanceof ShadowRoot); parent = parentNode(top)) top = parent
  return top instanceof Element ? parentElement(top) : null
}

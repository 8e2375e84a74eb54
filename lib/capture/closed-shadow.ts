/**
 * Inside of closed shadow roots, which browsers open to extensions. What a page keeps closed is described by its structure only:
 * no text from inside is kept.
 */
import { extension } from '../extension.ts'
import { localName, rootOf } from './natives.ts'

/** Elements besides custom ones that pages give a shadow root to; the standard allows a few more, which nobody uses. */
const HOSTS = new Set(['div', 'span', 'section', 'main', 'article', 'aside', 'nav', 'header', 'footer'])
/** Closed roots in each other; deeper is a page that plays. */
const MAX_DEPTH = 8

/** The element that an event is about where its host is all that the event says, else the host. */
export function innermost(host: Element, event: Event): Element {
  let element = host
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const root = closedRootOf(element)
    const inside = root && (isAtPoint(event) ? root.elementFromPoint(event.clientX, event.clientY) : root.activeElement)
    if (!inside || rootOf(inside) !== root) return element
    element = inside
  }
  return element
}

/** A click that a key made has no place of its own. */
const isAtPoint = (event: Event): event is MouseEvent => event instanceof MouseEvent && (event.type !== 'click' || event.detail > 0)

export function isInClosed(element: Element): boolean {
  for (let root = rootOf(element); root instanceof ShadowRoot; root = rootOf(root.host)) if (root.mode === 'closed') return true
  return false
}

function closedRootOf(element: Element): ShadowRoot | null {
  const name = localName(element)
  if (!(element instanceof HTMLElement) || element.shadowRoot !== null || !(name.includes('-') || HOSTS.has(name))) return null
  // A property of elements in Firefox, a call in Chromium.
  const own: unknown = Reflect.get(element, 'openOrClosedShadowRoot')
  const root: unknown = own === undefined ? extension.dom.openOrClosedShadowRoot(element) : own
  return root instanceof ShadowRoot && root.mode === 'closed' ? root : null
}

/**
 * Finds the element that a record describes in a page that may have changed, or says that it cannot. Needs nothing but the record and
 * the page, so it ships to whoever replays.
 */
import { nameText } from '../capture/name.ts'
import { within } from '../capture/natives.ts'
import { landmarksOf } from '../capture/place.ts'
import { roleOf } from '../capture/role.ts'
import { tagOf } from '../capture/target.ts'
import { isPlaceholder } from '../mask/name.ts'
import { publicText } from '../mask/text.ts'
import type { Target } from '../trace/target.ts'

/**
 * `absent`: nothing in the page is as it was recorded; `ambiguous`: several are, or too little is known of it.
 * `alike`: how many elements agreed with the evidence that was decided by.
 */
export type Resolution = { found: Element; alike: 1 } | { found: null; reason: 'absent' | 'ambiguous'; alike: number }

/**
 * By what the page promises to other programs first, then by what it says to a person. Never by position: after a row more on top,
 * that is another row.
 */
export function resolve(target: Target, document: Document): Resolution {
  const root = rootOf(target, document)
  if (!root) return { found: null, reason: 'absent', alike: 0 }
  const agrees = (element: Element) => isAlike(target, element)
  let most = 0
  for (const { css, positional } of target.locators) {
    if (positional) continue
    const found = Array.from(within(root, css)).filter(agrees)
    const [first] = found
    if (first && found.length === 1) return { found: first, alike: 1 }
    most = Math.max(most, found.length)
  }
  // A masked name is that of many.
  if (clearName(target) === null) return { found: null, reason: 'ambiguous', alike: most }
  const named = Array.from(within(root, target.tag === 'custom' ? '*' : target.tag)).filter(agrees)
  const placed = named.length > 1 ? named.filter((element) => landmarksOf(element).join() === target.landmarks.join()) : named
  const [first] = placed
  if (first && placed.length === 1) return { found: first, alike: 1 }
  return { found: null, reason: named.length === 0 && most === 0 ? 'absent' : 'ambiguous', alike: Math.max(most, named.length) }
}

/** The document, or the innermost shadow root that the element was in; null where that is gone, closed or not the only one. */
function rootOf({ shadow }: Target, document: Document): Document | ShadowRoot | null {
  let root: Document | ShadowRoot = document
  for (const css of shadow) {
    const hosts = within(root, css)
    const inside = hosts.length === 1 ? hosts[0]?.shadowRoot : null
    if (!inside) return null
    root = inside
  }
  return root
}

const clearName = ({ name }: Target) => (name === null || isPlaceholder(name) ? null : name)

/** Of the same kind, and called the same, as far as that is known. */
function isAlike(target: Target, element: Element): boolean {
  if (tagOf(element) !== target.tag || roleOf(element) !== target.role) return false
  const name = clearName(target)
  return name === null || publicText(nameText(element) ?? '') === name
}

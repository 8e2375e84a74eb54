/** Where in the page an element stands: the row, list item or dialog around it, and the landmarks. */
import type { OnlyMasked } from '../mask/masked.ts'
import type { MaskEntry } from '../trace/action.ts'
import type { Target } from '../trace/target.ts'
import { LANDMARKS, LIMITS, type AnchorKind, type Landmark } from '../trace/vocabulary.ts'
import { nameText } from './name.ts'
import { attribute, firstTagged, is, localName, nearest, nextElement, parentElement, previousElement } from './natives.ts'
import { roleOf } from './role.ts'
import type { PageWording } from './wording.ts'

const ANCHORS: [AnchorKind, string][] = [
  ['row', 'tr,[role="row"]'],
  ['list-item', 'li,[role="listitem"],[role="treeitem"]'],
  ['option-group', 'optgroup,[role="radiogroup"],fieldset'],
  ['article', 'article,[role="article"]'],
  ['dialog', 'dialog,[role="dialog"],[role="alertdialog"]'],
  ['form', 'form,[role="form"]'],
]
const ANY_ANCHOR = ANCHORS.map(([, selector]) => selector).join(',')
/** Siblings counted either way: enough for any list a person scrolls, and flat in cost for a hostile one. */
const MAX_SIBLINGS = 2000
const LANDMARK_ROLES: ReadonlySet<string> = new Set(LANDMARKS)
const isLandmark = (role: string): role is Landmark => LANDMARK_ROLES.has(role)
/** Sections are regions only when named; header and footer are landmarks only outside of sections. */
const LANDMARK_SELECTOR = 'main,nav,aside,header,footer,search,form,section[aria-label],section[aria-labelledby],[role]'

/** Containers with a name of their own, given by the page and not by what is in them. */
const NAMED: ReadonlySet<AnchorKind> = new Set<AnchorKind>(['dialog', 'form', 'option-group'])

type Anchored = { anchor: OnlyMasked<Target['anchor']>; rule: MaskEntry['rule'] | null }

export function anchorOf(element: Element, wording: PageWording): Anchored {
  const found = anchorAround(element)
  if (!found) return { anchor: null, rule: null }
  const { anchor, kind, selector } = found
  const { name, rule } = NAMED.has(kind) ? wording.name(anchor, 'label', givenName(anchor)) : { name: null, rule: null }
  const index = countAlong(anchor, previousElement, selector)
  return { anchor: { kind, index, count: index + 1 + countAlong(anchor, nextElement, selector), name }, rule }
}

/** Of what kind the container is that `anchorOf` would name. */
export const anchorKindOf = (element: Element): AnchorKind | null => anchorAround(element)?.kind ?? null

function anchorAround(element: Element): { anchor: Element; kind: AnchorKind; selector: string } | null {
  const anchor = nearest(element, ANY_ANCHOR)
  const entry = anchor && ANCHORS.find(([, selector]) => is(anchor, selector))
  return anchor && entry ? { anchor, kind: entry[0], selector: entry[1] } : null
}

/** By attribute or legend: the content of a dialog or form is not its name. */
function givenName(anchor: Element): string | null {
  if (attribute(anchor, 'aria-labelledby') || attribute(anchor, 'aria-label')) return nameText(anchor)
  if (localName(anchor) === 'optgroup') return attribute(anchor, 'label').trim()
  const first = localName(anchor) === 'fieldset' ? firstTagged(anchor, 'legend', 1)[0] : undefined
  return first ? nameText(first) : ''
}

function countAlong(element: Element, step: (element: Element) => Element | null, selector: string): number {
  let found = 0
  let seen = 0
  for (let other = step(element); other && seen < MAX_SIBLINGS; other = step(other), seen++) if (is(other, selector)) found++
  return found
}

/** Landmark roles around an element, outermost first. */
export function landmarksOf(element: Element): Landmark[] {
  const landmarks: Landmark[] = []
  for (let scope: Element | null = element; scope && landmarks.length < LIMITS.landmarks;) {
    const found: Element | null = nearest(scope, LANDMARK_SELECTOR)
    if (!found) break
    const role = roleOf(found)
    if (isLandmark(role)) landmarks.unshift(role)
    scope = parentElement(found)
  }
  return landmarks
}

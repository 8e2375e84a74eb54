/** What of an element is as it was recorded, feature by feature. Reads the page, and decides nothing. */
import { amongOf } from '../capture/among.ts'
import { whereTo } from '../capture/findable.ts'
import { headingOf } from '../capture/heading.ts'
import { besideItem, itemAround, partsOf, placeOfItem } from '../capture/item.ts'
import { isMute } from '../capture/keypad.ts'
import { nameText } from '../capture/name.ts'
import { attribute, boxOf, is, localName, nextElement, parentElement, previousElement } from '../capture/natives.ts'
import { anchorKindOf, landmarksOf } from '../capture/place.ts'
import { isNameless, roleOf } from '../capture/role.ts'
import { comparable, isMarkOf, isShortNumber, sizeOfMark } from '../mask/mark.ts'
import { isPlaceholder } from '../mask/name.ts'
import { publicText } from '../mask/text.ts'
import type { Target } from '../trace/target.ts'
import { isOnTrail } from './trail.ts'

/**
 * `exact`: the name, digits and all; `fragment`: a link within the page; `path`: the recorded path leads here; `trail`: without its
 * positions; `order`: the items around it read the same; `amongCount`: as many of its tag are around it.
 */
export type Feature =
  | ('name' | 'exact' | 'key' | 'link' | 'fragment' | 'id' | 'testid' | 'field' | 'type' | 'ariarole' | 'role')
  | ('heading' | 'landmarks' | 'anchor' | 'inItem' | 'trail' | 'path' | 'size' | 'position')
  | ('index' | 'count' | 'order' | 'among' | 'amongCount')
/** Absent where the record does not say. `bits`: what agreement can tell at most, where that is little. */
export type Evidence = Partial<Record<Feature, { agrees: boolean; bits?: number }>>
type Say = (feature: Feature, agrees: boolean, bits?: number) => void

/** Px by which a thing differs between two layouts of the same page. */
const NEAR_PX = 8
/** What an element without a name, a link or a heading has in common with many. */
const FEW_BITS = 2
/** Levels up to what was an item, and is not built like its neighbours any more. */
const MAX_LEVELS = 8
/** Longest way that is compared, as long as a recorded path may be. */
const MAX_STEPS = 64

/** @param byPath what the recorded path leads to */
export function evidenceOf(target: Target, element: Element, byPath: ReadonlySet<Element>): Evidence {
  const found: Evidence = {}
  const say: Say = (feature, agrees, bits) => {
    found[feature] = bits === undefined ? { agrees } : { agrees, bits }
  }
  say('role', roleOf(element) === target.role)
  sayNames(target, element, say)
  sayContract(target, element, say)
  const around = itemAround(element)
  sayPlace(target, element, byPath, around, say)
  sayItem(target, element, around, say)
  return found
}

const clear = (name: string | null) => (name === null || isPlaceholder(name) ? null : name)
function isCalled(kept: string, text: string): boolean {
  const digits = isShortNumber(kept)
  return comparable(publicText(text), digits) === comparable(kept, digits)
}

function sayNames({ name, marks, heading, item, role, control }: Target, element: Element, say: Say): void {
  const text = nameText(element) ?? ''
  const kept = clear(name)
  if (kept !== null) {
    say('name', isCalled(kept, text))
    say('exact', publicText(text) === kept)
  } else if (marks.name !== undefined) say('name', isMarkOf(marks.name, text), sizeOfMark(marks.name))
  // Its bits count once, for the key.
  else if (item?.key?.isName) say('name', isMarkOf(item.key.mark, text), 0)
  // What was not read is not known to be absent.
  else if (name === null && !isNameless(role) && control !== 'editor') say('name', text === '', 1)
  const above = headingOf(element)
  const title = (above && nameText(above)) ?? ''
  const keptTitle = clear(heading)
  if (keptTitle !== null) say('heading', isCalled(keptTitle, title))
  else if (marks.heading !== undefined) say('heading', isMarkOf(marks.heading, title), sizeOfMark(marks.heading))
  else if (heading === null) say('heading', above === null, FEW_BITS)
}

const BY_LOCATOR = { id: 'id', testid: 'testid', name: 'field', type: 'type', role: 'ariarole' } as const

function sayContract({ locators, marks, tag }: Target, element: Element, say: Say): void {
  for (const { kind, css } of locators) if (kind !== 'path') say(BY_LOCATOR[kind], is(element, css))
  if (marks.id !== undefined) say('id', isMarkOf(marks.id, attribute(element, 'id')), sizeOfMark(marks.id))
  if (marks.field !== undefined) say('field', isMarkOf(marks.field, attribute(element, 'name')), sizeOfMark(marks.field))
  const link = attribute(element, 'href')
  if (marks.link !== undefined) {
    // A fragment is an id, and changes with it.
    say(link.startsWith('#') ? 'fragment' : 'link', isMarkOf(marks.link, whereTo(link)), sizeOfMark(marks.link))
  } else if (tag === 'a') say('link', link === '' || isMute(link), FEW_BITS)
}

function sayPlace(target: Target, element: Element, byPath: ReadonlySet<Element>, around: Element | null, say: Say): void {
  const path = target.locators.find(({ kind }) => kind === 'path')
  if (path) {
    say('path', byPath.has(element))
    say('trail', isOnTrail(path.css, tagsAround(element)))
  }
  say('landmarks', landmarksOf(element).join() === target.landmarks.join())
  say('anchor', anchorKindOf(element) === (target.anchor?.kind ?? null))
  const { among, box } = target
  if (among) {
    const now = amongOf(element, around)
    say('among', now?.index === among.index)
    say('amongCount', now?.count === among.count)
  }
  const now = boxOf(element)
  say('size', Math.abs(now.width - box.width) <= NEAR_PX && Math.abs(now.height - box.height) <= NEAR_PX)
  say('position', Math.abs(now.x - box.x) <= NEAR_PX && Math.abs(now.y - box.y) <= NEAR_PX)
}

function tagsAround(element: Element): string[] {
  const tags: string[] = []
  for (let scope: Element | null = element; scope && tags.length < MAX_STEPS; scope = parentElement(scope)) tags.push(localName(scope))
  return tags
}

function sayItem({ item }: Target, element: Element, around: Element | null, say: Say): void {
  say('inItem', (around !== null) === (item !== null))
  if (!item) return
  if (item.key) say('key', (around !== null && hasKey(item.key, around)) || isWithKey(item.key, element), sizeOfMark(item.key.mark))
  if (!around) return
  const place = placeOfItem(around)
  say('index', place.index === item.index)
  say('count', place.count === item.count)
  if (item.order === null) return
  const all = [...besideItem(around, previousElement).toReversed(), around, ...besideItem(around, nextElement)]
  say('order', isMarkOf(item.order, all.flatMap(partsOf).join(' ')))
}

type Key = NonNullable<NonNullable<Target['item']>['key']>

function hasKey({ mark, part, parts }: Key, item: Element): boolean {
  const now = partsOf(item)
  if (part === null) return isMarkOf(mark, now.join(' '))
  if (now.length === parts) return isMarkOf(mark, now[part] ?? '')
  // A badge may have come before it, or something else have gone.
  return now.some((text) => isMarkOf(mark, text))
}

/** Is it in something with this key, though that is in no list any more? */
function isWithKey(key: Key, element: Element): boolean {
  let scope: Element | null = element
  for (let level = 0; scope && level < MAX_LEVELS; level++, scope = parentElement(scope)) {
    if (partsOf(scope).length === key.parts && hasKey(key, scope)) return true
  }
  return false
}

/** Element → target, masked before it returns. Called at the event, in the capture phase, while layout is still clean. */
import type { OnlyMasked } from '../mask/masked.ts'
import type { MaskEntry } from '../trace/action.ts'
import type { Target } from '../trace/target.ts'
import { COARSE_STEP_PX, TAGS, type Tag } from '../trace/vocabulary.ts'
import { editingHost, fieldAt, hidesField } from './interactive.ts'
import { completedLater } from './completion.ts'
import { findable } from './findable.ts'
import { languageOf } from './language.ts'
import { locatorsOf, shadowPath } from './locator.ts'
import { nameText } from './name.ts'
import { boxOf, localName } from './natives.ts'
import { anchorOf, landmarksOf } from './place.ts'
import { controlOf, isNameless, roleOf } from './role.ts'
import { stateOf } from './state.ts'
import type { PageWording } from './wording.ts'

export type Described = { target: OnlyMasked<Target>; masking: MaskEntry[] }
/** Viewport position of the pointer, CSS px. */
export type Point = { x: number; y: number }

const KNOWN_TAGS: ReadonlySet<string> = new Set(TAGS)
const isTag = (name: string): name is Tag => KNOWN_TAGS.has(name)
export function tagOf(element: Element): Tag {
  const name = localName(element)
  return isTag(name) ? name : 'custom'
}
/**
 * What takes longer than an event may, `completion.ts` adds.
 * @param keypad it is a pad whose keys stand for what is typed: its place is kept, and nothing that is written in it
 */
export function describe(element: Element, point: Point | null, wording: PageWording, keypad = false): Described {
  const role = roleOf(element)
  const editable = editingHost(element) !== null
  const control = keypad ? 'keypad' : controlOf(element, role, editable)
  const box = boxOf(element)
  const { locators, masked } = locatorsOf(element, wording.isEcho)
  const isNamed = !isNameless(role) && !editable && !keypad
  const text = isNamed ? nameText(element) : ''
  const { name, rule } = wording.name(element, control, text)
  const { anchor, rule: anchorRule } = anchorOf(element, wording)
  const found = keypad ? null : findable(element, { role, text, name }, wording)
  const masking: MaskEntry[] = []
  if (keypad) masking.push({ field: 'target', rule: 'keypad' })
  if (rule) masking.push({ field: 'target.name', rule })
  if (anchorRule) masking.push({ field: 'target.anchor', rule: anchorRule })
  if (found?.headingRule) masking.push({ field: 'target.heading', rule: found.headingRule })
  if (masked) masking.push({ field: 'target.locators', rule: 'identifier-masked' })
  const target: OnlyMasked<Target> = {
    role,
    name,
    tag: tagOf(element),
    control,
    box: coarseBox(element, box, rule !== null),
    point: point && { x: tenths(point.x - box.x, box.width), y: tenths(point.y - box.y, box.height) },
    locators,
    anchor,
    ...(found?.kept ?? UNFOUND),
    language: languageOf(document),
    landmarks: landmarksOf(element),
    shadow: shadowPath(element, wording.isEcho),
    state: stateOf(element),
  }
  return { target: found ? completedLater(target, found.complete) : target, masking }
}

/** Of a pad nothing in it is read. */
const UNFOUND = { item: null, among: null, alike: null, heading: null, marks: {} }

/** A masked name shows through the width of what it stands in: about a character in 8 px. */
const MASKED_STEP_PX = 8

/** Whole px, and coarser where a size would tell a length: a field may grow with its text, a button is as wide as its name. */
function coarseBox(element: Element, { x, y, width, height }: DOMRect, masked: boolean): Target['box'] {
  const up = (length: number, step: number) => Math.ceil(length / step) * step
  const isField = fieldAt(element) !== null || hidesField(element)
  const growsDown = isField && !(element instanceof HTMLInputElement)
  const step = masked ? MASKED_STEP_PX : 1
  return {
    x: Math.round(x),
    y: Math.round(y),
    width: up(Math.round(width), isField ? COARSE_STEP_PX : step),
    height: up(Math.round(height), growsDown ? COARSE_STEP_PX : step),
  }
}

function tenths(offset: number, size: number): number {
  return size > 0 ? Math.min(10, Math.max(0, Math.round((offset / size) * 10))) : 5
}

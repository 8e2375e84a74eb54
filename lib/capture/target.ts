/** Element → target, masked before it returns. Called at the event, in the capture phase, while layout is still clean. */
import { maskName } from '../mask/name.ts'
import type { MaskEntry } from '../trace/action.ts'
import type { Target } from '../trace/target.ts'
import { TAGS, type Role, type Tag } from '../trace/vocabulary.ts'
import { editingHost } from './interactive.ts'
import { locatorsOf, shadowPath } from './locator.ts'
import { nameLength } from './name-length.ts'
import { attribute, boxOf, has, localName } from './natives.ts'
import { anchorOf, landmarksOf } from './place.ts'
import { controlOf, roleOf } from './role.ts'

export type Described = { target: Target; masking: MaskEntry[] }
/** Viewport position of the pointer, CSS px. */
export type Point = { x: number; y: number }

const KNOWN_TAGS: ReadonlySet<string> = new Set(TAGS)
const isTag = (name: string): name is Tag => KNOWN_TAGS.has(name)
/** Roles whose name is their whole content; reading it would be reading the page. */
const UNNAMED: ReadonlySet<Role> = new Set<Role>([
  'generic',
  'document',
  'main',
  'region',
  'list',
  'table',
  'grid',
  'feed',
  'article',
  'form',
  'paragraph',
])

export function describe(element: Element, point: Point | null): Described {
  const role = roleOf(element)
  const editable = editingHost(element) !== null
  const control = controlOf(element, role, editable)
  const tag = localName(element)
  const box = boxOf(element)
  const { locators, masked } = locatorsOf(element)
  const name = UNNAMED.has(role) || editable ? null : maskName(control, nameLength(element))
  const masking: MaskEntry[] = []
  if (name !== null) masking.push({ field: 'target.name', rule: 'name-masked' })
  if (masked) masking.push({ field: 'target.locators', rule: 'identifier-masked' })
  return {
    target: {
      role,
      name,
      tag: isTag(tag) ? tag : 'custom',
      control,
      box: { x: Math.round(box.x), y: Math.round(box.y), width: Math.round(box.width), height: Math.round(box.height) },
      point: point && { x: tenths(point.x - box.x, box.width), y: tenths(point.y - box.y, box.height) },
      locators,
      anchor: anchorOf(element),
      landmarks: landmarksOf(element),
      shadow: shadowPath(element),
      state: stateOf(element),
    },
    masking,
  }
}

function tenths(offset: number, size: number): number {
  return size > 0 ? Math.min(10, Math.max(0, Math.round((offset / size) * 10))) : 5
}

function stateOf(element: Element): Target['state'] {
  const state: Target['state'] = {}
  const flag = (key: 'expanded' | 'selected' | 'pressed', name: string) => {
    const value = attribute(element, name)
    if (value === 'true' || value === 'false') state[key] = value === 'true'
  }
  flag('expanded', 'aria-expanded')
  flag('selected', 'aria-selected')
  flag('pressed', 'aria-pressed')
  const checked = attribute(element, 'aria-checked')
  if (checked) state.checked = checked === 'mixed' ? 'mixed' : checked === 'true'
  if (element instanceof HTMLInputElement && (element.type === 'checkbox' || element.type === 'radio')) {
    state.checked = element.indeterminate ? 'mixed' : element.checked
  }
  if (localName(element) === 'summary' && element.parentElement instanceof HTMLDetailsElement) state.expanded = element.parentElement.open
  if (has(element, 'disabled') || attribute(element, 'aria-disabled') === 'true') state.disabled = true
  if (has(element, 'readonly') || attribute(element, 'aria-readonly') === 'true') state.readonly = true
  if (has(element, 'required') || attribute(element, 'aria-required') === 'true') state.required = true
  return state
}

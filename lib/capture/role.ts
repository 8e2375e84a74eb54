import { ROLES, type Control, type Role } from '../trace/vocabulary.ts'
import { attribute, has, localName } from './natives.ts'

const KNOWN_ROLES: ReadonlySet<string> = new Set(ROLES)
const isRole = (value: string): value is Role => KNOWN_ROLES.has(value)

/** Implicit roles of HTML-AAM, for the tags a person acts on or finds their way by. */
const TAG_ROLES = new Map<string, Role>([
  ['article', 'article'],
  ['aside', 'complementary'],
  ['button', 'button'],
  ['datalist', 'listbox'],
  ['dialog', 'dialog'],
  ['details', 'group'],
  ['fieldset', 'group'],
  ['figure', 'figure'],
  ['footer', 'contentinfo'],
  ['form', 'form'],
  ['h1', 'heading'],
  ['h2', 'heading'],
  ['h3', 'heading'],
  ['h4', 'heading'],
  ['h5', 'heading'],
  ['h6', 'heading'],
  ['header', 'banner'],
  ['hr', 'separator'],
  ['html', 'document'],
  ['img', 'img'],
  ['li', 'listitem'],
  ['main', 'main'],
  ['menu', 'list'],
  ['meter', 'meter'],
  ['nav', 'navigation'],
  ['ol', 'list'],
  ['optgroup', 'group'],
  ['option', 'option'],
  ['output', 'status'],
  ['p', 'paragraph'],
  ['progress', 'progressbar'],
  ['search', 'search'],
  ['section', 'region'],
  ['summary', 'button'],
  ['table', 'table'],
  ['tbody', 'rowgroup'],
  ['td', 'cell'],
  ['textarea', 'textbox'],
  ['tfoot', 'rowgroup'],
  ['th', 'columnheader'],
  ['thead', 'rowgroup'],
  ['tr', 'row'],
  ['ul', 'list'],
])
const INPUT_ROLES = new Map<string, Role>([
  ['button', 'button'],
  ['submit', 'button'],
  ['reset', 'button'],
  ['image', 'button'],
  ['checkbox', 'checkbox'],
  ['radio', 'radio'],
  ['range', 'slider'],
  ['number', 'spinbutton'],
  ['search', 'searchbox'],
])

/** ARIA role: the first known one the author gave, else the one the tag implies, else `generic`. */
export function roleOf(element: Element): Role {
  const explicit = attribute(element, 'role').toLowerCase().split(/\s+/).find(isRole)
  if (explicit) return explicit
  const tag = localName(element)
  if (tag === 'a' || tag === 'area') return has(element, 'href') ? 'link' : 'generic'
  if (tag === 'select') return has(element, 'multiple') || Number(attribute(element, 'size')) > 1 ? 'listbox' : 'combobox'
  if (tag !== 'input') return TAG_ROLES.get(tag) ?? 'generic'
  if (has(element, 'list')) return 'combobox'
  return INPUT_ROLES.get(attribute(element, 'type').toLowerCase()) ?? 'textbox'
}

const NAMELESS: ReadonlySet<Role> = new Set<Role>([
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

/** Would its name be its whole content? Reading that would be reading the page. */
export const isNameless = (role: Role): boolean => NAMELESS.has(role)

const ROLE_CONTROLS = new Map<Role, Control>([
  ['button', 'button'],
  ['link', 'link'],
  ['textbox', 'text-field'],
  ['searchbox', 'text-field'],
  ['spinbutton', 'text-field'],
  ['checkbox', 'checkbox'],
  ['radio', 'radio'],
  ['switch', 'switch'],
  ['combobox', 'select'],
  ['listbox', 'listbox'],
  ['option', 'option'],
  ['menu', 'menu'],
  ['menubar', 'menu'],
  ['menuitem', 'menu-item'],
  ['menuitemcheckbox', 'menu-item'],
  ['menuitemradio', 'menu-item'],
  ['tab', 'tab'],
  ['slider', 'slider'],
  ['treeitem', 'option'],
  ['img', 'image'],
])
const INPUT_CONTROLS = new Map<string, Control>([
  ['file', 'file'],
  ['color', 'color'],
  ['date', 'date'],
  ['time', 'date'],
  ['month', 'date'],
  ['week', 'date'],
  ['datetime-local', 'date'],
])

/** What the element is for the person. */
export function controlOf(element: Element, role: Role, editable: boolean): Control {
  const tag = localName(element)
  if (tag === 'input') {
    const special = INPUT_CONTROLS.get(attribute(element, 'type').toLowerCase())
    if (special) return special
    if (role === 'combobox') return 'text-field'
  }
  if (tag === 'summary') return 'disclosure'
  if (tag === 'label') return 'label'
  if (tag === 'iframe') return 'frame'
  if (tag === 'video' || tag === 'audio') return 'media'
  if (editable) return 'editor'
  return ROLE_CONTROLS.get(role) ?? 'other'
}

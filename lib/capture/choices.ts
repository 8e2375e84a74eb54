/** Lists that pages make themselves: which option is this, of how many, and which control holds the choice? Reads only. */
import { interactiveAround } from './interactive.ts'
import { isMute } from './keypad.ts'
import {
  attribute,
  body,
  boxOf,
  contains,
  has,
  is,
  localName,
  nearest,
  nearestShown,
  nextElement,
  parentElement,
  previousElement,
  shownParent,
  within,
} from './natives.ts'
import { ownerOf } from './owner.ts'
import type { Popup, Popups } from './popups.ts'
import { rowIn } from './rows.ts'

const anyRole = (...roles: string[]) => roles.map((role) => `[role="${role}"]`).join(',')
export const ITEM = anyRole('option', 'menuitem', 'menuitemradio', 'menuitemcheckbox', 'treeitem')
export const LIST = anyRole('listbox', 'menu', 'menubar', 'tree')
const CELL = 'td,[role="gridcell"]'
/** Levels from the innermost part of an option to it, and from it to its list: what keeps rows out of the page adds three. */
const LEVELS = 10
/** Levels from an option to what is scrolled. */
const ROW_LEVELS = 3
/** Options that are told from those of lists in the list; a longer one has none in it. */
const MAX_OPTIONS = 1000
/** Options that are looked at for whether they are shown: longer lists are hardly filtered by hiding. */
const MAX_SHOWN = 100
/** A month as it is shown has four weeks at least; more cells than eight weeks have are a table of data. */
const DAYS = { least: 28, most: 56 }
/** Characters of a day, month or year. */
const CELL_LENGTH = 12
/** Characters of an option; what is longer is something to read. */
const OPTION_LENGTH = 120
/** Controls that act for themselves wherever they stand. */
const OTHER = 'input,select,textarea,label,summary,[contenteditable]'

export type Choice = {
  option: Element
  list: Element
  /** The control that holds what is chosen; the list itself where there is none. */
  owner: Element
  /** Options that are in the page, and the place of this one among them. */
  all: readonly Element[]
  place: number
  index: number
  count: number
  multiple: boolean
  mode: 'aria' | 'other'
  /** Only what becomes of it tells a choice from the opening of a branch. */
  unsure: boolean
}

/** The option that an element is or is part of, with its list; null where using it chooses nothing. */
export function choiceAt(raw: Element, popups: Popups): Choice | null {
  const popup = popups.around(raw)
  const item = nearestShown(raw, ITEM, LEVELS)
  if (item) return isPart(raw, item) ? itemOf(item, popup) : null
  return cellOf(raw, popup) ?? (popup && rowOf(raw, popup))
}

/** Does using a menu item only open another menu? */
export const opens = (item: Element): boolean =>
  is(item, '[role^="menuitem"]') &&
  (is(item, '[aria-expanded]:not([aria-haspopup]),[aria-haspopup]:not([aria-haspopup="false"])') ||
    within(item, '[role="menu"]').length > 0)

function itemOf(option: Element, popup: Popup | null): Choice | null {
  const parent = shownParent(option)
  const list = parent && (nearestShown(parent, LIST, LEVELS) ?? parent)
  // A list that opens something is a closed one, which shows what is chosen.
  if (!list || opens(option) || has(list, 'aria-haspopup')) return null
  const around = nearest(option, LIST)
  const found = Array.from(within(contains(list, option) ? list : (parentElement(option) ?? list), ITEM))
  const own = found.length > MAX_OPTIONS ? found : found.filter((each) => nearest(each, LIST) === around)
  // What a filter hides is no option, as long as any is shown.
  const all = own.length > MAX_SHOWN || !isShown(option) ? own : own.filter(isShown)
  const choice = choiceOf({ option, list, all, place: all.indexOf(option), popup })
  const isCheck = is(option, anyRole('menuitemcheckbox', 'menuitemradio'))
  // The columns of a cascade are menus of checkboxes; elsewhere these are checked, not chosen.
  if (isCheck && !is(choice.owner, '[role="combobox"],[role="menuitemcheckbox"]')) return null
  return { ...choice, mode: 'aria', unsure: isCheck || has(option, 'aria-expanded') }
}

/** A day of a calendar, or a month or year in one that is open. */
function cellOf(raw: Element, popup: Popup | null): Choice | null {
  const cell = nearestShown(raw, CELL, LEVELS)
  const list = cell && nearest(cell, 'table,[role="grid"]')
  const cells = list && within(list, CELL)
  // Tables of data are not even read.
  if (!cells || cells.length > DAYS.most) return null
  const all = Array.from(cells).filter((each) => textIn(each) !== '')
  const isMonth = all.length >= DAYS.least && all.every((each) => isDay(textIn(each)))
  const isShort = all.every((each) => textIn(each).length <= CELL_LENGTH)
  const place = all.indexOf(cell)
  if (place < 0 || !(isMonth || (isOpened(popup) && isShort))) return null
  // Days are all made alike; in a table of data one column has buttons.
  if (holdsControl(cell) && all.filter(holdsControl).length * 2 <= all.length) return null
  return choiceOf({ option: inner(raw, cell), list, all, place, popup })
}

const textIn = (cell: Element) => cell.textContent.trim()
/** In some languages a sign for "day" comes after it. */
const isDay = (text: string) => text.length <= 3 && Number.parseInt(text, 10) >= 1 && Number.parseInt(text, 10) <= 31

const holdsControl = (cell: Element) => within(cell, 'a,button,[role="button"]').length > 0

/** An item of a list that only its looks and the time it opened make one. */
function rowOf(raw: Element, popup: Popup): Choice | null {
  const control = interactiveAround(raw)
  if (!isOpened(popup) || (control && isOther(control))) return null
  let option = control && contains(popup.element, control) ? control : raw
  /** Called an option, it may be the only one that a filter left. */
  let single: Element | null = null
  for (; option !== popup.element; option = parentElement(option) ?? popup.element) {
    const all = alike(option)
    if (all.length >= (localName(option) === 'li' ? 2 : 3) && !isRow(all)) return rowChoice(raw, option, all, popup)
    if (is(option, 'li,[class*="option"]')) single = option
  }
  return single && rowChoice(raw, single, [single], popup)
}

function rowChoice(raw: Element, option: Element, all: Element[], popup: Popup): Choice | null {
  if (!isPart(raw, option) || option.textContent.length > OPTION_LENGTH || !isLaidOver(option, popup.element)) return null
  return choiceOf({ option: inner(raw, option), list: parentElement(option) ?? popup.element, all, place: all.indexOf(option), popup })
}

/** A link that leads somewhere is followed. */
const isOther = (control: Element) => is(control, OTHER) || (localName(control) === 'a' && !isMute(attribute(control, 'href')))

const isOpened = (popup: Popup | null) => popup !== null && popup.opener !== null && !popup.role.includes('dialog')

/** A control inside of an option acts for itself, as the cross of a tag does, unless it is most of the option or what that leads to. */
function isPart(raw: Element, option: Element): boolean {
  if (is(option, '[aria-disabled="true"],[disabled]')) return false
  const control = interactiveAround(raw)
  return !control || control === option || !contains(option, control) || localName(control) === 'a' || areaOf(control) * 2 >= areaOf(option)
}

const isShown = (element: Element) => boxOf(element).height > 0

function areaOf(element: Element): number {
  const { width, height } = boxOf(element)
  return width * height
}

/** What a person acts on in a row or cell. */
function inner(raw: Element, option: Element): Element {
  const control = interactiveAround(raw)
  return control && contains(option, control) ? control : option
}

/** Siblings made in the same way, in their order. */
function alike(option: Element): Element[] {
  const shape = shapeOf(option)
  const all = [option]
  for (let each = previousElement(option); each && all.length < MAX_OPTIONS; each = previousElement(each))
    if (shapeOf(each) === shape) all.unshift(each)
  for (let each = nextElement(option); each && all.length < MAX_OPTIONS; each = nextElement(each))
    if (shapeOf(each) === shape) all.push(each)
  return all
}

/** What is chosen or pointed at has a further class. */
const shapeOf = (element: Element) =>
  localName(element) === 'li' ? 'li' : `${localName(element)} ${attribute(element, 'class').trim().split(/\s/, 1)[0]}`

/** Buttons in a row are no list. */
const isRow = ([first, ...others]: Element[]) => {
  const last = others.at(-1)
  return first !== undefined && last !== undefined && boxOf(first).top === boxOf(last).top
}

/** Does it lie over the page? What is only unfolded in it has controls of its own. */
function isLaidOver(option: Element, popup: Element): boolean {
  for (let scope: Element | null = option; scope; scope = parentElement(scope)) {
    if (/absolute|fixed/.test(getComputedStyle(scope).position)) return true
    if (scope === popup) return has(scope, 'popover')
  }
  return false
}

type Found = Pick<Choice, 'option' | 'list' | 'all' | 'place'> & { popup: Popup | null }

function choiceOf({ option, list, all, place, popup }: Found): Choice {
  const owner = ownerOf(list, option, popup)
  const [position, size] = [Number(attribute(option, 'aria-posinset')), Number(attribute(option, 'aria-setsize'))]
  const shown = placeIn(all, all[place] ?? option, place)
  const multiple =
    is(list, '[aria-multiselectable="true"]') || (popup !== null && within(popup.element, '[aria-multiselectable="true"]').length > 0)
  const mode = is(owner, '[role="combobox"],[aria-haspopup]') || has(list, 'role') ? 'aria' : 'other'
  const count = size > 0 ? size : shown.count
  return { option, list, owner, all, place, index: position > 0 ? position - 1 : shown.index, count, multiple, mode, unsure: false }
}

/** Place among all options, of which the page may hold a part. */
function placeIn(all: readonly Element[], option: Element, place: number): { index: number; count: number } {
  const [first = option, last = option] = [all[0], all.at(-1)]
  let scope = parentElement(option)
  for (let level = 0; scope && level < ROW_LEVELS; level++) {
    const whole = boxOf(scope)
    scope = parentElement(scope)
    const row =
      scope &&
      scope !== body() &&
      getComputedStyle(scope).overflowY !== 'visible' &&
      rowIn(boxOf(option), boxOf(first), boxOf(last), whole, boxOf(scope).height)
    if (row) return row
  }
  return { index: place, count: all.length }
}

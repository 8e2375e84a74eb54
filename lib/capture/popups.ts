/**
 * What is open over the page or beside a control: dialogs, menus and lists. They are looked for in the places where they are
 * known to be, some time after an action, and never observed: an observer of the whole page is what makes recorders slow.
 */
import type { Role } from '../trace/vocabulary.ts'
import {
  attribute,
  body,
  byId,
  contains,
  firstOf,
  firstTagged,
  isDrawn,
  lastElement,
  localName,
  nextElement,
  parentElement,
  previousElement,
  queryAll,
  rootOf,
} from './natives.ts'
import { roleOf } from './role.ts'

/** Roles of what opens; the browser looks through the whole page for each query, so one is made for all of them. */
const ROLES: ReadonlySet<string> = new Set(['dialog', 'alertdialog', 'menu', 'listbox', 'alert', 'status'])
/** Elements with a role, or with a popover, that are read one by one; pages of tables with a role for each cell are asked for each role instead. */
const MAX_MARKED = 300
/** Of each query, and of the children of the body: pages with more open have no popups but a layout made of them. */
const MAX_EACH = 30
/** Elements beside a control, and beside what is around it, that it may show. */
const MAX_BESIDE = 6
/** Levels around a control whose neighbours are looked at: widgets wrap their button once or twice. */
const MAX_LEVELS = 2
/** Controls that are remembered with their surroundings: the one in use, the one before, and one that either belongs to. */
const MAX_NEAR = 3

export type Popup = {
  element: Element
  role: Role
  /** When it was first seen open, ms since 1970; null where it was open already. */
  since: number | null
  /** What was used last before it was seen. */
  opener: Element | null
}
type Change = { shown: boolean; role: Role; at: number }

export type Popups = {
  /** An element is about to be used: what it could show is noted as it is now. */
  use(element: Element): void
  /**
   * What has opened and closed since the last look.
   * @param at ms since 1970
   * @param nearby only beside the controls in use, on top of the page, and what was open
   */
  look(at: number, nearby: boolean): Change[]
  /** Calls back at every look: a quiet moment after something was done. */
  onLook(run: () => void): void
  /** It was seen that one opened because of another. */
  note(element: Element, opener: Element): void
  /** The innermost popup around an element that has opened since the page was there, as far as is known, or null. */
  around(element: Element): Popup | null
  /** Popups open now that an element opened, the latest first. */
  of(opener: Element): Popup[]
}

export function watchPopups(): Popups {
  let open = new Map<Element, Popup>()
  let known = false
  let near: Element[][] = []
  /** The latest first. */
  let used: Element[] = []
  const watching: (() => void)[] = []

  const candidates = (nearby: boolean): Set<Element> => {
    const found = new Set([...open.keys(), ...near.flat()])
    const whole = body()
    if (whole) for (const element of childrenOf(whole, MAX_EACH)) found.add(element)
    if (nearby) return found
    for (const element of firstTagged(document, 'dialog', MAX_EACH)) found.add(element)
    for (const element of marked()) found.add(element)
    return found
  }

  /** What is used in a popup did not open it. */
  const popupOf = (element: Element, since: number | null): Popup => ({
    element,
    role: roleOf(element),
    since,
    opener: used.find((each) => !contains(element, each)) ?? null,
  })

  const seen = (at: number, nearby: boolean): Map<Element, Popup> => {
    const now = new Map<Element, Popup>()
    const latest = new Set(near[0])
    for (const element of candidates(nearby)) {
      const popup = open.get(element)
      const isStill = nearby && popup && isPartOfPage(popup) && !latest.has(element)
      // What goes out of the document is not drawn either.
      if (isStill || isDrawn(element)) now.set(element, popup ?? popupOf(element, known ? at : null))
    }
    return now
  }

  const look = (at: number, nearby: boolean): Change[] => {
    let now = seen(at, nearby)
    // What has opened may be the wrapper of what it is called by.
    if (nearby && [...now.keys()].some((element) => !open.has(element))) now = seen(at, false)
    const opened = [...now.values()].filter(({ element }) => !open.has(element))
    const closed = [...open.values()].filter(({ element }) => !now.has(element) && !isDrawn(element))
    open = now
    if (!known) {
      known = true
      return []
    }
    return [...outermost(opened, true, at), ...outermost(closed, false, at)]
  }

  return {
    use(element) {
      // What is open before anything was done was opened by nobody.
      if (!known) look(0, false)
      const beside = surroundings(element)
      const before = new Set(near.flat())
      used = [element, ...used.filter((each) => each !== element)].slice(0, MAX_NEAR)
      near = [beside, ...near].slice(0, MAX_NEAR)
      // What is shown already is no news later, unless it was not when something else beside it was used.
      for (const each of beside) {
        if (!open.has(each) && !before.has(each) && isDrawn(each)) open.set(each, { ...popupOf(each, null), opener: null })
      }
    },
    look(at, nearby) {
      if (!nearby) for (const run of watching) run()
      return look(at, nearby)
    },
    onLook: (run) => void watching.push(run),
    note: (element, opener) => void open.set(element, { ...popupOf(element, Date.now()), opener }),
    around(element) {
      const [whole, beside] = [body(), new Set(near.flat())]
      for (let scope: Element | null = element; scope && scope !== whole; scope = parentElement(scope)) {
        const popup = open.get(scope)
        if (popup && popup.since !== null) return popup
        // Opened so lately that nobody looked since.
        if (!popup && known && (beside.has(scope) || parentElement(scope) === whole)) return popupOf(scope, Date.now())
      }
      return null
    },
    of: (opener) => [...open.values()].filter((popup) => popup.opener === opener && popup.since !== null).toReversed(),
  }
}

/** Stood there before anything was done, as header and content do: whether it still does, the next search will see. */
const isPartOfPage = ({ since, role }: Popup) => since === null && role === 'generic'

/** One change for what opened at once: a list in a box in a portal is a list. */
function outermost(popups: readonly Popup[], shown: boolean, at: number): Change[] {
  // A tooltip follows the pointer, not what is done.
  const said = popups.filter(({ role }) => role !== 'tooltip')
  const named = said.filter(({ role }) => role !== 'generic')
  const heads = (named.length > 0 ? named : said).filter(
    ({ element }, _, all) => !all.some((other) => other.element !== element && contains(other.element, element)),
  )
  return heads.map(({ role }) => ({ shown, role, at }))
}

/** What an element says that it controls, and what stands beside it and its wrappers. */
function surroundings(element: Element): Element[] {
  const root = rootOf(element)
  const ids = ['aria-controls', 'aria-owns', 'popovertarget'].flatMap((name) => attribute(element, name).split(/\s+/, MAX_BESIDE))
  const found = ids.filter((id) => id !== '').map((id) => byId(root, id))
  let scope: Element | null = element
  for (let level = 0; level < MAX_LEVELS && scope; level++, scope = parentElement(scope)) {
    let next = nextElement(scope)
    for (let count = 0; next && count < MAX_BESIDE; count++, next = nextElement(next)) found.push(next)
  }
  return found.filter((each) => each !== null)
}

/** What says that it opens. One query each: a list of selectors takes longer than both. */
function marked(): Element[] {
  const popovers = firstOf(queryAll('[popover]'), MAX_MARKED)
  const all = queryAll('[role]')
  if (all.length <= MAX_MARKED) return [...Array.from(all).filter((element) => ROLES.has(attribute(element, 'role'))), ...popovers]
  return [...Array.from(ROLES).flatMap((role) => firstOf(queryAll(`[role="${role}"]`), MAX_EACH)), ...popovers]
}

/** The last children of an element, where popups are put. */
function childrenOf(element: Element, most: number): Element[] {
  const found: Element[] = []
  for (let child = lastElement(element); child && found.length < most; child = previousElement(child))
    if (localName(child) !== 'script') found.push(child)
  return found
}

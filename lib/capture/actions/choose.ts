/**
 * Choices from lists that pages make themselves: one action for each, on the control that holds the choice. The list may be gone
 * before the browser speaks of a click, so everything is read when the pointer or key goes down.
 */
import { activeAt, formListOf, isControl, isInList, isShut } from '../active.ts'
import { choiceAt, opens, type Choice } from '../choices.ts'
import { growingOf } from '../growing.ts'
import { fieldAt } from '../interactive.ts'
import { nameText } from '../name.ts'
import { is, isConnected, isInside, isVisible } from '../natives.ts'
import type { Page } from '../page.ts'
import { soonOf } from '../soon.ts'
import { stateOf } from '../state.ts'
import type { Point } from '../target.ts'
import { elementOf } from '../element-of.ts'
import { emitSelect, type Listed } from './select.ts'

/** Lists as long as the masker reads. */
const MAX_READ = 40
/** Stands for a text that could not be read: no list with it is one of words. */
const UNREAD = '\0'
/** A pointer that is pressed, dragged over a list and let go of moved further than one that opened it. */
const DRAG_PX = 10
const MOVES = /^(?:Arrow|Page)|^(?:Home|End)$/

type Gesture = {
  choice: Choice
  listed: Listed
  /** `let-go`: what is pressed was released where it chooses; `over`: recorded, or not a choice. */
  state: 'held' | 'let-go' | 'over'
}

export function recordChoices(page: Page): void {
  const soon = soonOf(page)
  let gesture: Gesture | null = null
  let pressed: (Point & { raw: Element }) | null = null
  /** A key chose: the click that it makes, if any, is part of it. */
  let keyed = false
  /** What the pointer chose last, for the second half of a double click. */
  let last: Element | null = null

  const begin = (raw: Element, event: Event, via: Listed['via'], point: Point | null): Gesture | null => {
    const choice = choiceAt(raw, page.popups)
    const [scene, option] = choice ? [page.scene(choice.owner), page.scene(choice.option, point)] : []
    // Keys of a pad are no options: which ones were used is what was typed.
    if (!choice || !scene || !option || option.keypad) return null
    const { all, place, index, mode, multiple } = choice
    const count = Math.max(choice.count, index + 1)
    const isRead = Math.max(all.length, count) <= MAX_READ
    const texts = all.map((each, at) => (isRead || at === place ? (nameText(each) ?? UNREAD) : ''))
    // A list that is not read must not look shorter than it is.
    if (!isRead) texts.push(...Array.from({ length: MAX_READ + 1 - texts.length }, () => ''))
    const at = page.at(event.timeStamp)
    const pointer = via === 'key' ? [] : page.pointer.before(at)
    const listed = { scene, at, until: at, via, mode, multiple, texts, chosen: [place], indices: [index], options: count, option, pointer }
    return { choice, listed, state: 'held' }
  }

  /** @param answered the page has had the time to show what became of it */
  const conclude = (answered: boolean) => {
    const mine = gesture
    if (mine?.state !== 'let-go' || (mine.choice.unsure && !answered)) return
    mine.state = 'over'
    if (mine.choice.unsure) {
      if (!isChosen(mine)) return
      page.claims.retract(mine.listed.at, mine.listed.until)
    }
    page.settle()
    emitSelect(page, mine.listed)
  }
  page.onSettle(() => conclude(false))
  const letGo = (mine: Gesture, event: Event) => {
    mine.state = 'let-go'
    mine.listed.until = page.at(event.timeStamp)
    soon.run(() => {
      if (gesture === mine) conclude(true)
    })
  }

  page.listen('pointerdown', (event) => {
    const raw = elementOf(event)
    pressed = raw && { raw, x: event.clientX, y: event.clientY }
    keyed = false
    last = gesture?.choice.option ?? null
    gesture = raw && event.button === 0 && event.isPrimary ? begin(raw, event, 'pointer', { x: event.clientX, y: event.clientY }) : null
  })
  page.listen('pointercancel', () => {
    gesture = null
  })
  page.listen('pointerup', (event) => {
    const up = elementOf(event)
    if (!up) return
    if (!gesture && pressed && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > DRAG_PX) {
      // Pressed on what opens the list, and let go of on an option.
      const dragged = begin(up, event, 'pointer', { x: event.clientX, y: event.clientY })
      if (dragged && isInside(dragged.choice.owner, pressed.raw)) letGo((gesture = dragged), event)
    }
    if (gesture?.state !== 'held') return
    const { option } = gesture.choice
    // Some lists choose when they are pressed: by now they are gone, and the pointer is on what was under them.
    if (isInside(option, up) || isInside(up, option) || !isConnected(option) || !isVisible(option)) letGo(gesture, event)
    else gesture = null
  })
  page.claims.onClick(({ raw, via, event }) => {
    if (via === 'key') return keyed
    if (!gesture || via !== 'pointer' || !isInside(gesture.choice.option, raw)) return false
    if (event.detail > 1 && last === gesture.choice.option) {
      gesture.state = 'over'
      page.count('merged')
    }
    return !gesture.choice.unsure || gesture.state === 'over'
  })

  /** A list that follows the keys: what they come to rest on is chosen. */
  const following = growingOf<{ element: Element; until: number; listed: Listed }>(page, ({ until, listed }) =>
    emitSelect(page, { ...listed, until }),
  )
  const follow = (element: Element, listed: Listed) => {
    const grown = following.grow(element, listed.at, () => ({ element, until: listed.at, listed }))
    // Began with the first key, and chose with the last.
    if (grown) grown.listed = { ...listed, scene: grown.listed.scene, at: grown.listed.at }
  }

  const chooseBy = (active: Element, event: KeyboardEvent): boolean => {
    const mine = begin(active, event, 'key', null)
    if (!mine) return false
    gesture = mine
    letGo(mine, event)
    if (mine.choice.unsure) return false
    keyed = true
    conclude(true)
    return true
  }
  /** Tab leaves a list, and in some it takes the option with it. */
  const leaveBy = (active: Element, event: KeyboardEvent) => {
    const mine = begin(active, event, 'key', null)
    if (!mine) return
    const { owner, list } = mine.choice
    const before = shownIn(owner)
    soon.run(() => {
      if (owner === list || shownIn(owner) === before) return
      page.claims.retract(mine.listed.at)
      page.settle()
      emitSelect(page, mine.listed)
    })
  }
  /** A list that is shut is changed by keys, too. */
  const changeBy = (control: Element, event: KeyboardEvent) => {
    const before = shownIn(control)
    const scene = page.scene(control)
    soon.run(() => {
      if (!scene || !isShut(control) || shownIn(control) === before) return
      const active = activeAt(control, page.popups)
      const listed = (active && begin(active, event, 'key', null)?.listed) ?? listedOf(formListOf(control), page.at(event.timeStamp))
      if (!listed) return
      page.claims.retract(listed.at)
      follow(control, { ...listed, scene })
    })
  }
  const listedOf = (form: HTMLSelectElement | null, at: number): Omit<Listed, 'scene'> | null => {
    const named = Array.from(form?.options ?? []).filter(({ value }) => value !== '')
    const chosen = [named.findIndex(({ selected }) => selected)]
    const own = { at, until: at, via: 'key', mode: 'aria', multiple: false, option: null } as const
    return chosen[0] === -1
      ? null
      : { ...own, pointer: [], texts: named.map(({ text }) => text), chosen, indices: chosen, options: named.length }
  }

  page.claims.onKey(({ raw, event }) => {
    soon.flush()
    keyed = false
    const { key } = event
    const writes = fieldAt(raw) !== null
    const moves = MOVES.test(key) || (key.length === 1 && !writes)
    if (event.ctrlKey || event.metaKey || event.altKey || !(moves || key === 'Enter' || key === 'Tab')) return false
    const active = activeAt(raw, page.popups)
    if (active && (key === 'Enter' || (key === ' ' && !writes))) return chooseBy(active, event)
    if (active && key === 'Tab') leaveBy(active, event)
    if (!moves) return false
    if (isShut(raw)) {
      changeBy(raw, event)
      return following.current()?.element === raw
    }
    if (active && opensBy(key, active)) return false
    const at = page.at(event.timeStamp)
    const isListed = isInList(raw) || active === raw
    soon.run(() => {
      const now = activeAt(raw, page.popups)
      if (!now || now === active) return
      if (!isListed && !isControl(raw)) page.claims.retract(at)
      if (!is(now, '[aria-selected="true"]')) return
      const mine = begin(now, event, 'key', null)
      // A list that opened for a control takes what it is on only when it is told to.
      if (mine && mine.choice.owner === mine.choice.list && !mine.choice.multiple) follow(mine.choice.list, mine.listed)
    })
    // Not the letters that find an option: how many they are is how much was typed.
    if (isListed && MOVES.test(key)) page.count('merged')
    return isListed
  })
}

/** Did more come of it than that a branch was opened or shut? */
function isChosen({ choice: { option }, listed }: Gesture): boolean {
  const [before, after] = [listed.option?.target?.state, stateOf(option)]
  if (before?.checked !== undefined) return before.checked !== after.checked
  return before?.expanded === after.expanded || before?.selected !== after.selected
}

/** Does this key open or shut the branch that it is on? */
function opensBy(key: string, item: Element): boolean {
  const { expanded } = stateOf(item)
  if (is(item, '[role="treeitem"]')) return (key === 'ArrowRight' && expanded === false) || (key === 'ArrowLeft' && expanded === true)
  return opens(item) && key === (is(item, '[role="menubar"] > *,[role="menubar"] > * > *') ? 'ArrowDown' : 'ArrowRight')
}

/** What a control shows, to see whether it changes; kept nowhere. */
const shownIn = (control: Element): string => (control instanceof HTMLInputElement ? control.value : control.textContent)

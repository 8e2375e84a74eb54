/** Named keys and shortcuts. A key that writes a character is typing, and never recorded here. */
import { NAMED_KEYS, type Modifier, type NamedKey, type Shortcut } from '../../trace/vocabulary.ts'
import { fieldAt, hidesField, interactiveAround } from '../interactive.ts'
import { keypadAround } from '../keypad.ts'
import { contains } from '../natives.ts'
import type { Page } from '../page.ts'
import type { Scene } from '../scene.ts'
import { becameChecked, choiceMovedTo } from '../state.ts'
import { elementOf } from '../element-of.ts'
import { modifiersOf } from '../modifiers.ts'

/** Shortcuts by the letter that makes them with Ctrl or Command. Every other letter is `other`. */
const SHORTCUT_KEYS = new Map<string, Shortcut>([
  ['c', 'copy'],
  ['x', 'cut'],
  ['v', 'paste'],
  ['a', 'select-all'],
  ['z', 'undo'],
  ['y', 'redo'],
  ['f', 'find'],
  ['s', 'save'],
  ['p', 'print'],
  ['b', 'bold'],
  ['i', 'italic'],
  ['u', 'underline'],
  ['k', 'link'],
  ['o', 'open'],
  ['n', 'new'],
  ['r', 'reload'],
])
/** In a field these end in an input event, which `type` records. */
const EDITING_SHORTCUTS: ReadonlySet<Shortcut> = new Set<Shortcut>(['cut', 'paste', 'undo', 'redo'])
/** In a one-line field these act on what is around it; every other named key edits the text. */
const FIELD_KEYS: ReadonlySet<NamedKey> = new Set<NamedKey>([
  'Enter',
  'Escape',
  'Tab',
  'ArrowUp',
  'ArrowDown',
  'PageUp',
  'PageDown',
  'F1',
  'F2',
  'F3',
  'F4',
])
/** Enter is held until it is known whether it wrote a line break or sent a message. */
const EDITOR_KEYS: ReadonlySet<NamedKey> = new Set<NamedKey>(['Enter', 'Escape', 'Tab', 'F1', 'F2', 'F3', 'F4'])
const KNOWN_KEYS: ReadonlySet<string> = new Set(NAMED_KEYS)
const isNamedKey = (key: string): key is NamedKey => KNOWN_KEYS.has(key)

type Held = {
  scene: Scene
  element: Element
  at: number
  until: number
  code: string
  key: NamedKey | null
  shortcut: Shortcut | null
  modifiers: Modifier[]
  repeat: number
  /** The radio button that it moved the choice to. */
  chosen: Scene | null
}

export type PressRecorder = {
  /**
   * A click without a pointer arrived: was it made by the key held just now? `same`: by activating this element, so that the
   * press is the click; `implicit`: by Enter in a field of its form, so that the click is the press.
   */
  claim(element: Element): 'same' | 'implicit' | 'none'
  /** The key held just now scrolled: the scrolling is the action, not the press. */
  claimScroll(): void
  /** The shortcut held just now did this: that is the action. */
  claimShortcut(shortcut: Shortcut): void
}

const SCROLL_KEYS = new Set(['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', ' '])
export const isScrollKey = (key: string) => SCROLL_KEYS.has(key)
/** A key's scrolling begins within a few frames, often after a quick key-up. */
const SCROLL_CLAIM_MS = 200

export function recordPresses(page: Page): PressRecorder {
  let held: Held | null = null
  /** Enter or Space on a key of a pad: the click that follows is all there is to it. */
  let onPad = false
  /** Key that scrolls while it is held: its repeats are the same scrolling. */
  let scrolling: string | null = null

  const commit = () => {
    if (!held) return
    const { scene, at, until, key, shortcut, modifiers, repeat, chosen } = held
    held = null
    // A switch made by the page, which listens to keys itself.
    const checked = key === 'Space' || key === 'Enter' ? becameChecked(scene) : null
    if (checked !== null) return page.emit(scene, { kind: 'check', at, until, checked, via: 'key', pointer: [] })
    if (chosen) return page.emit(chosen, { kind: 'check', at, until, checked: true, via: 'key', pointer: [] })
    page.emit(scene, { kind: 'press', at, until, key, shortcut, modifiers, repeat, pointer: [] })
  }
  page.onSettle(commit)
  page.claims.onRetract((since, until) => {
    if (held && held.at >= since && held.at <= until) held = null
  })

  page.listen('keydown', (event) => {
    onPad = false
    if (event.isComposing) return
    const raw = elementOf(event)
    if (!raw) return
    if (page.claims.isKey({ raw, event })) return
    if (event.repeat && event.code === scrolling) return page.count('merged')
    if (held && event.repeat && held.code === event.code && held.element === raw) {
      // In a field it would say how far a value was moved, or the caret in it.
      if (!fieldAt(raw) && !hidesField(raw)) held.repeat = Math.min(1000, held.repeat + 1)
      held.until = page.at(event.timeStamp)
      return
    }
    const meaning = meaningOf(event, raw)
    if (!meaning) return
    // On a pad, the keys that move over it and press it say which of its keys were meant.
    if (keypadAround(interactiveAround(raw) ?? raw)) {
      onPad = event.key === 'Enter' || event.key === ' '
      return
    }
    // Enter in an editor may turn out to be a line break, which is typing and ends nothing.
    if (!isLineBreak(event, raw)) page.settle()
    const scene = page.scene(interactiveAround(raw) ?? raw)
    const at = page.at(event.timeStamp)
    if (!scene) return
    const mine: Held = {
      scene,
      element: raw,
      at,
      until: at,
      code: event.code,
      repeat: 1,
      modifiers: modifiersOf(event),
      chosen: null,
      ...meaning,
    }
    held = mine
    // What has the focus now may have lost it when the press is over.
    if (mine.key?.startsWith('Arrow'))
      page.later(0, () => {
        const chosen = choiceMovedTo(scene)
        if (chosen) mine.chosen = page.scene(chosen)
      })
  })

  page.listen('input', (event) => {
    const inputType = event instanceof InputEvent ? event.inputType : ''
    if (held?.key === 'Enter' && (inputType === 'insertParagraph' || inputType === 'insertLineBreak')) held = null
  })

  page.listen('keyup', (event) => {
    if (event.code === scrolling) scrolling = null
    const mine = held
    if (!mine || mine.code !== event.code) return
    // Space clicks on key-up, after this event; the click may still claim the press.
    page.later(isScrollKey(event.key) ? SCROLL_CLAIM_MS : 0, () => {
      if (held !== mine) return
      page.settle(commit)
      commit()
    })
  })

  return {
    claim(element) {
      if (onPad) return 'same'
      if (!held) return 'none'
      const toggled = held.key?.startsWith('Arrow') && element instanceof HTMLInputElement && element.type === 'radio'
      const activated = (held.key === 'Enter' || held.key === 'Space') && (held.element === element || contains(element, held.element))
      if (toggled || activated) {
        held = null
        return 'same'
      }
      return held.key === 'Enter' ? 'implicit' : 'none'
    },
    claimScroll() {
      if (!held || (held.key !== 'Space' && !isScrollKey(held.key ?? ''))) return
      scrolling = held.code
      held = null
    },
    claimShortcut(shortcut) {
      if (held?.shortcut === shortcut) held = null
    },
  }
}

/** Plain Enter where a text has more than one line. */
function isLineBreak(event: KeyboardEvent, element: Element): boolean {
  const field = fieldAt(element)
  return event.key === 'Enter' && field !== null && !(field instanceof HTMLInputElement) && modifiersOf(event).length === 0
}

function meaningOf(event: KeyboardEvent, element: Element): Pick<Held, 'key' | 'shortcut'> | null {
  const key = event.key === ' ' ? 'Space' : event.key
  const field = fieldAt(element)
  const command = (event.ctrlKey || event.metaKey) && !event.getModifierState('AltGraph')
  if (isNamedKey(key)) {
    if (hidesField(element)) return key === 'Enter' || key === 'Escape' || key === 'Tab' ? { key, shortcut: null } : null
    if (element instanceof HTMLSelectElement) return key === 'Tab' ? { key, shortcut: null } : null
    if (!field || command || event.altKey) return key === 'Space' && field ? null : { key, shortcut: null }
    const keys = field instanceof HTMLInputElement ? FIELD_KEYS : EDITOR_KEYS
    return keys.has(key) ? { key, shortcut: null } : null
  }
  // Anything longer than one letter is a modifier or a key without a meaning of its own.
  if (!command || [...key].length !== 1) return null
  const shortcut = SHORTCUT_KEYS.get(key.toLowerCase()) ?? 'other'
  return field && EDITING_SHORTCUTS.has(shortcut) ? null : { key: null, shortcut }
}

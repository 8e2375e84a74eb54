/** Controls that are moved along a range, drawn by the browser or by the page, and how far along they are. */
import { fieldKind, isPlain, isSecret } from '../mask/field.ts'
import type { DraftOf } from '../trace/action.ts'
import { factsOf } from './field-facts.ts'
import { interactiveAround } from './interactive.ts'
import { tenthsOf } from './tenths.ts'
import { attribute, boxOf, has, is, nearestShown, parentElement, within } from './natives.ts'

/** Some widgets are sliders by name only. */
const SLIDER = 'input[type="range"],[role="slider"],[role="scrollbar"],[class*="slider-handle"]'
const STEPPER = '[role="spinbutton"],input[type="number"]'
/** The browser's own controls for them, in which keys write no text. */
const PICKER = 'input:is([type="date"],[type="time"],[type="month"],[type="week"],[type="datetime-local"],[type="color"])'
/** Levels from the track of a slider to what holds its thumbs. */
const LEVELS = 3
/** Tracks are narrow, with all that is around them; what is not is not searched. */
const TRACK_PX = 80
/** Thumbs of one track. */
const MAX_THUMBS = 4

/** What a press here may move: the control itself, or the thumbs of the track it is on. */
export function rangesAt(raw: Element): Element[] {
  const own = nearestShown(raw, `${SLIDER},${STEPPER}`, LEVELS)
  if (own) return maySet(own) ? [own] : []
  if (interactiveAround(raw)) return []
  let scope: Element | null = raw
  for (let level = 0; scope && level < LEVELS && isNarrow(scope); level++, scope = parentElement(scope)) {
    const found = within(scope, SLIDER)
    if (found.length > 0) return Array.from(found).slice(0, MAX_THUMBS)
  }
  return []
}

function isNarrow(element: Element): boolean {
  const { width, height } = boxOf(element)
  return Math.min(width, height) <= TRACK_PX
}

export const isSlider = (element: Element): boolean => is(element, SLIDER)

export const isPicker = (element: Element): boolean => is(element, PICKER)
/** A secret is typed, whatever the control for it. */
export const maySet = (element: Element): boolean => isSlider(element) || !isSecret(fieldKind(factsOf(element, false)))
export const isStepper = (element: Element): boolean => is(element, `${STEPPER},${PICKER}`) && maySet(element)

/** Is its value set by this event, not typed? */
export function isStep(event: Event, field: Element): boolean {
  const isTyped = event instanceof InputEvent && event.inputType !== ''
  return is(field, 'input[type="range"]') || (field instanceof HTMLInputElement && isStepper(field) && (isPicker(field) || !isTyped))
}

/** To see whether it moves; kept nowhere. */
export const rangeValue = (element: Element): string =>
  attribute(element, 'aria-valuenow') ||
  (element instanceof HTMLInputElement ? element.value : attribute(element, 'aria-valuetext') || attribute(element, 'style'))

export function rangeControl(element: Element): DraftOf<'set'>['control'] {
  const type = element instanceof HTMLInputElement ? element.type : ''
  if (type === 'range' || type === 'time' || type === 'color') return type
  if (isPicker(element) || has(element, 'contenteditable')) return 'date'
  return is(element, SLIDER) ? 'slider' : 'number'
}

/** Tenths of the way from its lowest value to its highest; null where it has none, or where they would tell what was typed. */
export function rangePosition(element: Element): number | null {
  if (isPicker(element) || has(element, 'contenteditable')) return null
  const slides = isSlider(element)
  if (!slides && !isPlain(fieldKind(factsOf(element, false)))) return null
  const bound = (name: string, initial: string) =>
    attribute(element, `aria-value${name}`) || attribute(element, name) || (slides ? initial : '')
  const [low, high, value] = [bound('min', '0'), bound('max', '100'), rangeValue(element)]
  return low === '' || high === '' || value === '' ? null : tenthsOf(Number(low), Number(high), Number(value))
}

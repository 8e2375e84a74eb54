/** Controls that are moved along a range, drawn by the browser or by the page, and how far along they are. */
import { fieldKind, isPlain, isSecret } from '../mask/field.ts'
import type { DraftOf } from '../trace/action.ts'
import { factsOf } from './field-facts.ts'
import { interactiveAround } from './interactive.ts'
import { attribute, has, is, nearestShown, parentElement, within } from './natives.ts'

const SLIDER = 'input[type="range"],[role="slider"],[role="scrollbar"]'
const STEPPER = '[role="spinbutton"],input[type="number"]'
/** The browser's own controls for them, in which keys write no text. */
const PICKER = 'input:is([type="date"],[type="time"],[type="month"],[type="week"],[type="datetime-local"],[type="color"])'
/** Levels from the track of a slider to what holds its thumbs. */
const LEVELS = 3
/** Thumbs of one track. */
const MAX_THUMBS = 4

/** What a press here may move: the control itself, or the thumbs of the track it is on. */
export function rangesAt(raw: Element): Element[] {
  const own = nearestShown(raw, `${SLIDER},${STEPPER}`, LEVELS)
  if (own) return isSlider(own) || isStepper(own) ? [own] : []
  if (interactiveAround(raw)) return []
  let scope: Element | null = raw
  for (let level = 0; scope && level < LEVELS; level++, scope = parentElement(scope)) {
    const found = within(scope, SLIDER)
    if (found.length > 0) return Array.from(found).slice(0, MAX_THUMBS)
  }
  return []
}

export const isSlider = (element: Element): boolean => is(element, SLIDER)

export const isPicker = (element: Element): boolean => is(element, PICKER)
/** A secret is typed, whatever the control for it. */
export const isStepper = (element: Element): boolean => is(element, `${STEPPER},${PICKER}`) && !isSecret(fieldKind(factsOf(element, false)))

/** Is its value set by this event, not typed? */
export function isStep(event: Event, field: Element): boolean {
  const isTyped = event instanceof InputEvent && event.inputType !== ''
  return is(field, 'input[type="range"]') || (field instanceof HTMLInputElement && isStepper(field) && (isPicker(field) || !isTyped))
}

/** To see whether it moves; kept nowhere. */
export const rangeValue = (element: Element): string =>
  attribute(element, 'aria-valuenow') || (element instanceof HTMLInputElement ? element.value : attribute(element, 'aria-valuetext'))

export function rangeControl(element: Element): DraftOf<'set'>['control'] {
  const type = element instanceof HTMLInputElement ? element.type : ''
  if (type === 'range' || type === 'time' || type === 'color') return type
  if (isPicker(element) || is(element, '[contenteditable]')) return 'date'
  return is(element, SLIDER) ? 'slider' : 'number'
}

/** Tenths of the way from its lowest value to its highest; null where it has none, or where they would tell what was typed. */
export function rangePosition(element: Element): number | null {
  if (isPicker(element) || has(element, 'contenteditable')) return null
  const slides = isSlider(element)
  if (!slides && !isPlain(fieldKind(factsOf(element, false)))) return null
  const bound = (name: string, initial: string) => attribute(element, `aria-value${name}`) || attribute(element, name) || (slides ? initial : '')
  const [low, high, value] = [bound('min', '0'), bound('max', '100'), rangeValue(element)]
  const way = (Number(value) - Number(low)) / (Number(high) - Number(low))
  return low === '' || high === '' || value === '' || !Number.isFinite(way) ? null : Math.round(10 * Math.min(1, Math.max(0, way)))
}

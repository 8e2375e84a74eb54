/** Controls moved along a range: one action for each drag or run of keys. Where it ended is kept in tenths, its value never. */
import { growingOf } from '../growing.ts'
import { handOf, type Hand } from '../hand.ts'
import { is, nearestShown } from '../natives.ts'
import type { Page } from '../page.ts'
import { isPicker, isSlider, isStep, isStepper, maySet, rangeControl, rangePosition, rangesAt, rangeValue } from '../ranges.ts'
import type { Scene } from '../scene.ts'
import { soonOf } from '../soon.ts'
import { elementOf } from '../element-of.ts'

const STEPS = /^(?:Arrow|Page)(?:Up|Down)$/
const SLIDES = /^(?:Arrow|Page)|^(?:Home|End)$/
/** Around the parts of a date. */
const GROUP = '[role="group"]'
const LEVELS = 4

type Move = { element: Element; control: Element; scene: Scene; position: number | null; at: number; until: number; via: Hand['via'] }
type Range = { control: Element; value: string; scene: Scene | null }

export function recordSets(page: Page): void {
  const soon = soonOf(page)
  const hand = handOf(page)
  let pressed: { at: number; held: boolean; ranges: Range[] } | null = null
  const growing = growingOf<Move>(page, ({ scene, control, position, at, until, via }) => {
    const pointer = via === 'key' ? [] : page.pointer.before(at)
    page.emit(scene, { kind: 'set', at, until, control: rangeControl(control), position, via, pointer })
  })

  const rangeOf = (control: Element): Range => ({ control, value: rangeValue(control), scene: page.scene(control) })
  const hasMoved = ({ control, value }: Range) => rangeValue(control) !== value
  const moved = (control: Element, via: Hand['via'], at: number, until: number, taken: Scene | null) => {
    page.claims.retract(at, until)
    if (growing.current()?.via !== via) page.settle()
    const element = visitOf(control)
    const grown = growing.grow(element, until, () => {
      const scene = taken ?? page.scene(control)
      return scene && { element, control, scene, position: null, at, until, via }
    })
    if (grown) grown.position = rangePosition(control)
  }

  page.listen('pointerdown', (event) => {
    const raw = event.button === 0 ? elementOf(event) : null
    const ranges = raw ? rangesAt(raw) : []
    pressed = ranges.length === 0 ? null : { at: page.at(event.timeStamp), held: true, ranges: ranges.map(rangeOf) }
  })
  page.listen('pointerup', (event) => {
    const mine = pressed
    if (!mine) return
    const until = page.at(event.timeStamp)
    mine.held = false
    // After the click that may follow, and after the page has drawn what was moved.
    soon.run(() => {
      for (const { control, scene } of mine.ranges.filter(hasMoved)) moved(control, 'pointer', mine.at, until, scene)
    })
  })
  page.claims.onClick(({ via }) => via === 'pointer' && pressed !== null && pressed.ranges.some(hasMoved))

  page.listen('input', (event) => {
    const field = elementOf(event)
    // While it is held it has not arrived yet.
    if (!field || !isStep(event, field) || (pressed?.held && pressed.ranges.some(({ control }) => control === field))) return
    const at = page.at(event.timeStamp)
    const { via, at: pressedAt } = hand()
    // A picker may have been open for long.
    const since = via === 'key' ? pressedAt : at
    moved(field, via, since, via === 'key' ? since : at, null)
  })

  page.claims.onKey(({ raw, event }) => {
    soon.flush()
    const { key } = event
    if (event.ctrlKey || event.metaKey || event.altKey) return false
    const at = page.at(event.timeStamp)
    if (isPicker(raw)) {
      // From one part of a date to the next.
      if (key === 'Tab') soon.run(() => is(raw, ':focus') && page.claims.retract(at))
      return STEPS.test(key) && isStepper(raw)
    }
    const steps = STEPS.test(key) && raw instanceof HTMLInputElement && isNumber(rangeValue(raw))
    const slides = isSlider(raw) && SLIDES.test(key)
    const isPart = is(raw, '[role="spinbutton"]') && !(raw instanceof HTMLInputElement)
    if ((!slides && !steps && !isPart) || !maySet(raw)) return false
    const { value, scene } = rangeOf(raw)
    soon.run(() => {
      const now = rangeValue(raw)
      // Texts that a key changes are suggestions, unless they are numbers.
      if (now !== value && (!steps || isNumber(now))) moved(raw, 'key', at, at, scene)
    })
    return slides || (steps && (isStepper(raw) || growing.current()?.element === raw))
  })
}

/** The parts of a date are visited as one. */
const visitOf = (control: Element): Element => (is(control, '[contenteditable]') && nearestShown(control, GROUP, LEVELS)) || control

const isNumber = (text: string) => text !== '' && Number.isFinite(Number(text))

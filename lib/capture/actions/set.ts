/** Controls moved along a range: one action for each drag or run of keys. Where it ended is kept in tenths, its value never. */
import type { PointerPoint } from '../../trace/action.ts'
import { growingOf } from '../growing.ts'
import { handOf } from '../hand.ts'
import { fieldAt } from '../interactive.ts'
import { is, nearestShown } from '../natives.ts'
import type { Page } from '../page.ts'
import { isPicker, isSlider, isStep, isStepper, rangeControl, rangePosition, rangesAt, rangeValue } from '../ranges.ts'
import type { Scene } from '../scene.ts'
import { elementOf } from './click.ts'

const STEPS = /^(?:Arrow|Page)(?:Up|Down)$/
const SLIDES = /^(?:Arrow|Page)|^(?:Home|End)$/
/** Around the parts of a date. */
const GROUP = '[role="group"]'
const LEVELS = 4

type Move = { element: Element; control: Element; scene: Scene; at: number; until: number; via: 'pointer' | 'key'; pointer: PointerPoint[] }
type Range = { control: Element; value: string; scene: Scene | null }

export function recordSets(page: Page): void {
  const hand = handOf(page)
  let pressed: { at: number; held: boolean; ranges: Range[] } | null = null
  const growing = growingOf<Move>(page, ({ scene, control, at, until, via, pointer }) => {
    page.emit(scene, { kind: 'set', at, until, control: rangeControl(control), position: rangePosition(control), via, pointer })
  })

  const rangeOf = (control: Element): Range => ({ control, value: rangeValue(control), scene: page.scene(control) })
  const hasMoved = ({ control, value }: Range) => rangeValue(control) !== value
  const moved = (control: Element, since: number, until: number, taken: Scene | null) => {
    page.claims.retract(since)
    growing.grow(visitOf(control), until, () => {
      const scene = taken ?? page.scene(control)
      const { via } = hand()
      return scene && { element: visitOf(control), control, scene, at: since, until, via, pointer: via === 'key' ? [] : page.pointer.before(since) }
    })
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
    page.later(0, () => {
      for (const { control, scene } of mine.ranges.filter(hasMoved)) moved(control, mine.at, until, scene)
    })
  })
  page.claims.onClick(({ via }) => via === 'pointer' && pressed !== null && pressed.ranges.some(hasMoved))

  page.listen('input', (event) => {
    const field = elementOf(event)
    // While it is held it has not arrived yet.
    if (!field || !isStep(event, field) || (pressed?.held && pressed.ranges.some(({ control }) => control === field))) return
    const at = page.at(event.timeStamp)
    const { via, at: since } = hand()
    moved(field, via === 'key' ? since : at, at, null)
  })

  page.claims.onKey(({ raw, event }) => {
    const { key } = event
    if (event.ctrlKey || event.metaKey || event.altKey) return false
    const at = page.at(event.timeStamp)
    if (isPicker(raw)) {
      // From one part of a date to the next.
      if (key === 'Tab') page.later(0, () => is(raw, ':focus') && page.claims.retract(at))
      return STEPS.test(key) && isStepper(raw)
    }
    const steps = STEPS.test(key) && fieldAt(raw) !== null
    const slides = isSlider(raw) && SLIDES.test(key)
    const isPart = isStepper(raw) && fieldAt(raw) === null || is(raw, '[role="spinbutton"][contenteditable]')
    if (!slides && !steps && !isPart) return false
    const { value, scene } = rangeOf(raw)
    page.later(0, () => {
      const now = rangeValue(raw)
      // Texts that a key changes are suggestions, unless they are numbers.
      if (now !== value && (slides || isPart || (isNumber(now) && isNumber(value)))) moved(raw, at, at, scene)
    })
    return slides || (steps && (isStepper(raw) || growing.isGrowing(raw)))
  })
}

/** The parts of a date are visited as one. */
const visitOf = (control: Element): Element => (is(control, '[contenteditable]') && nearestShown(control, GROUP, LEVELS)) || control

const isNumber = (text: string) => text !== '' && Number.isFinite(Number(text))

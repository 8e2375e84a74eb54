/** One movement of one hand: a stream of positions, as `pointermove` gives it. */
import type { Pointer } from './pointers.ts'
import type { Random } from './random.ts'

export type Spot = { x: number; y: number }
/** ms since the session began, CSS px. */
export type Move = Spot & { at: number }

/** Today's hand: slower or faster, with more or less patience, than the person is on average; and the mouse it moves. */
export type Form = { speed: number; dwell: number; mood: number; tremor: number; bow: number; offset: Spot; sampleMs: number }

export function formOf(random: Random): Form {
  return {
    speed: random.logNormal(1, 0.06),
    dwell: random.logNormal(1, 0.12),
    mood: random.logNormal(1, 0.2),
    tremor: random.logNormal(1, 0.12),
    bow: random.normal(0, 0.008),
    offset: { x: random.normal(0, 0.02), y: random.normal(0, 0.02) },
    // Between 60 and 125 Hz, drawn for each session: it is the device's, not the person's.
    sampleMs: 1000 / (60 + 65 * random.next()),
  }
}

/** @param width size of the target along the movement, px @returns the positions; the last is `to`, at the time of arrival */
export function movement(pointer: Pointer, form: Form, at: number, from: Spot, to: Spot, width: number, random: Random): Move[] {
  const distance = Math.hypot(to.x - from.x, to.y - from.y)
  if (distance < 2) return []
  const bits = Math.log2(distance / width + 1)
  const takes = random.logNormal((pointer.intercept + pointer.perBit * bits) * form.speed, pointer.moveSpread)
  const over = random.chance(pointer.overshoots)
  const reach = over ? 1 + Math.abs(random.normal(pointer.miss, 0.02)) : 1 - Math.abs(random.normal(pointer.miss * 0.6, 0.02))
  const first = { x: from.x + (to.x - from.x) * reach, y: from.y + (to.y - from.y) * reach }
  const angle = Math.atan2(to.y - from.y, to.x - from.x)
  const bow = pointer.bow + form.bow + pointer.wristBow * Math.cos(angle - pointer.wristAngle) + random.normal(0, 0.035)
  const main = stroke(pointer, form, at, from, first, takes, bow, random)
  // Close enough to the target that no second look is needed.
  if (distance * Math.abs(reach - 1) < width / 4) return [...main, { at: at + takes, ...whole(to) }]
  const pause = random.logNormal(60, 0.4)
  const correction = random.logNormal(pointer.correctionMs * form.speed, 0.25)
  const rest = stroke(pointer, form, at + takes + pause, first, to, correction, 0, random)
  return [...main, ...rest, { at: at + takes + pause + correction, ...whole(to) }]
}

function stroke(
  pointer: Pointer,
  { sampleMs, tremor }: Form,
  at: number,
  from: Spot,
  to: Spot,
  takes: number,
  bow: number,
  random: Random,
): Move[] {
  const phase = 2 * Math.PI * random.next()
  const shake = pointer.tremorPx * tremor
  const moves: Move[] = []
  for (let time = sampleMs * random.next(); time < takes; time += sampleMs) {
    const part = (time / takes) ** pointer.skew
    // Minimum jerk: Flash and Hogan 1985.
    const way = part ** 3 * (10 - 15 * part + 6 * part ** 2)
    const side = bow * Math.sin(Math.PI * way)
    const wave = (2 * Math.PI * pointer.tremorHz * time) / 1000 + phase
    const x = from.x + (to.x - from.x) * way - (to.y - from.y) * side + shake * Math.sin(wave) + random.normal(0, 0.2)
    const y = from.y + (to.y - from.y) * way + (to.x - from.x) * side + shake * Math.cos(wave * 1.1) + random.normal(0, 0.2)
    moves.push({ at: at + time, ...whole({ x, y }) })
  }
  return moves
}

/** Browsers give whole CSS pixels on an ordinary display. */
const whole = ({ x, y }: Spot): Spot => ({ x: Math.round(x), y: Math.round(y) })

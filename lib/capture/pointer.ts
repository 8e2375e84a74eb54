/** The approach path: the pointer's last two seconds, at 10 Hz on an 8 px grid. Finer would say whose hand it was. */
import type { PointerPoint } from '../trace/action.ts'
import { LIMITS, POINTER_STEP_PX, TIME_STEP_MS } from '../trace/vocabulary.ts'

const WINDOW_MS = 2000
const SAMPLES = WINDOW_MS / TIME_STEP_MS

export type PointerPath = {
  /** @param at event time, ms */
  move(at: number, x: number, y: number): void
  /** Path of the two seconds before `at`, oldest first, thinned to the limit. */
  before(at: number): PointerPoint[]
  /** Forgets the path so far, and from now on whatever of it lies in a box: on a keypad it says which keys were pressed. */
  avoid(box: { left: number; top: number; right: number; bottom: number }): void
}

export function pointerPath(): PointerPath {
  const times = new Float64Array(SAMPLES)
  const xs = new Float64Array(SAMPLES)
  const ys = new Float64Array(SAMPLES)
  let next = 0
  let last = -Infinity
  let avoided = { left: 0, top: 0, right: 0, bottom: 0 }
  const isAvoided = (x: number, y: number) => x >= avoided.left && x <= avoided.right && y >= avoided.top && y <= avoided.bottom
  return {
    move(at, x, y) {
      if (at - last < TIME_STEP_MS || isAvoided(x, y)) return
      last = at
      times[next % SAMPLES] = at
      xs[next % SAMPLES] = x
      ys[next % SAMPLES] = y
      next++
    },
    avoid(box) {
      avoided = box
      next = 0
    },
    before(at) {
      const points: PointerPoint[] = []
      for (let i = Math.max(0, next - SAMPLES); i < next; i++) {
        const age = round(at - (times[i % SAMPLES] ?? 0), TIME_STEP_MS)
        if (age < 0 || age > WINDOW_MS) continue
        points.push([age, round(xs[i % SAMPLES] ?? 0, POINTER_STEP_PX), round(ys[i % SAMPLES] ?? 0, POINTER_STEP_PX)])
      }
      const every = Math.ceil(points.length / LIMITS.pointerPoints)
      return points.filter((_, index) => (points.length - 1 - index) % every === 0)
    },
  }
}

/** Nearest multiple; `+ 0` turns the -0 that rounding makes into 0. */
const round = (value: number, step: number) => Math.round(value / step) * step + 0

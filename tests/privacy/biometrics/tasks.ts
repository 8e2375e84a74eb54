/** What everybody is asked to do: the same for all, in an order of each session's own, so that the task tells nobody. */
import { randomFrom } from './random.ts'

/** About 250 keys, of every size class that typing is kept in. */
export const TEXTS = [
  'lisbon',
  'monday',
  'invoice draft',
  'travel budget',
  'north region',
  'please send the signed form before friday',
  'the meeting moves to the large room on the second floor',
  'ask the supplier for a new quote and compare the price with last year',
] as const

export type Box = { x: number; y: number; width: number; height: number }
/** Something to click, and whether it opens with two clicks. */
export type Place = { box: Box; double: boolean }

/** Icons, buttons, links, fields and rows, as wide and high as they are on pages. */
const SHAPES = [
  [24, 24],
  [36, 36],
  [96, 36],
  [140, 32],
  [72, 20],
  [220, 18],
  [320, 40],
  [640, 48],
] as const

/** 32 targets spread over a window of 1300 x 800. */
export const PLACES: readonly Place[] = Array.from({ length: 32 }, (_, place) => {
  const random = randomFrom(17, place)
  const [width, height] = SHAPES[place % SHAPES.length] ?? SHAPES[0]
  const box = { x: random.below(1300 - width), y: random.below(800 - height), width, height }
  // Rows open with two clicks.
  return { box, double: width === 640 }
})

/** Scroll positions to reach, px from the top. */
export const GOALS = [900, 2600, 300, 1800, 0, 3400] as const

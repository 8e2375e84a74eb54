/** What the fingers do on a QWERTY keyboard, as far as timing depends on it. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const
/** Finger of each column, from the left little finger; 4 and 5 are the index fingers. */
const FINGERS = [0, 1, 2, 3, 3, 4, 4, 5, 6, 7] as const

type Place = { row: number; finger: number }
const places = new Map<string, Place>(
  ROWS.flatMap((keys, row) => [...keys].map((key, column): [string, Place] => [key, { row, finger: FINGERS[column] ?? 7 }])),
)

export type KeyClass = 'left' | 'right' | 'space' | 'edit'

export function keyClass(key: string): KeyClass {
  if (key === ' ') return 'space'
  const place = places.get(key)
  if (!place) return 'edit'
  return place.finger < 4 ? 'left' : 'right'
}

export const PAIR_CLASSES = ['double', 'same-finger', 'same-hand', 'alternate', 'from-space', 'to-space', 'edit'] as const
export type PairClass = (typeof PAIR_CLASSES)[number]

/** Letter pairs typed by different hands come fastest, those of one finger slowest (Dhakal 2018; Salthouse 1986). */
export function pairClass(before: string, key: string): PairClass {
  const first = places.get(before)
  const second = places.get(key)
  if (key === ' ' && first) return 'to-space'
  if (before === ' ' && second) return 'from-space'
  if (!first || !second) return 'edit'
  if (before === key) return 'double'
  if (first.finger === second.finger) return 'same-finger'
  return first.finger < 4 === second.finger < 4 ? 'same-hand' : 'alternate'
}

import type { Size } from '../trace/vocabulary.ts'

/** Size class of a length, from design §4; the classes are wide so that a length does not give a text away. */
export function sizeOf(length: number): Size {
  if (length <= 0) return '0'
  if (length <= 3) return '1-3'
  if (length <= 8) return '4-8'
  return length <= 20 ? '9-20' : '21+'
}

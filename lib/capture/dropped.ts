/** What something was dropped on. */
import { interactiveAround } from './interactive.ts'
import { isInside, nearest } from './natives.ts'

/** Parts of a text or picture: whatever is dropped on them is dropped on what they stand in. */
const WHOLE = ':not(b,code,em,i,img,small,span,strong,svg,svg *)'

/** @param source what was dragged: what is around it cannot be meant as a whole */
export function placeOf(hit: Element, source: Element | null): Element {
  const around = interactiveAround(hit)
  return around && !(source && isInside(around, source)) ? around : (nearest(hit, WHOLE) ?? hit)
}

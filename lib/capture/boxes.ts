/** What places on the screen tell: whether something followed the pointer that held it, and what belongs together. Pure. */

/** A hand that shakes while it clicks moves less. */
const DRAG_PX = 5
/** Between a control and what it shows there is room for an arrow. */
const GAP_PX = 24

type Corner = { left: number; top: number }
type Box = Corner & { right: number; bottom: number }
export type Travel = { x: number; y: number }

export const isDragged = ({ x, y }: Travel): boolean => Math.hypot(x, y) >= DRAG_PX

/**
 * Along one axis at least: many things move along one only. What went much further than the pointer was not held, it was pushed away
 * by something that came before it.
 */
export function follows(before: Corner, after: Corner, { x, y }: Travel): boolean {
  return goesWith(after.left - before.left, x) || goesWith(after.top - before.top, y)
}

function goesWith(moved: number, travelled: number): boolean {
  const way = moved * Math.sign(travelled)
  return way >= DRAG_PX && way <= 2 * Math.abs(travelled)
}

export const isNextTo = (a: Box, b: Box): boolean => isNear(a.left, a.right, b.left, b.right) && isNear(a.top, a.bottom, b.top, b.bottom)

/** Do two stretches of one axis overlap, or almost? */
const isNear = (start: number, end: number, otherStart: number, otherEnd: number) =>
  start <= otherEnd + GAP_PX && otherStart <= end + GAP_PX

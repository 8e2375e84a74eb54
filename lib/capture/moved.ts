/** Did something follow the pointer that held it? Pure. */

/** A hand that shakes while it clicks moves less. */
export const DRAG_PX = 5

type Corner = { left: number; top: number }
export type Travel = { x: number; y: number }

export const isDragged = ({ x, y }: Travel): boolean => Math.hypot(x, y) >= DRAG_PX

/**
 * Along one axis at least: many things move along one only. What moves on by much more was not held, it was pushed away by what
 * the page put before it.
 */
export function follows(before: Corner, after: Corner, { x, y }: Travel): boolean {
  return goesWith(after.left - before.left, x) || goesWith(after.top - before.top, y)
}

function goesWith(moved: number, travelled: number): boolean {
  const way = moved * Math.sign(travelled)
  return way >= DRAG_PX && way <= 2 * Math.abs(travelled)
}

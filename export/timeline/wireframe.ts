import type { Action } from '../../lib/trace/action.ts'
import type { Sequence } from '../../lib/trace/schema.ts'
import type { Target } from '../../lib/trace/target.ts'
import { html, type Html } from './html.ts'

/** Taller than any screen is wide: a window of another shape would make a row of the list too high to scan. */
const MAX_RATIO = 1
const MARGIN_PX = 12

type Size = Sequence['viewport']

function box({ box: { x, y, width, height } }: Target, name: string): Html {
  // A control of a few pixels would vanish at a tenth of its size.
  const [w, h] = [Math.max(width, 60), Math.max(height, 40)]
  return html`<rect class="${name}" x="${x - (w - width) / 2}" y="${y - (h - height) / 2}" width="${w}" height="${h}" rx="6" />`
}

const pointOf = ({ box: { x, y, width, height }, point }: Target) => ({
  x: x + (width * (point?.x ?? 5)) / 10,
  y: y + (height * (point?.y ?? 5)) / 10,
})

function path({ pointer }: Action, end: { x: number; y: number } | null): Html | null {
  const points = [...pointer.map(([, x, y]) => `${x},${y}`), ...(end && pointer.length > 0 ? [`${end.x},${end.y}`] : [])]
  const [first] = pointer
  if (!first) return null
  // One point is no way.
  const way = points.length > 1 ? html`<polyline class="approach" points="${points.join(' ')}" />` : null
  return html`${way}<circle class="start" cx="${first[1]}" cy="${first[2]}" r="12" />`
}

/** Which way the content moved, as an arrow at the edge of the window. */
function movement(action: Action, { width, height }: Size): Html | null {
  if (action.kind !== 'scroll' || action.from?.y === action.to.y) return null
  const down = action.to.y >= (action.from?.y ?? 0)
  const [from, to] = down ? [0.3, 0.7] : [0.7, 0.3]
  const x = width - 90
  const head = down ? -40 : 40
  return html`<path class="movement" d="M${x} ${height * from}V${height * to}m-40 ${head}l40 ${-head}l40 ${head}" />`
}

/**
 * The window with the target in it, where it was touched and how the pointer came. Nothing of the page is drawn, because
 * nothing of it is known. Boxes in a frame are placed as in the frame, which is then drawn with a broken line.
 */
export function wireframe(action: Action, viewport: Size): Html | null {
  const { target, frame } = action
  if (!target || viewport.width === 0 || viewport.height === 0) return null
  const { width } = viewport
  const height = Math.min(viewport.height, width * MAX_RATIO)
  const option = action.kind === 'select' ? action.option : null
  // Where there is an option as an element, it is what the pointer came for.
  const touched = option ?? target
  const point = touched.point ? pointOf(touched) : null
  const destination = action.kind === 'drag' ? action.destination : null
  const drop = destination && pointOf(destination)
  const start = pointOf(target)
  const label = `Window of ${viewport.width} by ${viewport.height} px with the target at ${target.box.x}, ${target.box.y}, ${target.box.width} by ${target.box.height} px`
  return html`<svg
    class="wireframe"
    role="img"
    aria-label="${label}"
    viewBox="${-MARGIN_PX} ${-MARGIN_PX} ${width + 2 * MARGIN_PX} ${height + 2 * MARGIN_PX}"
  >
    <rect class="${frame.length > 0 ? 'window framed' : 'window'}" width="${width}" height="${height}" rx="20" />
    ${box(target, 'target')} ${option && box(option, 'target')} ${destination && box(destination, 'target')}
    ${drop && html`<path class="drop" d="M${start.x} ${start.y}L${drop.x} ${drop.y}" />`} ${path(action, point)}
    ${movement(action, { width, height })} ${point && html`<circle class="point" cx="${point.x}" cy="${point.y}" r="22" />`}
  </svg>`
}

import { i18n } from '#i18n'
import type { Action } from '../../../lib/trace/action.ts'
import type { Sequence } from '../../../lib/trace/schema.ts'
import type { Target } from '../../../lib/trace/target.ts'

/** Taller than a window is wide, a picture would make a row of the list too high to scan. */
const MAX_RATIO = 1
const MARGIN_PX = 12
/** A control of a few pixels would vanish at a tenth of its size. */
const SMALLEST = { width: 60, height: 40 }

/**
 * The window with the target in it, where it was touched and how the pointer came. Nothing of the page is drawn, because nothing of it is
 * known. Boxes in a frame are placed as in the frame, which is then drawn with a broken line.
 */
export function Wireframe({ action, viewport }: { action: Action; viewport: Sequence['viewport'] }) {
  const { target, frame, pointer } = action
  if (!target || viewport.width === 0 || viewport.height === 0) return null
  const { width } = viewport
  const height = Math.min(viewport.height, width * MAX_RATIO)
  const option = action.kind === 'select' ? action.option : null
  const destination = action.kind === 'drag' ? action.destination : null
  // Where there is an option as an element, it is what the pointer came for.
  const touched = option ?? target
  const point = touched.point ? pointOf(touched) : null
  const way = [...pointer.map(([, x, y]) => ({ x, y })), ...(point && pointer.length > 0 ? [point] : [])]
  const [first] = way
  const { x, y, width: w, height: h } = target.box
  const [from, drop] = [pointOf(target), destination && pointOf(destination)]
  return (
    <svg
      class="wireframe"
      role="img"
      aria-label={i18n.t('traces.window', {
        width: `${width}`,
        height: `${viewport.height}`,
        x: `${x}`,
        y: `${y}`,
        w: `${w}`,
        h: `${h}`,
      })}
      viewBox={`${-MARGIN_PX} ${-MARGIN_PX} ${width + 2 * MARGIN_PX} ${height + 2 * MARGIN_PX}`}
    >
      <rect class={frame.length > 0 ? 'window framed' : 'window'} width={width} height={height} rx={20} />
      {[target, option, destination].map((each, place) => each && <Box key={place} target={each} />)}
      {drop && <path class="way" d={`M${from.x} ${from.y}L${drop.x} ${drop.y}`} />}
      {way.length > 1 && <polyline class="way" points={way.map((each) => `${each.x},${each.y}`).join(' ')} />}
      {first && <circle class="start" cx={first.x} cy={first.y} r={12} />}
      {point && <circle class="point" cx={point.x} cy={point.y} r={22} />}
    </svg>
  )
}

function Box({ target: { box } }: { target: Target }) {
  const [w, h] = [Math.max(box.width, SMALLEST.width), Math.max(box.height, SMALLEST.height)]
  return <rect class="target" x={box.x - (w - box.width) / 2} y={box.y - (h - box.height) / 2} width={w} height={h} rx={6} />
}

function pointOf({ box: { x, y, width, height }, point }: Target) {
  return { x: x + (width * (point?.x ?? 5)) / 10, y: y + (height * (point?.y ?? 5)) / 10 }
}

import type { SnapshotElement } from '../../trace/snapshot.ts'
import { SNAPSHOT_LIMITS } from '../../trace/snapshot-vocabulary.ts'
import { COARSE_STEP_PX, POINTER_STEP_PX } from '../../trace/vocabulary.ts'

export type Box = { x: number; y: number; width: number; height: number }

/** Exact sizes measure a text that is masked, and exact places a person's window: both are kept on a grid of 8 px. */
export function gridBox({ x, y, width, height }: Box): Box {
  const grid = (value: unknown) => step(value, POINTER_STEP_PX)
  return { x: grid(x), y: grid(y), width: Math.max(0, grid(width)), height: Math.max(0, grid(height)) }
}

/** Scroll position in steps of 100 px; null at the beginning. */
export function gridScroll(left: unknown, top: unknown): SnapshotElement['scroll'] {
  const x = step(left, COARSE_STEP_PX)
  const y = step(top, COARSE_STEP_PX)
  return x === 0 && y === 0 ? null : { x, y }
}

/** Nearest multiple; 0 for what is no number, and `+ 0` turns the -0 that rounding makes into 0. */
function step(value: unknown, size: number): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 0
  const within = Math.min(SNAPSHOT_LIMITS.px, Math.max(-SNAPSHOT_LIMITS.px, value))
  return Math.round(within / size) * size + 0
}

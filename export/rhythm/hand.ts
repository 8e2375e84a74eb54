import type { Action, Effect, PointerPoint } from '../../lib/trace/action.ts'
import type { Target } from '../../lib/trace/target.ts'

/** Coarse enough that where a hand rests between two actions says which control it came from, and not more. */
const ORIGIN_STEP_PX = 64

/**
 * The action without what the hand put into it: how long it took, how it came, where exactly it touched, how often it went wrong.
 * How long the page took goes as well: how fast a machine and its line are says whose they may be.
 */
export function withoutHand(action: Action): Action {
  const effects = action.effects.map(untimed)
  const still = { pause: null, wait: null, effects, target: untouched(action.target), pointer: origin(action.pointer) }
  switch (action.kind) {
    case 'type':
      return { ...action, ...still, deletes: null, pauses: null, durationMs: null }
    case 'scroll':
      return { ...action, ...still, cause: null }
    case 'hover':
      return { ...action, ...still, dwellMs: null }
    case 'select':
      return { ...action, ...still, option: untouched(action.option) }
    case 'drag':
      return { ...action, ...still, destination: untouched(action.destination) }
    default:
      return { ...action, ...still }
  }
}

const untimed = (effect: Effect): Effect => ({ ...effect, settleMs: null })

const untouched = (target: Target | null): Target | null => target && { ...target, point: null }

/** Where the pointer came from, at no time. */
function origin([first]: PointerPoint[]): PointerPoint[] {
  if (!first) return []
  const [, x, y] = first
  // Adding 0 makes -0, which JSON does not know, an ordinary 0.
  const coarse = (px: number) => Math.round(px / ORIGIN_STEP_PX) * ORIGIN_STEP_PX + 0
  return [[0, coarse(x), coarse(y)]]
}

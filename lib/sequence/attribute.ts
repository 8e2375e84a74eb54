/**
 * Which of what was seen followed from which action: everything from its beginning to that of the next. An action waits here for
 * that, and leaves once and in order. Pure; `lib/capture` says what was done and what was seen.
 */
import type { Effect } from '../trace/action.ts'
import { LIMITS, SETTLE_MS, TIME_STEP_MS, type ActionKind } from '../trace/vocabulary.ts'

type Observed = Pick<Effect, 'kind' | 'role' | 'state'>
type Timed = { kind: ActionKind; at: number; until: number }

export type Attribution<A extends Timed> = {
  /** An action that is complete. @param on stands for what it was done to */
  hold(action: A, on: object | null): void
  /** Something was seen at a time, ms since 1970. @param on what it is the state of, or null */
  see(at: number, observed: Observed, on: object | null): void
  /** Hands over one action, and those before it. */
  release(action: A): void
  /** Hands over all. */
  flush(): void
}

/** @param give takes an action with what followed from it */
export function openAttribution<A extends Timed>(give: (action: A, effects: Effect[]) => void): Attribution<A> {
  let held: { action: A; on: object | null }[] = []
  let seen: { at: number; observed: Observed; on: object | null }[] = []

  const shift = () => {
    const [first, next] = held
    if (!first) return
    held = held.slice(1)
    const { action, on } = first
    const until = next?.action.at ?? Infinity
    const own = seen.filter((each) => each.at >= action.at && each.at < until && (each.on === null || each.on === on))
    seen = seen.filter((each) => each.at >= until)
    give(action, distinct(own.map(({ at, observed }) => effectOf(at, observed, action))).slice(0, LIMITS.effects))
  }

  return {
    hold(action, on) {
      held.push({ action, on })
      while (held.length > 1) shift()
    },
    see(at, observed, on) {
      seen.push({ at, observed, on })
      // Nobody did anything meanwhile: a page that shows and hides things by itself.
      if (held.length === 0 && seen.length > LIMITS.effects) seen.shift()
    },
    release(action) {
      while (held.some((each) => each.action === action)) shift()
    },
    flush() {
      while (held.length > 0) shift()
    },
  }
}

function effectOf(at: number, { kind, role, state }: Observed, action: Timed): Effect {
  const after = Math.round(Math.max(0, at - action.until) / TIME_STEP_MS) * TIME_STEP_MS
  return {
    kind,
    role,
    state: state && action.kind === 'check' ? unchecked(state) : state,
    action: null,
    settleMs: Math.min(after, SETTLE_MS),
  }
}

/** A check says itself what it made of its control. */
const unchecked = ({ checked: _checked, ...state }: NonNullable<Effect['state']>) => state

/** The last word of each kind counts: a list that is shown twice was shown. A state without anything in it is none. */
function distinct(effects: Effect[]): Effect[] {
  const byKind = new Map(effects.map((effect) => [`${effect.kind} ${effect.role}`, effect]))
  return [...byKind.values()].filter(({ kind, state }) => kind !== 'state' || (state !== null && Object.keys(state).length > 0))
}

import type { Action } from '../../lib/trace/action.ts'
import { LIMITS } from '../../lib/trace/vocabulary.ts'

type Scroll = Extract<Action, { kind: 'scroll' }>

/**
 * How a way is cut into bursts is the rhythm of a hand. So scrolling on in one container is one action, from where it began to
 * where it ended. The actions are numbered anew, and whatever names another action names it by its new number.
 */
export function mergeScrolls(actions: Action[]): Action[] {
  const merged: Action[] = []
  const placeOf = new Map<number, number>()
  for (const action of actions) {
    const last = merged.at(-1)
    if (last?.kind === 'scroll' && action.kind === 'scroll' && container(last) === container(action)) {
      merged[merged.length - 1] = joined(last, action)
    } else merged.push(action)
    placeOf.set(action.seq, merged.length - 1)
  }
  return merged.map((action, seq) => renumbered(action, seq, placeOf))
}

/** What was scrolled. The best locator alone: the others, and how much they match, change as a page grows. */
function container({ frame, target }: Scroll): string {
  return JSON.stringify([frame, target && [target.tag, target.shadow, target.locators[0]?.css ?? null]])
}

function joined(first: Scroll, second: Scroll): Scroll {
  // How often something followed says how often the hand set out.
  const followed = new Map([...first.effects, ...second.effects].map((effect) => [JSON.stringify({ ...effect, settleMs: null }), effect]))
  const lost = new Map([...first.masking, ...second.masking].map((entry) => [`${entry.field} ${entry.rule}`, entry]))
  return {
    ...first,
    to: second.to,
    causedBy: first.causedBy ?? second.causedBy,
    effects: [...followed.values()].slice(0, LIMITS.effects),
    masking: [...lost.values()].slice(0, LIMITS.masking),
    replayable: first.replayable && second.replayable,
    reason: first.reason ?? second.reason,
  }
}

/** A number that names no action, or one on the wrong side, names nothing here either. */
function renumbered(action: Action, seq: number, placeOf: ReadonlyMap<number, number>): Action {
  const place = (old: number | null) => (old === null ? undefined : placeOf.get(old))
  const earlier = (old: number | null) => {
    const found = place(old)
    return found !== undefined && found < seq ? found : null
  }
  const effects = action.effects.map((effect) => {
    const found = place(effect.action)
    return { ...effect, action: found !== undefined && found > seq ? found : null }
  })
  const links = { seq, causedBy: earlier(action.causedBy), effects }
  return action.kind === 'clip' ? { ...action, ...links, source: earlier(action.source) } : { ...action, ...links }
}

/** Hesitation, told apart from waiting: how long the page took to come to rest after what came before, and how long the person after that. */
import type { Draft } from '../trace/action.ts'
import type { Pause } from '../trace/vocabulary.ts'

/** Upper bounds of the ranges, ms. */
const BOUNDS: [number, Pause][] = [
  [1000, '0-1s'],
  [3000, '1-3s'],
  [10_000, '3-10s'],
  [30_000, '10-30s'],
]
/** Actions before one that may still be going on: several frames, or a scroll that ends after a click in it. */
const OVERLAPPING = 5

/** When the person was done with it. An arrival takes none of their time. */
const doneAt = (draft: Draft) => (draft.kind === 'nav' ? draft.at : draft.until)

/** When the page had answered it, as far as that was seen. */
const answeredAt = (draft: Draft) => draft.until + Math.max(0, ...draft.effects.map(({ settleMs }) => settleMs ?? 0))

/** @param drafts in order of time */
export function restBefore(drafts: readonly Draft[], seq: number): { pause: Pause; wait: Pause } {
  const before = drafts.slice(Math.max(0, seq - OVERLAPPING), seq)
  const at = drafts[seq]?.at ?? 0
  if (before.length === 0) return { pause: rangeOf(0), wait: rangeOf(0) }
  const done = Math.max(...before.map(doneAt))
  const answered = Math.min(at, Math.max(done, ...before.map(answeredAt)))
  return { pause: rangeOf(at - answered), wait: rangeOf(answered - done) }
}

const rangeOf = (ms: number): Pause => BOUNDS.find(([bound]) => ms < bound)?.[1] ?? '30s+'

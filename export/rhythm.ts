/**
 * Times, pauses and the ways of a pointer tell persons apart, however coarse they are: `tests/privacy/biometrics` measures it.
 * An agent learns from what was done, on what, and in which order; so that is what an export holds, unless more is asked for.
 */
import type { Sequence } from '../lib/trace/schema.ts'
import { withoutHand } from './rhythm/hand.ts'
import { mergeScrolls } from './rhythm/scrolls.ts'

/** A made-up clock for readers that want one: it counts actions and says nothing else. */
const STEP_MS = 1000

/** @returns the same work under the same schema, valid if `sequence` is, without the rhythm of the hand that did it */
export function withoutRhythm(sequence: Sequence): Sequence {
  const actions = mergeScrolls(sequence.actions).map((action, seq) => ({ ...withoutHand(action), t: seq * STEP_MS }))
  return { ...sequence, durationMs: (actions.length - 1) * STEP_MS, actions }
}

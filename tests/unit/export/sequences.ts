/** Sequences of any work, and the same work as another hand would do it. */
import fc from 'fast-check'
import type { Action, PointerPoint } from '../../../lib/trace/action.ts'
import type { Sequence } from '../../../lib/trace/schema.ts'
import type { Target } from '../../../lib/trace/target.ts'
import { ACTION_KINDS, EFFECT_KINDS, PAUSES, SCROLL_CAUSES, SIZES } from '../../../lib/trace/vocabulary.ts'
import { aRoute, aSequence, aTarget, anAction, anEffect } from '../../fixtures/batch.ts'

const steps = (of: number, most: number) => fc.integer({ min: 0, max: most / of }).map((count) => count * of)
const tenths = fc.integer({ min: 0, max: 10 })
const anyPoint: fc.Arbitrary<Target['point']> = fc.option(fc.record({ x: tenths, y: tenths }))
const anyPath: fc.Arbitrary<PointerPoint[]> = fc.array(fc.tuple(steps(100, 2000), steps(8, 4000), steps(8, 4000)), { maxLength: 12 })

/** An action is known by a path of its own. */
export const nameOf = ({ route }: Action): string => route.path

const anyAction = (seq: number, length: number): fc.Arbitrary<Action> =>
  fc
    .record({
      // Runs of scrolling, so that there is something to join.
      kind: fc.oneof(fc.constantFrom(...ACTION_KINDS), fc.constant('scroll' as const)),
      tag: fc.constantFrom('html', 'ul'),
      frame: fc.constantFrom<number[][]>([], [0]),
      earlier: fc.option(fc.nat({ max: Math.max(0, seq - 1) })),
      later: fc.option(fc.integer({ min: seq + 1, max: length })),
      effect: fc.constantFrom(...EFFECT_KINDS),
    })
    .map(({ kind, tag, frame, earlier, later, effect }): Action => {
      const cause = seq === 0 ? null : earlier
      const effects = later !== null && later < length ? [anEffect({ kind: effect, action: later }), anEffect()] : []
      const common = { seq, t: seq * 100, causedBy: cause, effects, frame, route: aRoute({ path: `/at/${seq}` }) }
      if (kind === 'scroll') return { ...anAction(kind), ...common, target: aTarget({ tag }) }
      return kind === 'clip' ? { ...anAction(kind), ...common, source: cause } : { ...anAction(kind), ...common }
    })

/** Valid and in order, as a collector keeps it. */
export const anySequence: fc.Arbitrary<Sequence> = fc
  .integer({ min: 1, max: 20 })
  .chain((length) => fc.tuple(...Array.from({ length }, (_, seq) => anyAction(seq, length))))
  .map((actions) => aSequence({ actions }))
  .chain(inAnotherRhythm)

/** The same actions on the same things, with all of the hand that a recording holds drawn anew. */
export function inAnotherRhythm(sequence: Sequence): fc.Arbitrary<Sequence> {
  const hands = sequence.actions.map((action) =>
    fc
      .record({
        waits: steps(100, 60_000),
        pause: fc.constantFrom(...PAUSES),
        path: anyPath,
        points: fc.tuple(anyPoint, anyPoint),
        cause: fc.constantFrom(...SCROLL_CAUSES),
        dwellMs: steps(100, 600_000),
        wait: fc.constantFrom(...PAUSES),
        settles: fc.tuple(steps(100, 1000), steps(100, 1000)),
        deletes: fc.constantFrom(...SIZES),
        pauses: fc.constantFrom(...SIZES),
        durationMs: steps(500, 86_400_000),
      })
      .map((hand) => ({ action, hand })),
  )
  return fc.tuple(...hands).map((drawn) => {
    let t = 0
    const actions = drawn.map(({ action, hand: { waits, path, points, cause, dwellMs, deletes, pauses, durationMs, ...hand } }): Action => {
      t += waits
      const { target, pointer } = action
      const [first] = pointer
      const common = {
        t,
        pause: hand.pause,
        wait: hand.wait,
        effects: action.effects.map((effect, index) => ({ ...effect, settleMs: hand.settles[index] ?? null })),
        target: target && { ...target, point: points[0] },
        // Where it came from is part of the work; when, and on which way, is not.
        pointer: first ? [[path[0]?.[0] ?? 0, first[1], first[2]] satisfies PointerPoint, ...path.slice(1)] : [],
      }
      switch (action.kind) {
        case 'scroll':
          return { ...action, ...common, cause }
        case 'hover':
          return { ...action, ...common, dwellMs }
        case 'type':
          return { ...action, ...common, deletes, pauses, durationMs }
        case 'select':
          return { ...action, ...common, option: action.option && { ...action.option, point: points[1] } }
        case 'drag':
          return { ...action, ...common, destination: action.destination && { ...action.destination, point: points[1] } }
        default:
          return { ...action, ...common }
      }
    })
    return { ...sequence, durationMs: t, actions }
  })
}

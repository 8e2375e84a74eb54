import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openAttribution } from '../../lib/sequence/attribute.ts'
import type { Effect } from '../../lib/trace/action.ts'
import { LIMITS, SETTLE_MS, TIME_STEP_MS } from '../../lib/trace/vocabulary.ts'

type Held = { kind: 'click' | 'check' | 'type'; at: number; until: number }
type Step =
  | { do: 'act'; after: number; lasts: number; kind: Held['kind']; on: number }
  | { do: 'see'; after: number; on: number | null }
  | { do: 'release'; which: number }
  | { do: 'flush' }

const after = fc.integer({ min: 0, max: 3000 })
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('act'),
    after,
    lasts: fc.integer({ min: 0, max: 500 }),
    kind: fc.constantFrom('click', 'check', 'type'),
    on: fc.nat(3),
  }),
  fc.record({ do: fc.constant('see'), after, on: fc.option(fc.nat(3)) }),
  fc.record({ do: fc.constant('release'), which: fc.nat(20) }),
  fc.constant<Step>({ do: 'flush' }),
)
const CONTROLS = [{}, {}, {}, {}]

test('whatever happens in whatever order, each action leaves once and in order, and nothing seen follows from two', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 60 }), (steps) => {
      const given: { action: Held; effects: Effect[] }[] = []
      const attribution = openAttribution<Held>((action, effects) => given.push({ action, effects }))
      const acted: Held[] = []
      let now = 0
      let seen = 0
      for (const step of steps) {
        if (step.do === 'act') {
          now += step.after
          const action = { kind: step.kind, at: now, until: now + step.lasts }
          acted.push(action)
          attribution.hold(action, CONTROLS[step.on] ?? null)
        } else if (step.do === 'see') {
          now += step.after
          seen++
          attribution.see(now, { kind: 'revealed', role: 'listbox', state: null }, step.on === null ? null : (CONTROLS[step.on] ?? null))
        } else if (step.do === 'release') {
          const action = acted[step.which]
          if (action) attribution.release(action)
        } else attribution.flush()
      }
      attribution.flush()
      expect(given.map(({ action }) => action)).toEqual(acted)
      const effects = given.flatMap((each) => each.effects)
      expect(effects.length).toBeLessThanOrEqual(seen)
      for (const { effects: own } of given) expect(own.length).toBeLessThanOrEqual(LIMITS.effects)
      for (const { settleMs } of effects) {
        expect(settleMs).toBeLessThanOrEqual(SETTLE_MS)
        expect((settleMs ?? 0) % TIME_STEP_MS).toBe(0)
      }
    }),
  )
})

test('what is seen between two actions followed from the first, and the state of a control from what was done to it', () => {
  const given: [number, Effect['kind'][]][] = []
  const attribution = openAttribution<Held>((action, effects) => given.push([action.at, effects.map(({ kind }) => kind)]))
  const [first, second] = CONTROLS
  attribution.hold({ kind: 'click', at: 0, until: 0 }, first!)
  attribution.see(100, { kind: 'dialog', role: 'dialog', state: null }, null)
  attribution.see(100, { kind: 'state', role: null, state: { expanded: true } }, first!)
  attribution.see(100, { kind: 'state', role: null, state: { expanded: true } }, second!)
  attribution.hold({ kind: 'click', at: 500, until: 500 }, second!)
  attribution.see(600, { kind: 'removed', role: 'dialog', state: null }, null)
  attribution.flush()
  expect(given).toEqual([
    [0, ['dialog', 'state']],
    [500, ['removed']],
  ])
})

test('a check does not say twice what it made of its control', () => {
  const given: Effect[] = []
  const attribution = openAttribution<Held>((_, effects) => given.push(...effects))
  attribution.hold({ kind: 'check', at: 0, until: 0 }, CONTROLS[0]!)
  attribution.see(100, { kind: 'state', role: null, state: { checked: true } }, CONTROLS[0]!)
  attribution.flush()
  expect(given).toEqual([])
})

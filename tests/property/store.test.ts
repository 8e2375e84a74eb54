import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addCounts, highestCounts, subtractCounts } from '../../lib/store/state.ts'
import { COUNTS, type Counts } from '../../lib/trace/counts.ts'
import { PAGES, TABS, aWorld, type Fate, type World } from '../unit/store/world.ts'

type Step = { name: string; run: (world: World) => unknown }

const page = fc.nat(PAGES - 1)
const tab = fc.nat(TABS - 1)
const fates = fc.array(fc.constantFrom<Fate>('stored', 'unheard', 'refused', 'nobody'), { minLength: 1, maxLength: 4 })

const step = (name: string, run: Step['run']): Step => ({ name, run })
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(page, fc.integer({ min: 1, max: 60 })).map(([p, n]) => step(`act ${p} ${n}`, ({ steps }) => steps.act(p, n))),
  },
  {
    weight: 6,
    arbitrary: fc.tuple(page, fc.boolean()).map(([p, heard]) => step(`send ${p} ${heard}`, ({ steps }) => steps.send(p, heard))),
  },
  fc.tuple(page, fc.nat(80)).map(([p, n]) => step(`resend ${p} ${n}`, ({ steps }) => steps.resend(p, n))),
  page.map((p) => step(`tail ${p}`, ({ steps }) => steps.leaveTail(p))),
  fc.boolean().map((deleted) => step(`drain ${deleted}`, ({ steps }) => steps.drain(deleted))),
  fc.constant(step('restart', ({ steps }) => steps.restart())),
  fc
    .oneof(fc.integer({ min: 1, max: 1_000_000 }), fc.constant(26 * 3_600_000))
    .map((ms) => step(`wait ${ms}`, ({ steps }) => steps.wait(ms))),
  fc.integer({ min: 1, max: 2000 }).map((ms) => step(`pause ${ms}`, ({ steps }) => steps.pause(ms))),
  tab.map((t) => step(`close ${t}`, ({ steps }) => steps.close(t))),
  fc.constant(step('seal', ({ steps }) => steps.seal())),
  fc.constant(step('forget', ({ steps }) => steps.forget())),
  fc.constant(step('seal twice', ({ steps }) => steps.sealTwice())),
  fates.map((luck) => step(`deliver ${luck.join()}`, ({ steps }) => steps.deliver(luck))),
  fc.constantFrom(0, 0.001, 1).map((mb) => step(`trim ${mb}`, ({ steps }) => steps.trim(mb))),
)
const anyStepOrDeath = fc.oneof(
  { weight: 3, arbitrary: anyStep },
  fc
    .tuple(
      fc.integer({ min: 1, max: 40 }),
      anyStep.filter(({ name }) => name !== 'seal twice' && name !== 'restart'),
    )
    .map(([k, { name, run }]) => step(`${name}, broken off at ${k}`, (world) => world.breakingOff(k, () => run(world)))),
)

test('whatever happens on the way, each action arrives once, or its loss is counted once', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStepOrDeath, { minLength: 5, maxLength: 40, size: 'max' }), async (steps) => {
      const world = await aWorld()
      for (const { run } of steps) {
        await run(world)
        await world.check()
      }
      const { made, arrived, left, unsent, marks, counts, sent, delivered } = await world.settle()
      expect([left, unsent]).toEqual([0, 0])
      expect(new Set(marks).size).toBe(marks.length)
      const dropped =
        (counts['dropped-paused'] ?? 0) +
        (counts['dropped-deleted'] ?? 0) +
        (counts['dropped-full'] ?? 0) +
        (counts['dropped-expired'] ?? 0)
      expect(dropped - arrived).toBe(made - marks.length)
      // Each action was counted as masked once, by its page; no reason else was ever given.
      expect(counts.masked ?? 0).toBe(made)
      expect(Object.keys(counts).filter((name) => !/^(masked|duplicate|dropped-(paused|full|expired|deleted))$/.test(name))).toEqual([])
      expect(sent).toMatchObject(delivered)
    }),
    // Each run is a world of its own: a smaller example would take minutes to find.
    { numRuns: 40, endOnFailure: true },
  )
})

describe('counts', () => {
  const anyCounts: fc.Arbitrary<Counts> = fc.dictionary(fc.constantFrom(...COUNTS), fc.nat(1000))
  const withoutZeros = (counts: Counts) => Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))
  const assertLaw = (holds: (a: Counts, b: Counts, c: Counts) => void) => fc.assert(fc.property(anyCounts, anyCounts, anyCounts, holds))

  test('add up in any order', () => {
    assertLaw((a, b, c) => {
      expect(addCounts(a, b)).toEqual(addCounts(b, a))
      expect(addCounts(addCounts(a, b), c)).toEqual(addCounts(a, addCounts(b, c)))
      expect(addCounts(a, {})).toEqual(a)
    })
  })

  test('less what was added are what they were', () => {
    assertLaw((a, b) => {
      expect(subtractCounts(addCounts(a, b), b)).toEqual(withoutZeros(a))
      expect(subtractCounts(a, a)).toEqual({})
    })
  })

  test('less anything are never below zero, and with it never less than before', () => {
    assertLaw((a, b) => {
      const rest = subtractCounts(a, b)
      for (const count of Object.values(rest)) expect(count).toBeGreaterThan(0)
      expect(withoutZeros(addCounts(rest, b))).toEqual(withoutZeros(highestCounts(a, b)))
    })
  })

  test('of which the highest are taken come to the same in any order, and once or twice', () => {
    assertLaw((a, b, c) => {
      expect(highestCounts(a, b)).toEqual(highestCounts(b, a))
      expect(highestCounts(highestCounts(a, b), c)).toEqual(highestCounts(a, highestCounts(b, c)))
      expect(highestCounts(a, a)).toEqual(a)
    })
  })

  test('of a page whose totals come in any order are counted once', () => {
    assertLaw((a, b, c) => {
      const totals = [a, addCounts(a, b), addCounts(addCounts(a, b), c)]
      for (const order of [totals, totals.toReversed(), [totals[1]!, totals[0]!, totals[2]!, totals[1]!]]) {
        let known: Counts = {}
        let counted: Counts = {}
        for (const total of order) {
          counted = addCounts(counted, subtractCounts(total, known))
          known = highestCounts(known, total)
        }
        expect(withoutZeros(counted)).toEqual(withoutZeros(totals[2]!))
      }
    })
  })
})

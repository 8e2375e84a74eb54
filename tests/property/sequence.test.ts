import fc from 'fast-check'
import { expect, test } from 'vitest'
import { misordered } from '../../collector/order.ts'
import { close, type Stored } from '../../lib/sequence/close.ts'
import { place, type Arrival, type OpenSequence } from '../../lib/sequence/place.ts'
import { Sequence } from '../../lib/trace/schema.ts'
import { newId } from '../../lib/trace/id.ts'
import { LIMITS } from '../../lib/trace/vocabulary.ts'
import { SITE, aBatch } from '../fixtures/batch.ts'
import { NOON, anyDraft } from '../fixtures/draft.ts'

const HOUR = 3_600_000
const SITES = [SITE, 'https://search.example.com']
const viewport = { width: 1300, height: 800 }

const anyArrival = fc
  .record({
    site: fc.constantFrom(...SITES, SITE, SITE),
    // Dense enough to fill sequences, wide enough to split them by time.
    at: fc.oneof(fc.integer({ min: 0, max: 600_000 }), fc.integer({ min: 0, max: 3 * HOUR })),
    lasts: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 2 * HOUR })),
  })
  .map(({ site, at, lasts }): Arrival => ({ tab: 'run:1', site, viewport, opener: null, at: NOON + at, until: NOON + at + lasts }))

/** Busy work on one site: sequences end by their length. */
const anyBusyArrival = fc
  .integer({ min: 0, max: 300_000 })
  .map((at): Arrival => ({ tab: 'run:1', site: SITE, viewport, opener: null, at: NOON + at, until: NOON + at }))
const anyArrivals = fc.oneof(
  fc.array(anyArrival, { maxLength: 300, size: 'max' }),
  fc.array(anyBusyArrival, { minLength: 150, maxLength: 500, size: 'max' }),
)

test('however actions arrive, each is in exactly one sequence, and no sequence grows past its limits', () => {
  fc.assert(
    fc.property(anyArrivals, (arrivals) => {
      let open: OpenSequence | null = null
      const members = new Map<string, Arrival[]>()
      const ended: string[] = []
      for (const arrival of arrivals) {
        const before: OpenSequence | null = open
        const { into, closed }: ReturnType<typeof place> = place(before, arrival, () => `s${members.size}`)
        if (closed) {
          // What ends is what was open, unchanged, and is not added to any more.
          expect(closed.sequence).toBe(before)
          expect(ended).not.toContain(closed.sequence.id)
          ended.push(closed.sequence.id)
        }
        expect(closed !== null).toBe(before !== null && into.id !== before.id)
        expect(ended).not.toContain(into.id)
        expect(into.previous).toBe(closed ? before!.id : (before?.previous ?? null))
        members.set(into.id, [...(members.get(into.id) ?? []), arrival])
        open = into
        const mine = members.get(into.id)!
        expect(into).toMatchObject({
          site: arrival.site,
          actions: mine.length,
          openedAt: Math.min(...mine.map(({ at }) => at)),
          lastAt: Math.max(...mine.map(({ until }) => until)),
        })
        expect(into.actions).toBeLessThanOrEqual(LIMITS.sequenceActions)
        // One action may be longer than a sequence; then it is alone.
        if (mine.length > 1) expect(into.lastAt - into.openedAt).toBeLessThanOrEqual(LIMITS.sequenceMs)
      }
      expect([...members.values()].flat()).toHaveLength(arrivals.length)
    }),
    // A smaller example of hundreds of actions would take minutes to find.
    { numRuns: 60, endOnFailure: true },
  )
})

const anyStored = fc
  .array(fc.record({ document: fc.uuid(), draft: anyDraft({ begin: NOON, end: NOON + 30_000 }) }), {
    minLength: 1,
    maxLength: LIMITS.sequenceActions,
    size: 'max',
  })
  .map((list) => list.map(({ document, draft }, n): Stored => ({ document, action: { ...draft, n } })))

const anyOpen = fc
  .record({ opener: fc.option(fc.constant(newId(NOON))), previous: fc.option(fc.constant(newId(NOON))) })
  .map((known): OpenSequence => ({
    id: newId(NOON),
    tab: 'run:1',
    site: SITE,
    openedAt: NOON,
    lastAt: NOON,
    actions: 0,
    viewport,
    ...known,
  }))

test('whatever was stored closes to a sequence that schema and collector accept, with nothing added or lost', () => {
  fc.assert(
    fc.property(anyOpen, anyStored, (open, stored) => {
      const before = structuredClone(stored)
      const sequence = close(open, stored, 'idle')
      expect(stored).toEqual(before)
      expect(Sequence.parse(sequence)).toEqual(sequence)
      expect(misordered(aBatch({ sequences: [sequence] }))).toBeNull()

      const { actions, durationMs } = sequence
      expect(actions.map(({ kind }) => kind).sort()).toEqual(stored.map(({ action }) => action.kind).sort())
      expect(actions.map(({ seq }) => seq)).toEqual(actions.map((_, index) => index))
      for (const [index, action] of actions.entries()) {
        const { t, causedBy, effects } = action
        expect(t).toBeGreaterThanOrEqual(actions[index - 1]?.t ?? 0)
        expect(t).toBeLessThanOrEqual(durationMs)
        if (causedBy !== null) {
          expect(causedBy).toBeLessThan(index)
          // What a page or a browser does is told on both sides.
          if (['nav', 'tab', 'dialog'].includes(action.kind))
            expect(actions[causedBy]!.effects.map((effect) => effect.action)).toContain(index)
        }
        for (const effect of effects) {
          if (effect.action === null) continue
          expect(effect.action).toBeGreaterThan(index)
          expect(actions[effect.action]).toMatchObject({ causedBy: index })
        }
      }
    }),
    { numRuns: 50, endOnFailure: true },
  )
})

test('the order in which actions arrived makes no difference', () => {
  const shuffled = anyStored.chain((stored) => fc.tuple(fc.constant(stored), fc.shuffledSubarray(stored, { minLength: stored.length })))
  fc.assert(
    fc.property(anyOpen, shuffled, (open, [stored, other]) => {
      expect(close(open, other, 'idle')).toEqual(close(open, stored, 'idle'))
    }),
  )
})

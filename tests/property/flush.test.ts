import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge, type Answer } from '../../lib/flush/answer.ts'
import { FLOOR_MS, backoffMs, nextTry, retryAfterMs } from '../../lib/flush/schedule.ts'
import { deviceOf, fill } from '../../lib/flush/batch.ts'
import { newId } from '../../lib/trace/id.ts'
import type { Sequence } from '../../lib/trace/schema.ts'
import { COUNTS } from '../../lib/trace/counts.ts'
import { LIMITS } from '../../lib/trace/vocabulary.ts'
import { aSequence, anAction, inOrder } from '../fixtures/batch.ts'
import { NOON } from '../fixtures/draft.ts'

const SECOND = 1000
const QUARTER = 15 * 60_000
const DAY = 86_400_000
const unit = fc.double({ min: 0, max: 1, noNaN: true })
const attempts = fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 1e9 }))

describe('the wait', () => {
  test('lies between the floor of alarms and a quarter of an hour, and its upper end never sinks', () => {
    fc.assert(
      fc.property(attempts, unit, (failed, random) => {
        const wait = backoffMs(failed, random)
        expect(wait).toBeGreaterThanOrEqual(FLOOR_MS)
        expect(wait).toBeLessThanOrEqual(QUARTER)
        expect(wait).toBeLessThanOrEqual(backoffMs(failed, 1))
        expect(backoffMs(failed, 1)).toBeLessThanOrEqual(backoffMs(failed + 1, 1))
      }),
    )
  })

  test('is never shorter than what was asked for, nor than without it', () => {
    fc.assert(
      fc.property(fc.option(fc.integer({ min: SECOND, max: DAY })), attempts, unit, (wish, failed, random) => {
        const wait = nextTry(wish, failed, NOON, random) - NOON
        expect(wait).toBe(Math.max(wish ?? 0, backoffMs(failed, random)))
      }),
    )
  })

  test('a server may ask for lies between a second and a day, whatever it writes', () => {
    const header = fc.oneof(
      fc.string(),
      fc.nat().map(String),
      fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
      fc.bigInt().map(String),
    )
    fc.assert(
      fc.property(fc.option(header), fc.integer({ min: 0, max: 4e12 }), (text, now) => {
        const wait = retryAfterMs(text, now)
        if (wait === null) return
        expect(wait).toBeGreaterThanOrEqual(SECOND)
        expect(wait).toBeLessThanOrEqual(DAY)
      }),
    )
  })
})

test('nothing is deleted but by an answer that names it, and nothing is given up but by a refusal in our own words', () => {
  const id = newId(NOON)
  const body = fc.oneof(
    fc.jsonValue(),
    fc.constant(undefined),
    fc.record({ id: fc.oneof(fc.constant(id), fc.string()) }),
    fc.record({ error: fc.oneof(fc.string(), fc.integer()), field: fc.option(fc.string()) }, { requiredKeys: ['error'] }),
  )
  const status = fc.oneof(fc.integer({ min: 100, max: 599 }), fc.constantFrom(200, 201, 400, 409, 413, 415, 422))
  const answer = fc.record({ status, retryAfter: fc.option(fc.string()), body })
  fc.assert(
    fc.property(
      fc.oneof<fc.Arbitrary<Answer | 'unreachable' | 'timeout'>[]>(answer, fc.constantFrom('unreachable', 'timeout')),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (given, random) => {
        const verdict = judge(id, given, NOON, random)
        const said = typeof given === 'string' ? { status: 0, body: undefined } : given
        const has = (key: string) => (typeof said.body === 'object' && said.body !== null ? Reflect.get(said.body, key) : undefined)
        expect(verdict.kind === 'delivered').toBe([200, 201].includes(said.status) && has('id') === id)
        const isOurs = typeof has('error') === 'string' && has('field') !== undefined
        expect(verdict.kind === 'halve').toBe(said.status === 413)
        expect(verdict.kind === 'park' || verdict.kind === 'isolate').toBe(
          [400, 409, 415, 422].includes(said.status) && isOurs && has('error') !== 'clock',
        )
        if (verdict.kind === 'order') expect(has('id')).toBe(id)
        if (verdict.kind === 'retry' && verdict.waitMs !== null) expect(verdict.waitMs).toBeGreaterThanOrEqual(SECOND)
      },
    ),
    { numRuns: 1000 },
  )
})

const small = aSequence({ actions: inOrder([anAction('nav')]) })
/** Two of them do not fit into one batch. */
const large = aSequence({ actions: inOrder(Array.from({ length: 100 }, () => anAction('drag'))) })
const broken = { ...small, durationMs: -1 }
const anySequence = fc
  .oneof({ weight: 8, arbitrary: fc.constant(small) }, fc.constantFrom(large, broken))
  .map((sequence): Sequence => ({ ...sequence, id: newId(NOON) }))
const anyCounts = fc.dictionary(fc.constantFrom(...COUNTS), fc.nat(5_000_000))

test(
  'filled again and again, batches take every sequence once and in order, within their limits, and every count',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(fc.array(anySequence, { maxLength: 50, size: 'max' }), anyCounts, (sequences, counts) => {
        let left = sequences
        let taken: string[] = []
        let refused: string[] = []
        while (left.length > 0) {
          const { batch, text, ids, dropped } = fill({ sequences: left, counts }, { week: 1, id: newId(NOON), ordinal: 0 }, '0.1.0', NOON)
          expect(ids.length + dropped.length).toBeGreaterThan(0)
          taken = [...taken, ...ids]
          refused = [...refused, ...dropped]
          left = left.filter(({ id }) => !ids.includes(id) && !dropped.includes(id))
          expect(batch === null).toBe(ids.length === 0)
          if (!batch) continue
          expect(text).toBe(JSON.stringify(batch))
          expect(batch.sequences.map(({ id }) => id)).toEqual(ids)
          expect(ids.length).toBeLessThanOrEqual(LIMITS.batchSequences)
          const bytes = batch.sequences.reduce((sum, sequence) => sum + JSON.stringify(sequence).length, 0)
          if (ids.length > 1) expect(bytes).toBeLessThanOrEqual(LIMITS.batchBytes)
          for (const [name, count] of Object.entries(counts)) expect(Reflect.get(batch.counts, name)).toBe(Math.min(count, 1_000_000))
        }
        const isBroken = ({ durationMs }: Sequence) => durationMs < 0
        expect(taken).toEqual(sequences.filter((sequence) => !isBroken(sequence)).map(({ id }) => id))
        expect(refused).toEqual(sequences.filter(isBroken).map(({ id }) => id))
      }),
      { numRuns: 15, endOnFailure: true },
    )
  },
)

test('a pseudonym lasts as long as its week and no longer', () => {
  const time = fc.integer({ min: 0, max: 4e12 })
  fc.assert(
    fc.property(time, time, (a, b) => {
      const first = deviceOf(undefined, a)
      const second = deviceOf(first, b)
      expect(second.id === first.id).toBe(Math.floor(a / (7 * DAY)) === Math.floor(b / (7 * DAY)))
    }),
  )
})

import { describe, expect, test } from 'vitest'
import { Action, Draft } from '../../../lib/trace/action.ts'
import { Batch, Sequence, Trace } from '../../../lib/trace/schema.ts'
import { Anchor, FramePath, Route, Target } from '../../../lib/trace/target.ts'
import { ACTION_KINDS, LIMITS, SECRET_FIELD_KINDS, SETTLE_MS } from '../../../lib/trace/vocabulary.ts'
import { aBatch, aRoute, aSequence, aTarget, aTrace, anAction, anEffect, inOrder } from '../../fixtures/batch.ts'
import { aDraft } from '../../fixtures/draft.ts'

type Schema = { safeParse: (value: unknown) => { success: boolean } }
const takes = (schema: Schema, value: unknown) => schema.safeParse(value).success
const times = (count: number, value: unknown) => Array.from({ length: count }, () => value)

describe('the schema takes', () => {
  test.each(ACTION_KINDS)('a %s, before and after it has its place', (kind) => {
    const [draft, action] = [aDraft(kind), anAction(kind)]
    expect(Draft.parse(draft)).toEqual(draft)
    expect(Action.parse(action)).toEqual(action)
    // The two are never taken for each other: exact times stay in the browser.
    expect([takes(Action, draft), takes(Draft, action)]).toEqual([false, false])
  })

  test('a sequence, a batch and a line of the export', () => {
    const [sequence, batch, trace] = [aSequence(), aBatch(), aTrace()]
    expect(Sequence.parse(sequence)).toEqual(sequence)
    expect(Batch.parse(batch)).toEqual(batch)
    expect(Trace.parse(trace)).toEqual(trace)
  })
})

const click = (change: object) => ({ ...anAction('click'), ...change })
const target = (change: object) => ({ ...aTarget(), ...change })
const sequence = (change: object) => ({ ...aSequence(), ...change })
const batch = (change: object) => ({ ...aBatch(), ...change })
const typed = (change: object) => ({ ...anAction('type'), ...change })
const nav = inOrder([anAction('nav')])[0]!

describe('at its limits the schema', () => {
  test.each<[string, Schema, (n: number) => unknown, number, number]>([
    ['counts actions', Sequence, (n) => sequence({ actions: times(n, nav) }), 1, LIMITS.sequenceActions],
    ['counts sequences', Batch, (n) => batch({ sequences: times(n, sequence({ actions: [nav] })) }), 1, LIMITS.batchSequences],
    ['numbers actions', Action, (n) => click({ seq: n }), 0, 1_000_000],
    ['counts clicks', Action, (n) => click({ count: n }), 1, 3],
    ['counts points of the pointer', Action, (n) => click({ pointer: times(n, [0, 0, 0]) }), 0, LIMITS.pointerPoints],
    ['counts entries of the ledger', Action, (n) => click({ masking: times(n, { field: 'target', rule: 'cap' }) }), 0, LIMITS.masking],
    ['counts effects', Action, (n) => click({ effects: times(n, anEffect()) }), 0, LIMITS.effects],
    [
      'counts chosen options',
      Action,
      (n) => ({ ...anAction('select'), indices: times(n, 0), labels: times(n, null) }),
      0,
      LIMITS.selectIndices,
    ],
    ['counts locators', Target, (n) => target({ locators: times(n, aTarget().locators[0]) }), 0, LIMITS.locators],
    ['counts landmarks', Target, (n) => target({ landmarks: times(n, 'main') }), 0, LIMITS.landmarks],
    ['counts shadow hosts', Target, (n) => target({ shadow: times(n, '#content') }), 0, LIMITS.shadowDepth],
    ['counts query keys', Route, (n) => aRoute({ query: times(n, 'tab') as string[] }), 0, LIMITS.routeQueryKeys],
    ['counts frames', FramePath, (n) => times(n, 0), 0, LIMITS.frameDepth],
    ['measures how long what followed took', Action, (n) => click({ effects: [{ ...anEffect(), settleMs: n * 100 }] }), 0, SETTLE_MS / 100],
    ['measures tenths', Target, (n) => target({ point: { x: n, y: n } }), 0, 10],
    ['measures boxes', Target, (n) => target({ box: { x: 0, y: 0, width: n, height: n } }), 0, 10_000_000],
    ['measures places', Target, (n) => target({ box: { x: n, y: n, width: 0, height: 0 } }), -10_000_000, 10_000_000],
    ['counts siblings', Anchor, (n) => ({ kind: 'row', index: n, count: n, name: null }), 0, 1_000_000],
    ['counts what was not recorded', Batch, (n) => batch({ counts: { masked: n } }), 0, 1_000_000],
  ])('%s, and takes no more and no less', (_, schema, make, least, most) => {
    const results = [least - 1, least, most, most + 1].filter((n) => n >= 0 || least < 0).map((n) => [n, takes(schema, make(n))])
    expect(results).toEqual(
      [
        [least - 1, false],
        [least, true],
        [most, true],
        [most + 1, false],
      ].filter(([n]) => Number(n) >= 0 || least < 0),
    )
  })

  test.each<[string, Schema, (n: number) => unknown, number]>([
    ['times', Action, (n) => click({ t: n }), 100],
    ['durations', Sequence, (n) => sequence({ durationMs: n }), 100],
    ['typing', Action, (n) => typed({ durationMs: n }), 500],
    ['the time of the pointer', Action, (n) => click({ pointer: [[n, 0, 0]] }), 100],
    ['the place of the pointer', Action, (n) => click({ pointer: [[0, n, n]] }), 8],
    ['viewports', Sequence, (n) => sequence({ viewport: { width: n, height: n } }), 100],
    ['scrolling', Action, (n) => ({ ...anAction('scroll'), from: { x: n, y: n } }), 100],
    ['what followed', Action, (n) => click({ effects: [{ ...anEffect(), settleMs: n }] }), 100],
    ['hovering', Action, (n) => ({ ...anAction('hover'), dwellMs: n }), 100],
  ])('keeps %s coarse', (_, schema, make, step) => {
    for (const n of [step, 2 * step]) expect([n, takes(schema, make(n))]).toEqual([n, true])
    for (const n of [1, step - 1, step + 1, step / 2, step + 0.5, NaN, Infinity, String(step)])
      expect([n, takes(schema, make(n as number))]).toEqual([n, false])
  })
})

describe('a secret field', () => {
  const nothing = { inserts: null, deletes: null, pauses: null, length: null, cleared: null, durationMs: null }
  const kept = { inserts: '0', deletes: '0', pauses: '0', length: '0', cleared: true, durationMs: 0 }

  test.each(SECRET_FIELD_KINDS)('of kind %s keeps its kind and nothing else', (field) => {
    for (const [schema, action] of [
      [Action, anAction('type')],
      [Draft, aDraft('type')],
    ] as const) {
      expect(takes(schema, { ...action, ...nothing, field })).toBe(true)
      for (const [key, value] of Object.entries(kept))
        expect([key, takes(schema, { ...action, ...nothing, field, [key]: value })]).toEqual([key, false])
      expect(takes(schema, { ...action, ...kept, field: 'text' })).toBe(true)
    }
  })
})

describe('the header', () => {
  test.each<[string, object]>([
    ['another version', { version: 2 }],
    ['no version', { version: undefined }],
    ['another purpose', { purpose: 'evaluation' }],
    ['a version of the extension that is a text', { extension: 'latest' }],
    ['an id of another kind', { id: 'batch-1' }],
    ['an unknown count', { counts: { rosebud: 1 } }],
    ['no sequence', { sequences: [] }],
  ])('is refused with %s', (_, change) => {
    expect([takes(Batch, aBatch()), takes(Batch, batch(change))]).toEqual([true, false])
  })

  test.each(['2026-02-30', '2026-1-1', '17.11.2026', '2026-11-17T12:00:00Z', ''])('has no day %j', (day) => {
    expect([takes(Sequence, sequence({ day: '2028-02-29' })), takes(Sequence, sequence({ day }))]).toEqual([true, false])
  })
})

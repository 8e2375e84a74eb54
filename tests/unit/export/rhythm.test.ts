import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { misordered } from '../../../collector/order.ts'
import { withoutRhythm } from '../../../export/rhythm.ts'
import type { Action } from '../../../lib/trace/action.ts'
import { Sequence } from '../../../lib/trace/schema.ts'
import { LIMITS, MASK_RULES, ROLES, type MaskRule, type Role } from '../../../lib/trace/vocabulary.ts'
import { aBatch, aRoute, aSequence, aTarget, anAction, anEffect, inOrder } from '../../fixtures/batch.ts'
import { places } from '../collector/walk.ts'
import { anySequence, inAnotherRhythm, nameOf } from './sequences.ts'

const ofActions = (...actions: Action[]) => aSequence({ actions: inOrder(actions) })
const without = (...actions: Action[]) => withoutRhythm(ofActions(...actions)).actions

describe('whatever was recorded', () => {
  test('what is exported without rhythm is valid and in order', () => {
    fc.assert(
      fc.property(anySequence, (sequence) => {
        const bare = withoutRhythm(sequence)
        expect(Sequence.parse(bare)).toEqual(bare)
        expect(misordered(aBatch({ sequences: [bare] }))).toBeNull()
      }),
    )
  })

  test('the same work in another rhythm is exported as the same', () => {
    fc.assert(
      fc.property(
        anySequence.chain((sequence) => fc.tuple(fc.constant(sequence), inAnotherRhythm(sequence))),
        ([sequence, other]) => {
          expect(withoutRhythm(other)).toEqual(withoutRhythm(sequence))
        },
      ),
    )
  })

  test('every action is there, in its order, but what scrolls on; and names what it named', () => {
    fc.assert(
      fc.property(anySequence, (sequence) => {
        const { actions } = withoutRhythm(sequence)
        // Computed apart from the code: a scroll stays unless the one right before it moved the same container.
        const container = (action: Action | undefined) =>
          action?.kind === 'scroll' ? `${action.target?.tag} ${action.frame.join()}` : null
        const heads = new Map<string, string>()
        for (const [index, action] of sequence.actions.entries()) {
          const before = sequence.actions[index - 1]
          const goesOn = before && container(action) !== null && container(action) === container(before)
          heads.set(nameOf(action), goesOn ? (heads.get(nameOf(before)) ?? '') : nameOf(action))
        }
        expect(actions.map(nameOf)).toEqual([...new Set(heads.values())])
        const named = (list: Action[], seq: number | null) => {
          const action = seq === null ? undefined : list[seq]
          return action && heads.get(nameOf(action))
        }
        const links = (list: Action[], of: Action) => [
          named(list, of.causedBy),
          of.kind === 'clip' ? named(list, of.source) : undefined,
          ...of.effects.map(({ action }) => named(list, action)),
        ]
        for (const action of actions) {
          const original = sequence.actions.find((other) => nameOf(other) === nameOf(action))
          if (action.kind !== 'scroll' && original) expect(links(actions, action)).toEqual(links(sequence.actions, original))
        }
      }),
    )
  })
})

/** Numbers in a target. */
const IN_TARGET = [
  'alike.count',
  'alike.index',
  'among.count',
  'among.index',
  'anchor.count',
  'anchor.index',
  'box.height',
  'box.width',
  'box.x',
  'box.y',
  'item.count',
  'item.index',
  'item.key.part',
  'item.key.parts',
  'locators.matches',
]

test('no number of an action is exported that nobody has looked at', () => {
  const kept = new Set<string>()
  for (const { path, value } of places(withoutRhythm(aSequence()).actions))
    if (typeof value === 'number') kept.add(path.filter((key) => typeof key === 'string').join('.'))
  // A field that is new here may be rhythm: decide in export/rhythm before adding it.
  expect([...kept].toSorted()).toEqual(
    [
      ...['destination', 'option', 'target'].flatMap((each) => IN_TARGET.map((name) => `${each}.${name}`)),
      'causedBy',
      'count',
      'effects.action',
      'frame',
      'from.x',
      'from.y',
      'indices',
      'options',
      'pointer',
      'position',
      'repeat',
      'revealed',
      'seq',
      'source',
      't',
      'to.x',
      'to.y',
    ].toSorted(),
  )
})

describe('of one action', () => {
  test('the clock counts actions, and the length is its last', () => {
    const bare = withoutRhythm(aSequence({ durationMs: 999_900 }))
    expect(bare.actions.map(({ t }) => t)).toEqual(bare.actions.map((_, index) => index * 1000))
    expect(bare.durationMs).toBe(17_000)
  })

  test('the pointer has one point at no time, on a 64 px grid, also left of the window', () => {
    expect(without(anAction('click', { pointer: [[1900, 632, -40]] }))[0]?.pointer).toEqual([[0, 640, -64]])
    expect(without(anAction('click', { pointer: [[1900, -24, 0]] }))[0]?.pointer).toEqual([[0, 0, 0]])
    expect(without(anAction('click', { pointer: [] }))[0]?.pointer).toEqual([])
  })

  test('a double click is still one', () => {
    expect(without(anAction('click', { count: 2 }))).toMatchObject([{ kind: 'click', count: 2 }])
  })

  test('typing says how much there is, not how long it took or how often it went wrong', () => {
    expect(without(anAction('type'))).toMatchObject([
      { inserts: '9-20', length: '4-8', cleared: false, deletes: null, pauses: null, durationMs: null, pause: null },
    ])
  })

  test('what followed stays, not how long it took; nor how long the page took', () => {
    expect(without(anAction('click', { effects: [anEffect({ settleMs: 900 })] }))).toMatchObject([
      { effects: [{ kind: 'revealed', action: null, role: 'menu', settleMs: null }], wait: null },
    ])
  })

  test('the option that was chosen stays, not where on it the pointer was', () => {
    const [action] = without(anAction('select', { option: aTarget({ role: 'option', point: { x: 1, y: 9 } }) }))
    expect(action).toMatchObject({ option: { role: 'option', point: null } })
  })
})

describe('scrolling on in one container is one action', () => {
  const down = (from: number | null, to: number, change: Partial<Extract<Action, { kind: 'scroll' }>> = {}) =>
    anAction('scroll', { from: from === null ? null : { x: 0, y: from }, to: { x: 0, y: to }, ...change })

  test('from where it began to where it ended, even there and back', () => {
    const from = (y: number) => ({ x: 0, y })
    expect(without(down(0, 300), down(300, 900, { cause: 'key' }), down(900, 800))).toMatchObject([
      { from: from(0), to: from(800), cause: null },
    ])
    expect(without(down(0, 300), down(300, 500), down(500, 900))).toEqual(without(down(0, 900)))
    expect(without(down(0, 300), down(300, 0))).toMatchObject([{ from: from(0), to: from(0) }])
    expect(without(down(null, 300), down(300, 0))).toMatchObject([{ from: null, to: from(0) }])
  })

  test('but not in another container or frame, nor when something was done between', () => {
    const list = aTarget({ tag: 'ul', locators: [{ kind: 'id', css: '#results', matches: 1, positional: false }] })
    const kinds = (...actions: Action[]) => without(...actions).map(({ kind }) => kind)
    expect(kinds(down(0, 300), down(0, 300, { target: list }))).toEqual(['scroll', 'scroll'])
    expect(kinds(down(0, 300), down(300, 600, { frame: [1] }))).toEqual(['scroll', 'scroll'])
    expect(kinds(down(0, 300), anAction('click'), down(300, 600))).toEqual(['scroll', 'click', 'scroll'])
    expect(kinds(down(0, 300, { target: null }), down(300, 600, { target: null }))).toEqual(['scroll'])
  })

  test('a container is known by its best locator, however often the others match by now', () => {
    const grown = aTarget({ box: { x: 0, y: -900, width: 1300, height: 9000 }, locators: aTarget().locators.slice(0, 1) })
    expect(without(down(0, 300), down(300, 600, { target: grown }))).toHaveLength(1)
  })

  test('what any of it led to and lost is kept, and what can not be replayed stays so', () => {
    const [scroll, nav] = without(
      down(0, 300, { effects: [anEffect({ settleMs: 100 })] }),
      down(300, 600, {
        effects: [anEffect({ settleMs: 700 }), anEffect({ kind: 'navigation', action: 2 })],
        masking: [{ field: 'pointer', rule: 'cap' }],
        replayable: false,
        reason: 'positional-only',
      }),
      anAction('nav', { causedBy: 1, route: aRoute({ path: '/next' }) }),
    )
    expect(scroll).toMatchObject({
      effects: [anEffect({ settleMs: null }), anEffect({ kind: 'navigation', action: 1, settleMs: null })],
      masking: [
        { field: 'target.name', rule: 'name-masked' },
        { field: 'pointer', rule: 'cap' },
      ],
      replayable: false,
      reason: 'positional-only',
    })
    expect(nav).toMatchObject({ seq: 1, causedBy: 0 })
  })

  test('what followed from several bursts is told once, whenever it did', () => {
    const [scroll] = without(
      down(0, 300, { effects: [anEffect({ settleMs: 100 })] }),
      down(300, 600, { effects: [anEffect({ settleMs: 800 }), anEffect({ role: 'dialog' })] }),
    )
    expect(scroll?.effects.map(({ role }) => role)).toEqual(['menu', 'dialog'])
  })

  test('what began it caused it', () => {
    const [, scroll] = without(anAction('click'), down(0, 300, { causedBy: 0 }), down(300, 600))
    expect(scroll).toMatchObject({ causedBy: 0 })
  })

  test('however much comes together, there is no more of it than the schema takes', () => {
    const full = (rules: readonly MaskRule[], roles: readonly Role[]) =>
      down(0, 300, {
        effects: roles.slice(0, LIMITS.effects).map((role) => anEffect({ role })),
        masking: rules.slice(0, LIMITS.masking).map((rule) => ({ field: 'target', rule })),
      })
    const bare = withoutRhythm(ofActions(full(MASK_RULES, ROLES), full(MASK_RULES.toReversed(), ROLES.toReversed())))
    expect(Sequence.parse(bare)).toEqual(bare)
  })

  test('what would name itself, or nothing, names nothing', () => {
    expect(without(down(0, 300), down(300, 600, { causedBy: 0 }))).toMatchObject([{ causedBy: null }])
    expect(without(down(0, 300), down(300, 600, { effects: [anEffect({ action: 99 })] }))).toMatchObject([{ effects: [{ action: null }] }])
  })
})

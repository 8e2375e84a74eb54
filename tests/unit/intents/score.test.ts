import { expect, test } from 'vitest'
import type { Action } from '../../../lib/trace/action.ts'
import { score } from '../../e2e/intents/score.ts'
import type { Truth } from '../../e2e/intents/situation.ts'
import { aTarget, anAction } from '../../fixtures/batch.ts'

/** In the order of a sequence that began before: its first action is not the arrival. */
const inOrder = (...actions: Action[]) => actions.map((action, place) => ({ ...action, seq: place + 1 }))
const link = aTarget({ role: 'link', locators: [{ kind: 'id', css: '#link', matches: 1, positional: false }] })

test('the same kinds in the same order agree in everything that is stated', () => {
  const truth: Truth[] = [{ kind: 'click', fields: { count: 2, 'target.role': 'button' } }, { kind: 'scroll' }]
  const { matches, missed, extra, stated } = score(truth, [inOrder(anAction('click', { count: 2 }), anAction('scroll'))])
  expect({ wrong: matches.map(({ wrong }) => wrong), missed, extra, stated }).toEqual({ wrong: [[], []], missed: [], extra: [], stated: 2 })
})

test('what was not recorded is missed, what was not meant is extra', () => {
  const truth: Truth[] = [{ kind: 'click' }, { kind: 'select' }, { kind: 'press' }]
  const { matches, missed, extra } = score(truth, [inOrder(anAction('click'), anAction('hover'), anAction('press'))])
  expect(matches.map(({ truth: { kind } }) => kind)).toEqual(['click', 'press'])
  expect(missed).toEqual([{ kind: 'select' }])
  expect(extra.map(({ kind }) => kind)).toEqual(['hover'])
})

test('two in the wrong order are one match at most', () => {
  const { matches, missed, extra } = score([{ kind: 'click' }, { kind: 'press' }], [inOrder(anAction('press'), anAction('click'))])
  expect([matches.length, missed.length, extra.length]).toEqual([1, 1, 1])
})

test('of two that may be meant, the one that agrees in more fields is', () => {
  const actions = inOrder(anAction('click'), anAction('click', { target: link }))
  const { matches, extra } = score([{ kind: 'click', fields: { 'target.role': 'link' } }], [actions])
  expect(matches.map(({ action, wrong }) => [action.seq, wrong])).toEqual([[2, []]])
  expect(extra.map(({ seq }) => seq)).toEqual([1])
})

test('a field that says something else is named with both values, lists compared whole', () => {
  const [match] = score(
    [{ kind: 'select', fields: { indices: [0, 2], multiple: true } }],
    [inOrder(anAction('select', { indices: [0], labels: [null], multiple: true }))],
  ).matches
  expect(match?.wrong).toEqual([{ path: 'indices', stated: [0, 2], recorded: [0] }])
})

test('causes and sources are places in the truth, whatever was recorded before', () => {
  const truth: Truth[] = [
    { kind: 'click', fields: { causedBy: null } },
    { kind: 'nav', fields: { causedBy: 0 } },
  ]
  const actions = inOrder(anAction('hover'), anAction('click'), anAction('nav', { causedBy: 2 }))
  expect(score(truth, [actions]).matches.map(({ wrong }) => wrong)).toEqual([[], []])
  const wrongly = inOrder(anAction('hover'), anAction('click'), anAction('nav', { causedBy: 1 }))
  expect(score(truth, [wrongly]).matches[1]?.wrong).toEqual([{ path: 'causedBy', stated: 0, recorded: 'unknown' }])
})

test('an effect agrees if one of those recorded says all that is stated of it; none stated means none', () => {
  const click = { ...anAction('click'), effects: [{ kind: 'navigation', action: 2 }] } as unknown as Action
  const actions = inOrder(click, anAction('nav'))
  const wrong = (effects: unknown) => score([{ kind: 'click', fields: { effects } }, { kind: 'nav' }], [actions]).matches[0]?.wrong.length
  expect([wrong([{ kind: 'navigation', action: 1 }]), wrong([{ kind: 'navigation' }])]).toEqual([0, 0])
  expect([wrong([{ kind: 'state' }]), wrong([{ kind: 'navigation', action: 0 }]), wrong([])]).toEqual([1, 1, 1])
})

test('each sequence is aligned by itself', () => {
  const truth: Truth[] = [{ kind: 'click' }, { kind: 'nav', sequence: 1 }, { kind: 'press' }]
  const { missed, extra } = score(truth, [inOrder(anAction('click'), anAction('press')), inOrder(anAction('nav'), anAction('scroll'))])
  expect([missed.length, extra.map(({ kind }) => kind)]).toEqual([0, ['scroll']])
})

test('an extra that says its neighbour again is a duplicate; another one is not', () => {
  const duplicates = (...actions: Action[]) => score([{ kind: 'click' }], [inOrder(...actions)]).duplicates
  expect(duplicates(anAction('click'), anAction('click'))).toBe(1)
  expect(duplicates(anAction('click'), anAction('click', { target: link }))).toBe(0)
  expect(duplicates(anAction('click'), anAction('press'), anAction('click'))).toBe(0)
})

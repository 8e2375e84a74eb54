import { describe, expect, test } from 'vitest'
import { close, type Stored } from '../../../lib/sequence/close.ts'
import type { OpenSequence } from '../../../lib/sequence/place.ts'
import type { Draft } from '../../../lib/trace/action.ts'
import { Sequence } from '../../../lib/trace/schema.ts'
import { ENDINGS } from '../../../lib/trace/vocabulary.ts'
import { SITE } from '../../fixtures/batch.ts'
import { NOON, aDraft } from '../../fixtures/draft.ts'

const OPEN: OpenSequence = {
  id: '0192f7c4-0000-7000-8000-000000000000',
  tab: 'run:1',
  site: SITE,
  openedAt: NOON,
  lastAt: NOON,
  actions: 0,
  viewport: { width: 1300, height: 800 },
  opener: null,
  previous: null,
}
const OPENER = '0192f7c4-0000-7000-8000-000000000001'

const stored = (actions: Draft[], document = 'a'): Stored[] => actions.map((action) => ({ document, action }))
const closed = (actions: Draft[], open: Partial<OpenSequence> = {}) => close({ ...OPEN, ...open }, stored(actions), 'idle')

const click = (after: number, lasts = 0) => aDraft('click', { at: NOON + after, until: NOON + after + lasts })
const nav = (after: number, cause: 'link' | 'spa' | 'reload' | 'back' = 'link') => aDraft('nav', { at: NOON + after, cause })
const press = (after: number, key: 'Enter' | 'Space' | 'Tab' | 'Escape') => aDraft('press', { at: NOON + after, key })

describe('a closed sequence', () => {
  test('says where, when by the day, and why it ended, and keeps nothing finer', () => {
    const sequence = close({ ...OPEN, opener: OPENER, previous: OPENER }, stored([click(0), click(1234, 321)]), 'tab-closed')
    const { actions, ...header } = sequence
    expect(header).toEqual({
      id: OPEN.id,
      site: SITE,
      day: '2026-11-17',
      viewport: OPEN.viewport,
      opener: OPENER,
      previous: OPENER,
      ended: 'tab-closed',
      durationMs: 1600,
    })
    expect(actions.map(({ t }) => t)).toEqual([0, 1200])
    for (const action of actions) for (const key of ['n', 'at', 'until']) expect(action).not.toHaveProperty(key)
    expect(Sequence.parse(sequence)).toEqual(sequence)
  })

  test.each(ENDINGS)('may end by %s', (ended) => {
    expect(Sequence.parse(close(OPEN, stored([click(0)]), ended)).ended).toBe(ended)
  })

  test('begins with its first action, whichever arrived first', () => {
    const early = stored([click(-86_400_000)], 'late-frame')
    const { day, durationMs, actions } = close(OPEN, [...stored([click(-86_399_000)]), ...early], 'idle')
    expect([day, durationMs]).toEqual(['2026-11-16', 1000])
    expect(actions.map(({ t }) => t)).toEqual([0, 1000])
  })

  test('lasts until its last action has ended, also where an earlier one ends last', () => {
    expect(closed([click(0, 9000), click(1000)]).durationMs).toBe(9000)
  })

  test('without actions is made, and refused by the schema', () => {
    const empty = close(OPEN, [], 'idle')
    expect(empty).toMatchObject({ day: '2026-11-17', durationMs: 0, actions: [] })
    expect(Sequence.safeParse(empty).success).toBe(false)
  })

  test('puts what came from many documents in order of time, and of number within a document at one moment', () => {
    const typed = (n: number, key: 'Enter' | 'Space' | 'Tab') => aDraft('press', { n, at: NOON + 50, key })
    const mixed: Stored[] = [
      ...stored([typed(9, 'Tab'), typed(2, 'Space')], 'b'),
      ...stored([click(90), click(10)], 'c'),
      ...stored([typed(5, 'Enter')], 'a'),
    ]
    for (const order of [mixed, mixed.toReversed()]) {
      const { actions } = close(OPEN, order, 'idle')
      expect(actions.map((action) => (action.kind === 'press' ? action.key : action.t))).toEqual([0, 'Enter', 'Space', 'Tab', 100])
      expect(actions.map(({ seq }) => seq)).toEqual([0, 1, 2, 3, 4])
    }
  })
})

describe('the hesitation before an action', () => {
  test.each([
    [0, '0-1s'],
    [999, '0-1s'],
    [1000, '1-3s'],
    [2999, '1-3s'],
    [3000, '3-10s'],
    [9999, '3-10s'],
    [10_000, '10-30s'],
    [29_999, '10-30s'],
    [30_000, '30s+'],
  ])('of %i ms is the range %s', (gap, pause) => {
    expect(closed([click(0, 500), click(500 + gap)]).actions.map((action) => action.pause)).toEqual(['0-1s', pause])
  })

  test('is counted from the end of whatever ended last', () => {
    const typing = aDraft('type', { at: NOON, until: NOON + 20_000 })
    expect(closed([typing, click(1000), click(21_000)]).actions.map(({ pause }) => pause)).toEqual(['0-1s', '0-1s', '1-3s'])
  })
})

describe('a page that moves', () => {
  const links = (actions: Draft[], open: Partial<OpenSequence> = {}) =>
    closed(actions, open).actions.map((action) => [
      action.kind === 'nav' ? action.cause : action.kind,
      action.causedBy,
      action.effects.map((effect) => effect.action),
    ])

  test('within five seconds of a click followed from it, and both say so', () => {
    expect(links([click(0), nav(5000)])).toEqual([
      ['click', null, [1]],
      ['link', 0, []],
    ])
    expect(links([click(0), nav(5001)])[1]).toEqual(['address', null, []])
    expect(links([click(0, 400), nav(5400, 'spa')])[1]).toEqual(['spa', 0, []])
  })

  test.each<[string, Draft, boolean]>([
    ['Enter', press(0, 'Enter'), true],
    ['Space', press(0, 'Space'), true],
    ['a shortcut', aDraft('press', { at: NOON, key: null, shortcut: 'submit' }), true],
    ['a choice', aDraft('select', { at: NOON }), true],
    ['a checkbox', aDraft('check', { at: NOON }), true],
    ['Tab', press(0, 'Tab'), false],
    ['typing', aDraft('type', { at: NOON }), false],
    ['scrolling', aDraft('scroll', { at: NOON }), false],
    ['hovering', aDraft('hover', { at: NOON }), false],
  ])('after %s followed from it, or not', (_, cause, does) => {
    expect(links([cause, nav(200)])[1]).toEqual([does ? 'link' : 'address', does ? 0 : null, []])
  })

  test('followed from the nearest action that can move a page', () => {
    expect(links([click(0), click(100), aDraft('scroll', { at: NOON + 200 }), nav(300)]).map(([, cause]) => cause)).toEqual([
      null,
      null,
      null,
      1,
    ])
  })

  test('right after another move was sent on; a second click stands between', () => {
    expect(links([click(0), nav(100), nav(600)])).toEqual([
      ['click', null, [1]],
      ['link', 0, []],
      ['redirect', null, []],
    ])
    expect(links([click(0), nav(100), nav(1101)])[2]).toEqual(['address', null, []])
    expect(links([click(0), nav(100), click(300), nav(600)])[3]).toEqual(['link', 2, []])
  })

  test('with nothing before it came by its address, unless the tab was opened by another', () => {
    expect(links([nav(0)])).toEqual([['address', null, []]])
    expect(links([nav(0)], { opener: OPENER })).toEqual([['link', null, []]])
    expect(links([click(0), nav(9000)], { opener: OPENER })[1]).toEqual(['address', null, []])
  })

  test('back, or anew, followed from no click', () => {
    expect(links([click(0), nav(100, 'reload'), nav(200, 'back')])).toEqual([
      ['click', null, []],
      ['reload', null, []],
      ['back', null, []],
    ])
  })

  test('changes no stored action', () => {
    const actions = [nav(0), nav(100)]
    const before = structuredClone(actions)
    closed(actions)
    expect(actions).toEqual(before)
  })
})

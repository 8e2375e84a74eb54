import { describe, expect, test } from 'vitest'
import { close } from '../../../lib/sequence/close.ts'
import type { OpenSequence } from '../../../lib/sequence/place.ts'
import type { Draft, Effect } from '../../../lib/trace/action.ts'
import { LIMITS } from '../../../lib/trace/vocabulary.ts'
import { SITE } from '../../fixtures/batch.ts'
import { NOON, aDraft } from '../../fixtures/draft.ts'

const viewport = { width: 1300, height: 800 }
const OPEN: OpenSequence = {
  id: '0192f7c4-0000-7000-8000-000000000000',
  tab: 'run:1',
  site: SITE,
  openedAt: NOON,
  lastAt: NOON,
  actions: 0,
  viewport,
  opener: null,
  previous: null,
}

const actionsOf = (drafts: Draft[]) =>
  close(
    OPEN,
    drafts.map((action, n) => ({ document: 'a', action: { ...action, n } })),
    'idle',
  ).actions
const causes = (drafts: Draft[]) => actionsOf(drafts).map(({ causedBy }) => causedBy)

const seen = (kind: Effect['kind'], role: Effect['role'] = null): Effect => ({ kind, role, state: null, action: null, settleMs: 100 })
const REVEALED = [seen('revealed', 'listbox')]
const at = (after: number) => ({ at: NOON + after })
const inDialog = (draft: Draft): Draft => ({
  ...draft,
  target: draft.target && { ...draft.target, anchor: { kind: 'dialog', index: 0, count: 1, name: null } },
})

describe('a choice follows from what showed the list', () => {
  test('through typing and scrolling in it, and through other choices', () => {
    const drafts = [
      aDraft('click', { ...at(0), effects: REVEALED }),
      aDraft('type', at(1000)),
      aDraft('scroll', at(2000)),
      aDraft('select', at(3000)),
      aDraft('select', at(4000)),
    ]
    expect(causes(drafts)).toEqual([null, null, null, 0, 0])
  })

  test('but not through another click', () => {
    expect(causes([aDraft('click', { ...at(0), effects: REVEALED }), aDraft('click', at(1000)), aDraft('select', at(2000))])[2]).toBeNull()
  })

  test('which an expanded control says as well', () => {
    const expanded: Effect = { ...seen('state'), state: { expanded: true } }
    expect(causes([aDraft('press', { ...at(0), effects: [expanded] }), aDraft('select', at(1000))])[1]).toBe(0)
    expect(
      causes([aDraft('press', { ...at(0), effects: [{ ...expanded, state: { expanded: false } }] }), aDraft('select', at(1000))])[1],
    ).toBeNull()
  })

  test('in its own frame only', () => {
    expect(causes([aDraft('click', { ...at(0), effects: REVEALED, frame: [0] }), aDraft('select', at(1000))])[1]).toBeNull()
  })
})

test('what is done in a dialog follows from what opened it, once', () => {
  const drafts = [
    aDraft('click', { ...at(0), effects: [seen('dialog', 'dialog')] }),
    inDialog(aDraft('click', at(1000))),
    inDialog(aDraft('click', at(2000))),
    aDraft('click', at(3000)),
  ]
  expect(causes(drafts)).toEqual([null, 0, null, null])
})

test('what was used after the pointer rested on something follows from that', () => {
  expect(causes([aDraft('hover', at(0)), aDraft('click', at(500)), aDraft('click', at(1000))])).toEqual([null, 0, null])
})

test('a paste is linked to the last copy or cut, and one without any to none', () => {
  const clip = (after: number, operation: 'copy' | 'cut' | 'paste') => aDraft('clip', { ...at(after), operation, source: null })
  const actions = actionsOf([clip(0, 'paste'), clip(1000, 'copy'), clip(2000, 'cut'), clip(3000, 'paste'), clip(4000, 'paste')])
  expect(actions.map((action) => action.kind === 'clip' && action.source)).toEqual([null, null, null, 2, 2])
})

test('a dialog and a tab that a click opened are its effects', () => {
  const [click, dialog, tab] = actionsOf([aDraft('click', at(0)), aDraft('dialog', at(100)), aDraft('tab', { ...at(200), change: 'open' })])
  expect([dialog?.causedBy, tab?.causedBy]).toEqual([0, 0])
  expect(click?.effects.map(({ kind, action }) => [kind, action])).toEqual([
    ['dialog', 1],
    ['navigation', 2],
  ])
})

test('where there is no room for one effect more, what was seen makes room for what is known', () => {
  const full = Array.from({ length: LIMITS.effects }, () => seen('revealed'))
  const [click] = actionsOf([aDraft('click', { ...at(0), effects: full }), aDraft('nav', { ...at(500), cause: 'link' })])
  expect(click?.effects).toHaveLength(LIMITS.effects)
  expect(click?.effects.at(-1)).toMatchObject({ kind: 'navigation', action: 1 })
})

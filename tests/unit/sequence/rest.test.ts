import { expect, test } from 'vitest'
import { restBefore } from '../../../lib/sequence/rest.ts'
import type { Effect } from '../../../lib/trace/action.ts'
import { NOON, aDraft } from '../../fixtures/draft.ts'

const effect = (settleMs: number | null): Effect => ({ kind: 'revealed', role: 'listbox', state: null, action: null, settleMs })

test('a page that is still loading is waited for, and what comes after that is thought', () => {
  const drafts = [aDraft('nav', { at: NOON, until: NOON + 4000 }), aDraft('click', { at: NOON + 5500 })]
  expect(restBefore(drafts, 1)).toEqual({ wait: '3-10s', pause: '1-3s' })
})

test('what an action brought about late is waited for', () => {
  const drafts = [aDraft('click', { at: NOON, effects: [effect(1000), effect(null)] }), aDraft('click', { at: NOON + 1900 })]
  expect(restBefore(drafts, 1)).toEqual({ wait: '1-3s', pause: '0-1s' })
})

test('typing is work of the person, not a wait', () => {
  const drafts = [aDraft('type', { at: NOON, until: NOON + 20_000 }), aDraft('click', { at: NOON + 20_100 })]
  expect(restBefore(drafts, 1)).toEqual({ wait: '0-1s', pause: '0-1s' })
})

test('who goes on before the page has settled waits no longer than that', () => {
  const drafts = [aDraft('nav', { at: NOON, until: NOON + 9000 }), aDraft('click', { at: NOON + 2000 })]
  expect(restBefore(drafts, 1)).toEqual({ wait: '1-3s', pause: '0-1s' })
})

test('the first of a sequence waits for nothing', () => {
  expect(restBefore([aDraft('click', { at: NOON })], 0)).toEqual({ wait: '0-1s', pause: '0-1s' })
})

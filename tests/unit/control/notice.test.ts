import { expect, test } from 'vitest'
import type { Context } from '../../../lib/control/context.ts'
import { newTerms, noteSeen } from '../../../lib/control/notice.ts'
import { consentOf, isShown, stateOf } from '../../../lib/control/state.ts'
import { resolvePolicy } from '../../../lib/policy/resolve.ts'
import { termsOf } from '../../../lib/policy/terms.ts'
import { readState, writeState, type Shown } from '../../../lib/store/state.ts'
import { NOON } from '../../fixtures/draft.ts'
import { emptyDatabase } from '../store/empty-database.ts'

function policyOf(matches: string[], consent: 'ask' | 'obtained' = 'ask') {
  const resolution = resolvePolicy(
    {
      collector: { url: 'https://collector.example.com', token: 'token-of-the-tests-0123456789' },
      recording: { sites: matches.map((match) => ({ match })) },
      notice: { company: 'Example Company', contact: 'privacy@example.com', consent },
    },
    () => false,
  )
  if (resolution.kind !== 'ready') throw new Error(JSON.stringify(resolution))
  return { resolution, terms: termsOf(resolution.policy) }
}
const WIKI = 'https://wiki.example.com/*'
const CRM = 'https://crm.example.com/*'
const one = policyOf([WIKI])
const both = policyOf([WIKI, CRM])
const none = { pause: undefined, consent: undefined }
const shown = (change: Partial<Shown>): Shown => ({ terms: one.terms, version: '0.1.0', at: NOON, seenAt: null, before: null, ...change })

test('who agreed to less is asked again, and nothing is recorded meanwhile', () => {
  const agreed = { given: true, terms: one.terms }
  expect(consentOf({ ...none, resolution: one.resolution, consent: agreed })).toBe('given')
  expect(consentOf({ ...none, resolution: both.resolution, consent: agreed })).toBe('asking')
  expect(stateOf({ ...none, resolution: both.resolution, consent: agreed }, NOON)).toBe('asking')
})

test('who agreed to more is not asked again', () => {
  expect(consentOf({ ...none, resolution: one.resolution, consent: { given: true, terms: both.terms } })).toBe('given')
})

test('who refused less has refused, and is not asked again', () => {
  expect(consentOf({ ...none, resolution: both.resolution, consent: { given: false, terms: one.terms } })).toBe('refused')
})

test('an agreement that does not say to what covers nothing', () => {
  expect(consentOf({ ...none, resolution: one.resolution, consent: { given: true } })).toBe('asking')
})

test('a policy is told of once the notice has shown it, or one that records more', () => {
  expect(isShown({ ...none, resolution: one.resolution })).toBe(false)
  expect(isShown({ ...none, resolution: one.resolution, shown: shown({}) })).toBe(true)
  expect(isShown({ ...none, resolution: one.resolution, shown: shown({ terms: both.terms }) })).toBe(true)
  expect(isShown({ ...none, resolution: both.resolution, shown: shown({}) })).toBe(false)
})

test('what is new is new to whoever agreed, or looked, last', () => {
  const what = (...args: Parameters<typeof newTerms>) => newTerms(...args).map((more) => more.what)
  expect(what(both.terms, { consent: { given: true, terms: one.terms } })).toEqual(['site'])
  expect(what(both.terms, { consent: undefined, shown: { before: one.terms } })).toEqual(['site'])
  expect(what(both.terms, { consent: undefined, shown: { before: null } })).toEqual([])
  expect(what(one.terms, { consent: { given: true, terms: both.terms }, shown: { before: null } })).toEqual([])
})

/** What is noted after the person has looked at the notice with the terms of `now` in force. */
async function after(looking: string, now: ReturnType<typeof policyOf>, before: Shown): Promise<Shown | undefined> {
  const db = await emptyDatabase()
  await writeState(db.transaction('state', 'readwrite').store, 'shown', before)
  await noteSeen({ db, resolution: now.resolution } as unknown as Context, looking, NOON + 1)
  return readState(db.transaction('state').store, 'shown')
}

test('that the person has looked is noted once, for the terms that were looked at', async () => {
  expect(await after(one.terms.id, one, shown({}))).toEqual(shown({ seenAt: NOON + 1 }))
  expect(await after(both.terms.id, one, shown({}))).toEqual(shown({}))
  expect(await after(one.terms.id, one, shown({ seenAt: NOON }))).toEqual(shown({ seenAt: NOON }))
})

test('who has looked at less since is told of more again; what was never opened cannot be looked at', async () => {
  expect(await after(one.terms.id, one, shown({ terms: both.terms, seenAt: NOON }))).toEqual(shown({ seenAt: NOON + 1 }))
  expect(await after(both.terms.id, both, shown({}))).toEqual(shown({}))
})

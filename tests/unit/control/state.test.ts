import { describe, expect, test } from 'vitest'
import { baseState, consentOf, isPaused, stateOf, type Facts } from '../../../lib/control/state.ts'
import { resolvePolicy, type Resolution } from '../../../lib/policy/resolve.ts'
import { termsOf } from '../../../lib/policy/terms.ts'
import { NOON } from '../../fixtures/draft.ts'

const MINUTE = 60_000
const managed = (notice: object, recording: object = {}): unknown => ({
  collector: { url: 'https://collector.example.com', token: 'token-of-the-tests-0123456789' },
  recording: { sites: [{ match: 'https://wiki.example.com/*' }], ...recording },
  notice: { company: 'Example Company', contact: 'privacy@example.com', ...notice },
})
const resolved = (raw: unknown): Resolution => resolvePolicy(raw, () => false)

const informed = resolved(managed({ consent: 'obtained' }))
const asking = resolved(managed({}))
/** NOON is a Tuesday, 12:00 UTC. */
const inHours = resolved(managed({ consent: 'obtained' }, { schedule: { days: ['tue'], from: '08:00', to: '18:00', timeZone: 'UTC' } }))
const offHours = resolved(managed({ consent: 'obtained' }, { schedule: { days: ['tue'], from: '13:00', to: '18:00', timeZone: 'UTC' } }))
const refused = resolved({ recording: 5 })
const empty = resolved({})

const agreed = { given: true, ...(asking.kind === 'ready' && { terms: termsOf(asking.policy) }) }
const facts = (change: Partial<Facts> = {}): Facts => ({ resolution: informed, pause: undefined, consent: undefined, ...change })
const PAUSE = { since: NOON - MINUTE, until: NOON + MINUTE }

test('the policies of these tests are what they are taken for', () => {
  expect([informed, asking, inHours, offHours, refused, empty].map(({ kind }) => kind)).toEqual([
    'ready',
    'ready',
    'ready',
    'ready',
    'refused',
    'empty',
  ])
})

describe('the state', () => {
  test.each<[string, Partial<Facts>, string]>([
    ['recording where nothing is against it', {}, 'recording'],
    ['recording within the hours', { resolution: inHours }, 'recording'],
    ['recording once the person has agreed', { resolution: asking, consent: agreed }, 'recording'],
    ['off hours outside of them', { resolution: offHours }, 'off-hours'],
    ['paused during a pause', { pause: PAUSE }, 'paused'],
    ['paused rather than off hours', { resolution: offHours, pause: PAUSE }, 'paused'],
    ['asking until the person has answered', { resolution: asking }, 'asking'],
    ['off after the person has refused, and not asking again', { resolution: asking, consent: { given: false } }, 'off-here'],
    ['asking rather than paused', { resolution: asking, pause: PAUSE }, 'asking'],
    ['not set up without a policy', { resolution: empty }, 'not-set-up'],
    ['not set up, whatever was paused or agreed to', { resolution: empty, pause: PAUSE, consent: { given: true } }, 'not-set-up'],
    ['attention with a broken policy', { resolution: refused }, 'attention'],
    ['attention, whatever was paused or agreed to', { resolution: refused, pause: PAUSE, consent: { given: true } }, 'attention'],
    ['recording after a refusal, where the company has informed people itself', { consent: { given: false } }, 'recording'],
  ])('is %s', (_, change, state) => {
    expect(stateOf(facts(change), NOON)).toBe(state)
    expect(baseState(facts(change), NOON)).toBe(state === 'recording' ? 'off-here' : state)
  })
})

test.each([
  // A clock that was set back: the pause goes on.
  [-1, true],
  [0, true],
  [1, true],
  [MINUTE - 1, true],
  [MINUTE, false],
])('a pause of a minute, %i ms after it began: %s', (after, paused) => {
  const pause = { since: NOON, until: NOON + MINUTE }
  expect(isPaused({ pause }, NOON + after)).toBe(paused)
  expect(stateOf(facts({ pause }), NOON + after)).toBe(paused ? 'paused' : 'recording')
})

test('a person is asked only where a policy asks', () => {
  expect(isPaused({ pause: undefined }, NOON)).toBe(false)
  expect([informed, refused, empty].map((resolution) => consentOf(facts({ resolution })))).toEqual(['unneeded', 'unneeded', 'unneeded'])
  const answers = [undefined, agreed, { given: false }]
  expect(answers.map((consent) => consentOf(facts({ resolution: asking, consent })))).toEqual(['asking', 'given', 'refused'])
})

/** May we record, and if not, why not: one answer for recorders, badge, popup, options and notice. Pure. */
import type { Problem, State } from '../messages.ts'
import type { Policy } from '../policy/policy.ts'
import type { Resolution } from '../policy/resolve.ts'
import { isWithin } from '../policy/schedule.ts'
import { termsOf, widenings, type Terms } from '../policy/terms.ts'

export type Facts = {
  resolution: Resolution
  pause: { since: number; until: number } | undefined
  consent: { given: boolean; terms?: Terms } | undefined
  /** What the notice last showed. */
  shown?: { terms: Terms; at: number; seenAt: number | null; before: Terms | null } | undefined
  /** What the collector has ordered. */
  order?: { confirmed: boolean } | undefined
  /** How looking for the allowlist file went. */
  list?: { problems: readonly Problem[]; goodAt: number | null } | undefined
}

/** An allowlist file holds until it expires; nothing is recorded by it from then on, and nothing deleted. */
export function isExpired({ resolution }: Pick<Facts, 'resolution'>, now: number): boolean {
  const file = resolution.kind === 'ready' ? resolution.policy.file : null
  return file !== null && file.expires <= now
}

export function isPaused({ pause }: Pick<Facts, 'pause'>, now: number): boolean {
  // Not `now >= since`: a clock that is set back must not end a pause.
  return pause !== undefined && now < pause.until
}

export function consentOf({ resolution, consent }: Facts): 'unneeded' | 'asking' | 'given' | 'refused' {
  if (resolution.kind !== 'ready' || resolution.policy.notice.consent === 'obtained') return 'unneeded'
  if (!consent) return 'asking'
  if (!consent.given) return 'refused'
  // Agreed to less: until the rest is agreed to as well, nothing is recorded. To go on with what was agreed to would take a policy
  // that nobody has written.
  return covers(consent.terms, resolution.policy) ? 'given' : 'asking'
}

/** Has the notice been opened with everything that the policy in force records? */
export function isShown({ resolution, shown }: Facts): boolean {
  return resolution.kind === 'ready' && covers(shown?.terms, resolution.policy)
}

function covers(terms: Terms | undefined, policy: Policy): boolean {
  return terms !== undefined && widenings(terms, termsOf(policy)).length === 0
}

/** State of the whole browser: `recording` means that listed sites are recorded, `off-here` that the person has refused. */
export function stateOf(facts: Facts, now: number): State {
  const { resolution } = facts
  if (resolution.kind === 'refused') return 'attention'
  // Settings that name an allowlist file are complete when one has come; that none comes is for somebody to mend.
  if (resolution.kind === 'empty') return facts.list && facts.list.problems.length > 0 ? 'attention' : 'not-set-up'
  if (isExpired(facts, now)) return 'attention'
  if (facts.order?.confirmed) return 'attention'
  const consent = consentOf(facts)
  if (consent === 'asking') return 'asking'
  if (consent === 'refused') return 'off-here'
  if (isPaused(facts, now)) return 'paused'
  const { schedule } = resolution.policy.recording
  return schedule && !isWithin(schedule, now) ? 'off-hours' : 'recording'
}

/** What a tab shows that has no granted recorder. */
export function baseState(facts: Facts, now: number): State {
  const state = stateOf(facts, now)
  return state === 'recording' ? 'off-here' : state
}

/** May we record, and if not, why not: one answer for recorders, badge, popup, options and notice. Pure. */
import type { Problem, State } from '../messages.ts'
import type { Resolution } from '../policy/resolve.ts'
import { isWithin } from '../policy/schedule.ts'

export type Facts = {
  resolution: Resolution
  pause: { since: number; until: number } | undefined
  consent: { given: boolean } | undefined
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
  return consent.given ? 'given' : 'refused'
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

/** What a person is told of a policy, and may be asked to agree to; and what one policy records more than another. Pure. */
import { compareRecordings, type Change, type Recording } from './compare.ts'
import { fingerprint } from './fingerprint.ts'
import type { Policy } from './policy.ts'

export type Terms = {
  recording: Recording
  /** Origin of the collector. */
  collector: string
  retentionDays: number
  consent: 'ask' | 'obtained'
  /** Differs when anything above differs. */
  id: string
}

/**
 * One way in which more is recorded, or kept longer, or given to somebody else, than before. `unasked`: the person is no longer asked.
 * What a narrower policy takes away is not told of: nobody has to know it in time.
 */
export type Widening =
  | (Change & { kind: 'more' })
  | { kind: 'more'; what: 'collector'; origin: string }
  | { kind: 'more'; what: 'retention'; days: number }
  | { kind: 'more'; what: 'unasked' }

const known = new WeakMap<Policy, Terms>()

export function termsOf(policy: Policy): Terms {
  const before = known.get(policy)
  if (before) return before
  const { recording, collector, local, notice } = policy
  const told = { recording, collector: new URL(collector.url).origin, retentionDays: local.retentionDays, consent: notice.consent }
  const terms = { ...told, id: fingerprint(told) }
  known.set(policy, terms)
  return terms
}

/** By the ids of both: comparing lists of 500 sites takes longer than a message may, and each message asks. */
const compared = new Map<string, readonly Widening[]>()

/** What `now` records more than `before`; empty where whoever knows `before` knows all of it. */
export function widenings(before: Terms, now: Terms): readonly Widening[] {
  if (before.id === now.id) return []
  const pair = `${before.id} ${now.id}`
  const found = compared.get(pair) ?? compare(before, now)
  compared.set(pair, found)
  return found
}

function compare(before: Terms, now: Terms): Widening[] {
  const more: Widening[] = compareRecordings(before.recording, now.recording).filter(isMore)
  if (now.collector !== before.collector) more.push({ kind: 'more', what: 'collector', origin: now.collector })
  if (now.retentionDays > before.retentionDays) more.push({ kind: 'more', what: 'retention', days: now.retentionDays })
  if (before.consent === 'ask' && now.consent === 'obtained') more.push({ kind: 'more', what: 'unasked' })
  return more
}

function isMore(change: Change): change is Change & { kind: 'more' } {
  return change.kind === 'more'
}

/** The one status that badge, popup, options and notice show. */
import { browser } from 'wxt/browser'
import type { ListStatus, State, Status } from '../messages.ts'
import { credentialsIn } from '../store/credentials.ts'
import { readState } from '../store/state.ts'
import { activityIn, copiesIn, erasuresIn, todayIn, waitingIn } from '../store/stats.ts'
import { showsRecording } from '../ui/badge.ts'
import { mayDelete } from './delete.ts'
import { asRead } from './as-read.ts'
import { factsOf, type Context } from './context.ts'
import { listedTab } from './place.ts'
import { pointerOf } from './list-file.ts'
import { consentOf, isExpired, isPaused, stateOf, type Facts } from './state.ts'
import { newTerms } from './notice.ts'
import { termsOf } from '../policy/terms.ts'

/** Longest pause where no policy says otherwise: a day. */
const DEFAULT_PAUSE_MINUTES = 1440

export async function statusOf(context: Context, tabId: number | null, now: number): Promise<Status> {
  const { db, resolution } = context
  const facts = await factsOf(context)
  const policy = resolution.kind === 'ready' ? resolution.policy : null
  const terms = policy && termsOf(policy)
  const whole = stateOf(facts, now)
  const listed = policy && tabId !== null ? await listedTab(policy, tabId) : null
  const isRecorded = tabId === null || (listed !== null && (await showsRecording(tabId)))
  const state: State = whole === 'recording' && !isRecorded ? 'off-here' : whole
  const { store } = db.transaction('state')
  const delivery = await readState(store, 'delivery')
  const device = (await readState(db.transaction('state').store, 'device'))?.id ?? null
  return {
    version: browser.runtime.getManifest().version,
    state,
    whole,
    site: listed?.origin ?? null,
    pausedUntil: isPaused(facts, now) ? (facts.pause?.until ?? null) : null,
    pauseMaxMinutes: policy?.person.pauseMaxMinutes ?? DEFAULT_PAUSE_MINUTES,
    consent: consentOf(facts),
    terms: {
      id: terms?.id ?? null,
      more: terms ? newTerms(terms, facts) : [],
      since: facts.shown?.at ?? null,
      seen: typeof facts.shown?.seenAt === 'number',
    },
    waiting: await waitingIn(db),
    sent: (await readState(db.transaction('state').store, 'sent')) ?? { actions: 0, batches: 0, lastAt: null },
    delivery: delivery?.code ? { code: delivery.code, retryAt: delivery.retryAt } : null,
    enrolment: await enrolmentOf(context, device, now),
    aside: context.aside.length,
    erasures: await erasuresIn(db),
    mayDelete: mayDelete(context),
    activity: await activityIn(db, now),
    copies: await copiesIn(db),
    device,
    today: await todayIn(db, now),
    policy: {
      sites:
        policy?.recording.sites.map(({ match, text, context: kept, phrases, unmask }) => ({
          match,
          text,
          context: kept,
          phrases: phrases.length,
          unmask: unmask.length,
        })) ?? [],
      except: policy?.recording.except ?? [],
      schedule: policy?.recording.schedule ?? null,
      collector: policy ? new URL(policy.collector.url).origin : null,
      flushMinutes: policy?.collector.flushMinutes ?? null,
      retentionDays: policy?.local.retentionDays ?? 0,
      company: policy?.notice.company ?? null,
      contact: policy?.notice.contact ?? null,
      noticeUrl: policy?.notice.url ?? null,
      problems: resolution.kind === 'refused' ? resolution.problems : [],
      list: listStatus(facts, now),
      raw: asRead(context.raw),
    },
  }
}

async function enrolmentOf({ db, resolution }: Context, device: string | null, now: number): Promise<Status['enrolment']> {
  if (resolution.kind !== 'ready' || !('joinSecret' in resolution.policy.collector)) return null
  const known = await credentialsIn(db, resolution.policy.collector.url)
  const credential = known.find((one) => one.device === device) ?? known.at(-1)
  if (!credential) return { credential: null, since: null, tokenUntil: null, revoked: false }
  const { id, since, token, revoked } = credential
  return { credential: id, since, tokenUntil: token && token.until > now ? token.until : null, revoked }
}

function listStatus(facts: Facts, now: number): ListStatus | null {
  const { resolution, list } = facts
  const pointer = pointerOf(resolution)
  if (!pointer) return null
  const file = resolution.kind === 'ready' ? resolution.policy.file : null
  return {
    host: new URL(pointer.url).host,
    version: file?.version ?? null,
    expires: file?.expires ?? null,
    expired: isExpired(facts, now),
    goodAt: list?.goodAt ?? null,
    problems: list?.problems ?? [],
  }
}

/** The one status that badge, popup, options and notice show. */
import { browser } from 'wxt/browser'
import type { State, Status } from '../messages.ts'
import { credentialsIn } from '../store/credentials.ts'
import { readState } from '../store/state.ts'
import { activityIn, copiesIn, erasuresIn, todayIn, waitingIn } from '../store/stats.ts'
import { mayDelete } from './delete.ts'
import { asRead } from './as-read.ts'
import { factsOf, type Context } from './context.ts'
import { listedTab } from './place.ts'
import { consentOf, isPaused, stateOf } from './state.ts'

/** Longest pause where no policy says otherwise: a day. */
const DEFAULT_PAUSE_MINUTES = 1440

export async function statusOf(context: Context, tabId: number | null, now: number): Promise<Status> {
  const { db, resolution } = context
  const facts = await factsOf(context)
  const policy = resolution.kind === 'ready' ? resolution.policy : null
  const whole = stateOf(facts, now)
  const listed = policy && tabId !== null ? await listedTab(policy, tabId) : null
  const state: State = whole === 'recording' && tabId !== null && !listed ? 'off-here' : whole
  const { store } = db.transaction('state')
  const delivery = await readState(store, 'delivery')
  return {
    version: browser.runtime.getManifest().version,
    state,
    site: listed?.origin ?? null,
    pausedUntil: isPaused(facts, now) ? (facts.pause?.until ?? null) : null,
    pauseMaxMinutes: policy?.person.pauseMaxMinutes ?? DEFAULT_PAUSE_MINUTES,
    consent: consentOf(facts),
    waiting: await waitingIn(db),
    sent: (await readState(db.transaction('state').store, 'sent')) ?? { actions: 0, batches: 0, lastAt: null },
    delivery: delivery?.code ? { code: delivery.code, retryAt: delivery.retryAt } : null,
    enrolment: await enrolmentOf(context, now),
    aside: context.aside.length,
    erasures: await erasuresIn(db),
    mayDelete: mayDelete(context),
    activity: await activityIn(db, now),
    copies: await copiesIn(db),
    device: (await readState(db.transaction('state').store, 'device'))?.id ?? null,
    today: await todayIn(db, now),
    policy: {
      sites: policy?.recording.sites.map(({ match, text, context: kept }) => ({ match, text, context: kept })) ?? [],
      except: policy?.recording.except ?? [],
      schedule: policy?.recording.schedule ?? null,
      collector: policy ? new URL(policy.collector.url).origin : null,
      flushMinutes: policy?.collector.flushMinutes ?? null,
      retentionDays: policy?.local.retentionDays ?? 0,
      company: policy?.notice.company ?? null,
      contact: policy?.notice.contact ?? null,
      noticeUrl: policy?.notice.url ?? null,
      problems: resolution.kind === 'refused' ? resolution.problems : [],
      raw: asRead(context.raw),
    },
  }
}

async function enrolmentOf({ db, resolution }: Context, now: number): Promise<Status['enrolment']> {
  if (resolution.kind !== 'ready' || !('joinSecret' in resolution.policy.collector)) return null
  const known = await credentialsIn(db, resolution.policy.collector.url)
  const device = await readState(db.transaction('state').store, 'device')
  const credential = known.find((one) => one.device === device?.id) ?? known.at(-1)
  if (!credential) return null
  const { id, since, token, revoked } = credential
  return { credential: id, since, tokenUntil: token && token.until > now ? token.until : null, revoked }
}

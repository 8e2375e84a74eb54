/** What popup, options and notice ask of the worker. Each answer is the status afterwards. */
import { browser } from 'wxt/browser'
import type { State, Status, UiMessage } from '../messages.ts'
import { closeDocuments } from '../store/append.ts'
import { closeSequences } from '../store/queue.ts'
import { changePause } from '../store/pause.ts'
import { writeState } from '../store/state.ts'
import { termsOf } from '../policy/terms.ts'
import { drainTails } from '../store/tails.ts'
import { showState } from './badge.ts'
import { admissionOf } from './admission.ts'
import { deleteRecorded } from './delete.ts'
import { announceChange, factsOf, type Context } from './context.ts'
import { arm, flush } from './jobs.ts'
import { noteSeen } from './notice.ts'
import { tellRecorders } from './registration.ts'
import { rememberStatus } from '../ui/remembered-status.ts'
import { baseState, isPaused, stateOf } from './state.ts'
import { statusOf } from './status.ts'

/** @param clean opens the store anew where something was deleted from it */
export async function answerRequest(known: Context, request: UiMessage, clean: (context: Context) => Promise<Context>): Promise<Status> {
  let context = known
  const now = Date.now()
  switch (request.type) {
    case 'status':
    // Looked for already, since what comes is taken in turn.
    case 'refresh-list':
      return statusOf(context, request.type === 'status' ? request.tab : null, now)
    case 'pause':
      await pause(context, request.minutes, now)
      break
    case 'resume':
      await resume(context, now)
      break
    case 'seen':
      await noteSeen(context, request.terms, now)
      return statusOf(context, null, now)
    case 'consent':
      await answerNotice(context, request, now)
      break
    case 'delete':
      await deleteRecorded(context, request.what, now)
      context = await clean(context)
      break
    case 'flush':
      // "Now" means everything: sequences that are still open end here.
      await drainTails(context.db, now, await admissionOf(context))
      await closeSequences(context.db, () => 'flush')
      await flush(context)
      // The collector may have ordered what it has erased to be deleted here.
      context = await clean(context)
      break
  }
  await settle(context)
  return statusOf(context, null, Date.now())
}

/** Agreement counts for the terms that the person was looking at; where others are in force by now, the page shows those and asks again. */
async function answerNotice(
  { db, resolution }: Context,
  { given, terms: id }: { given: boolean; terms: string },
  now: number,
): Promise<void> {
  const terms = resolution.kind === 'ready' ? termsOf(resolution.policy) : null
  if (given && terms?.id !== id) return
  await writeState(db.transaction('state', 'readwrite').store, 'consent', { given, at: now, ...(terms && { terms }) })
  // A page in the back-forward cache hears no message; it must ask again before anything of it is kept.
  if (!given) await closeDocuments(db, now)
  await tellRecorders({ type: given ? 'renew' : 'stop' })
}

/** Pauses kept: a page holds its actions for minutes while the worker does not answer, and nobody pauses more often meanwhile. */
const MAX_EARLIER = 20

/**
 * Pause is written before anybody is told: from then on the worker refuses every action that began later, whichever frame
 * has not heard yet.
 */
export async function pause(context: Context, minutes: number, now: number): Promise<void> {
  const { resolution } = context
  const longest = resolution.kind === 'ready' ? resolution.policy.person.pauseMaxMinutes : minutes
  const until = now + Math.min(minutes, longest) * 60_000
  await changePause(context.db, (before) => {
    const earlier = before ? [{ since: before.since, until: Math.min(before.until, now) }, ...(before.earlier ?? [])] : []
    return { since: now, until, earlier: earlier.slice(0, MAX_EARLIER) }
  })
  await tellRecorders({ type: 'stop' })
}

export async function resume(context: Context, now: number): Promise<void> {
  // The span of the pause is kept: what was recorded in it and arrives late is still refused.
  await changePause(context.db, (before) => (before && isPaused({ pause: before }, now) ? { ...before, until: now } : undefined))
  await tellRecorders({ type: 'renew' })
}

/** After any change: the badge everywhere, the alarm, and open pages of ours. */
export async function settle(context: Context): Promise<void> {
  const now = Date.now()
  const facts = await factsOf(context)
  await showState(baseState(facts, now))
  // Tabs with a recorder have a badge of their own; while nothing is recorded it must not say otherwise.
  if (stateOf(facts, now) !== 'recording') {
    const tabs = await knownTabs(context)
    await Promise.all(tabs.map((tab) => showState(baseState(facts, now), tab)))
  }
  await arm(context, now)
  await tellChange(stateOf(facts, now))
  await rememberStatus(await statusOf(context, null, now))
  await announceChange()
}

/** A pause or a break of the schedule may have begun or ended while the worker slept: what was told last is kept outside of it. */
async function tellChange(state: State): Promise<void> {
  const { state: told } = await browser.storage.session.get('state')
  await browser.storage.session.set({ state })
  if (told !== undefined && told !== state) await tellRecorders({ type: state === 'recording' ? 'renew' : 'stop' })
}

/** Tabs of this browser run that a recorder has spoken from. */
async function knownTabs({ db, run }: Context): Promise<number[]> {
  const rows = await db.getAllFromIndex('documents', 'tab', IDBKeyRange.bound(`${run}:`, `${run};`))
  return [...new Set(rows.map(({ tab }) => Number(tab.slice(run.length + 1))))]
}

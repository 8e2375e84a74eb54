/** Everything that happens later, over one alarm: the worker asks what is due, does it, and sets the alarm to what comes next. */
import { browser } from 'wxt/browser'
import { isEnrolled, type Collector } from '../flush/access.ts'
import { deliver } from '../flush/deliver.ts'
import { alarmAt, firstEntry, firstTry, tryAfterStart } from '../flush/schedule.ts'
import { nextChange } from '../policy/schedule.ts'
import { idleAt } from '../sequence/place.ts'
import { closeSequences, nextIdle } from '../store/queue.ts'
import { readState, writeState } from '../store/state.ts'
import { hasWaiting } from '../store/stats.ts'
import { trim } from '../store/trim.ts'
import { readManaged } from '../policy/managed.ts'
import type { Database } from '../store/database.ts'
import { announceChange, factsOf, resolve, type Context } from './context.ts'
import { nextLook, spreadLook } from './list-file.ts'
import { consentOf } from './state.ts'

const ALARM = 'next'
/** The longest the collector can have asked for, with the spread on top. */
const MAX_WAIT_MS = 2 * 86_400_000
/** Without a policy nobody has said how long; this is the longest that a policy may say, and the most. */
const LONGEST = { retentionDays: 30, maxMb: 1000 }

/** Sets the alarm to whatever comes next, or to nothing: an idle browser is left alone. */
export async function arm(context: Context, now: number): Promise<void> {
  const { db, resolution } = context
  const due: number[] = []
  const idle = await nextIdle(db)
  if (idle !== null) due.push(idle)
  const pause = await readState(db.transaction('state').store, 'pause')
  if (pause && pause.until > now) due.push(pause.until)
  if (resolution.kind === 'ready') {
    const { file } = resolution.policy
    if (file && file.expires > now) due.push(file.expires)
    if (resolution.policy.recording.schedule) due.push(nextChange(resolution.policy.recording.schedule, now))
    const flushAt = await flushDue(context, now)
    if (flushAt !== null) due.push(flushAt)
  }
  const lookAt = await nextLook(db, resolution, now)
  if (lookAt !== null) due.push(lookAt)
  if (due.length === 0) await browser.alarms.clear(ALARM)
  else await browser.alarms.create(ALARM, { when: alarmAt(Math.min(...due), now) })
}

/** When to deliver next: within one interval after something came to wait; null while nothing waits, and the collector need not be asked. */
async function flushDue(context: Context, now: number): Promise<number | null> {
  const { db, resolution } = context
  if (resolution.kind !== 'ready') return null
  const { collector } = resolution.policy
  const waits = await hasWaiting(db)
  if (!waits && !(await hasToAsk(context, collector))) return null
  const { store } = db.transaction('state', 'readwrite')
  const known = await readState(store, 'flushAt')
  // Further ahead than any wait can be: the clock was ahead when it was set.
  if (known !== undefined && known > 0 && known <= now + MAX_WAIT_MS) return known
  const next = (waits ? firstTry : firstEntry)(collector.flushMinutes, now, Math.random())
  await writeState(store, 'flushAt', next)
  return next
}

/** A key of its own is to be enrolled, once it may record; or it was revoked, and will hear only so that it is not any more. */
async function hasToAsk(context: Context, collector: Collector): Promise<boolean> {
  if ('token' in collector) return false
  const facts = await factsOf(context)
  if (facts.order) return true
  const consent = consentOf(facts)
  return (consent === 'unneeded' || consent === 'given') && !(await isEnrolled(context.db, collector))
}

/** At a browser start: what is overdue is done at a random moment, not at once. */
export async function spreadStart({ db, resolution }: Context, now: number): Promise<void> {
  await spreadLook(db, resolution, now)
  if (resolution.kind !== 'ready') return
  const { store } = db.transaction('state', 'readwrite')
  const known = (await readState(store, 'flushAt')) ?? 0
  if (known > 0) await writeState(store, 'flushAt', tryAfterStart(known, resolution.policy.collector.flushMinutes, now, Math.random()))
}

async function closeIdle({ db }: Context, now: number): Promise<void> {
  await closeSequences(db, (row) => (idleAt(row) <= now ? 'idle' : null))
}

/** Delivers now. One at a time: whoever comes second waits for its turn, and finds little left to do. */
export async function flush({ db, resolution }: Context): Promise<void> {
  if (resolution.kind !== 'ready') return
  const { collector, local } = resolution.policy
  await navigator.locks.request('flush', async () => {
    const { retryAt } = await deliver(db, {
      collector,
      local,
      extension: browser.runtime.getManifest().version,
      renewed: () => collectorNow(db),
    })
    await writeState(db.transaction('state', 'readwrite').store, 'flushAt', retryAt)
  })
  await announceChange()
}

/** The collector as the policy names it now: a token may have been replaced without the worker having been told yet. */
async function collectorNow(db: Database) {
  const resolution = await resolve(await readManaged(), db)
  return resolution.kind === 'ready' ? resolution.policy.collector : null
}

export async function runDue(context: Context, now: number): Promise<void> {
  await closeIdle(context, now)
  const flushAt = await flushDue(context, now)
  // A delivery trims by itself, when it has delivered what it can: a clock that jumped ahead must not drop it first.
  if (flushAt !== null && flushAt <= now) return flush(context)
  await trim(context.db, now, localOf(context))
}

/** How long and how much may be kept here. */
export function localOf({ resolution }: Context): { retentionDays: number; maxMb: number } {
  return resolution.kind === 'ready' ? resolution.policy.local : LONGEST
}

/** What the person sees in numbers. */
import type { Draft } from '../trace/action.ts'
import type { Counts } from '../trace/counts.ts'
import type { Database } from './database.ts'
import { GZIP_RATIO } from './trim.ts'
import { pendingErasures } from './erasures.ts'
import { addCounts, readState, type StateValues } from './state.ts'

type Today = StateValues['today']
type Activity = StateValues['activity']

/** Local calendar day: "today" is the person's, not UTC's. */
export function dayOf(now: number): string {
  const date = new Date(now)
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

export function addToday(known: Today | undefined, now: number, site: string | null, actions: Draft[], counted: Counts): Today {
  const day = dayOf(now)
  const today: Today = known?.day === day ? { ...known } : { day, kinds: {}, sites: {}, counts: {} }
  const kinds = { ...today.kinds }
  for (const { kind } of actions) kinds[kind] = (kinds[kind] ?? 0) + 1
  const sites = { ...today.sites }
  if (site && actions.length > 0) sites[site] = (sites[site] ?? 0) + actions.length
  return { day, kinds, sites, counts: addCounts(today.counts, counted) }
}

/** As far back as a person sees how much was recorded. */
const ACTIVITY_DAYS = 30

/** @param known the oldest day first */
export function addActivity(known: Activity, now: number, actions: number): Activity {
  const oldest = dayOf(new Date(now).setDate(new Date(now).getDate() - (ACTIVITY_DAYS - 1)))
  const kept = known.filter(({ day }) => day >= oldest)
  if (actions === 0) return kept
  const day = dayOf(now)
  const before = kept.find((one) => one.day === day)?.actions ?? 0
  return [...kept.filter((one) => one.day !== day), { day, actions: before + actions }].toSorted((a, b) => a.day.localeCompare(b.day))
}

export async function activityIn(db: Database, now: number): Promise<Activity> {
  return addActivity((await readState(db.transaction('state').store, 'activity')) ?? [], now, 0)
}

/** Whether anything is to be delivered; asked after every message, so it reads no bodies. */
export async function hasWaiting(db: Database): Promise<boolean> {
  if ((await db.count('actions')) > 0 || (await pendingErasures(db)).length > 0) return true
  return (await db.getAll('batches')).some(({ parked }) => !parked)
}

export type Waiting = { actions: number; sequences: number; batches: number; parked: number; bytes: number }

export async function waitingIn(db: Database): Promise<Waiting> {
  const tx = db.transaction(['actions', 'sequences', 'batches'])
  const batches = await tx.objectStore('batches').getAll()
  const waiting = {
    actions: await tx.objectStore('actions').count(),
    sequences: await tx.objectStore('sequences').count(),
    batches: batches.filter(({ parked }) => !parked).length,
    parked: batches.filter(({ parked }) => parked).length,
    bytes: batches.reduce((sum, { size }) => sum + size, 0),
  }
  await tx.done
  for (const { parked, actions, contents } of batches) {
    if (parked) continue
    waiting.actions += actions
    waiting.sequences += contents.length
  }
  return waiting
}

/** About how much is kept, in bytes of batches: what is sealed, what is still to be, and copies of what was sent. */
export async function keptBytes(db: Database): Promise<number> {
  const sealed = (await db.getAll('batches')).reduce((sum, { size }) => sum + size, 0)
  const stored = (await db.getAll('sequences')).reduce((sum, { bytes }) => sum + bytes, 0)
  return sealed + stored / GZIP_RATIO + (await copiesIn(db)).bytes
}

/** What is kept of what was sent; `bytes` as it is stored. */
export async function copiesIn(db: Database): Promise<{ sequences: number; bytes: number }> {
  const sizes = (await db.getAll('sent')).flatMap(({ copy }) => copy ?? [])
  return { sequences: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) }
}

export async function erasuresIn(db: Database) {
  const rows = await db.getAll('erasures')
  return {
    pending: rows.reduce((sum, { receipt, missedAt, count }) => (receipt || missedAt !== null ? sum : sum + count), 0),
    elsewhere: rows.flatMap(({ receipt, missedAt, collector, count }) =>
      receipt === null && missedAt !== null && collector !== null ? [{ collector: new URL(collector).origin, count }] : [],
    ),
    receipts: rows.flatMap(({ receipt, count }) => (receipt ? [{ ...receipt, count }] : [])),
  }
}

export async function todayIn(db: Database, now: number): Promise<Today> {
  return addToday(await readState(db.transaction('state').store, 'today'), now, null, [], {})
}

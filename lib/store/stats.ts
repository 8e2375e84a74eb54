/** What the person sees in numbers. */
import type { Draft } from '../trace/action.ts'
import type { Counts } from '../trace/counts.ts'
import type { Database } from './database.ts'
import { GZIP_RATIO } from './trim.ts'
import { pendingErasures } from './erasures.ts'
import { addCounts, readState, type StateValues } from './state.ts'

type Today = StateValues['today']

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

/** About how much waits, in bytes of batches, those that are still to be sealed among them. */
export async function waitingBytes(db: Database): Promise<number> {
  const sealed = (await db.getAll('batches')).reduce((sum, { size }) => sum + size, 0)
  const stored = (await db.getAll('sequences')).reduce((sum, { bytes }) => sum + bytes, 0)
  return sealed + stored / GZIP_RATIO
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

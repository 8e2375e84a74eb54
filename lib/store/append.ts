/** From a page's message to IndexedDB: one transaction, and only its commit is acknowledged. */
import type { Acknowledgement, Delivery } from '../messages.ts'
import { place, type OpenSequence } from '../sequence/place.ts'
import { Draft } from '../trace/action.ts'
import type { Counts } from '../trace/counts.ts'
import type { IDBPTransaction } from 'idb'
import { DURABLE, type Database, type DocumentRow, type Schema } from './database.ts'
import { addActivity, addToday } from './stats.ts'
import { addCounts, highestCounts, readState, subtractCounts, writeState, type DeletedSpan, type StateValues } from './state.ts'
import { book } from './ledger.ts'

/** What may be stored; judged by whoever knows policy and lexicon. */
export type Admission = {
  /** Does the policy allow recording at a time, and does it list these origins at all? */
  permits: (at: number, origins: readonly string[]) => boolean
  /** Path of the first text in an action that the masker cannot have let through for this document, or null. */
  unpermitted: (action: Draft, row: DocumentRow) => string | null
}

/** Page and worker read the same clock; more than a minute ahead is a made-up time, and would keep a sequence open. */
const CLOCK_SLACK_MS = 60_000

export async function register(
  db: Database,
  row: Omit<DocumentRow, 'acknowledged' | 'counts' | 'closed'>,
): Promise<{ wasClosed: boolean }> {
  const tx = db.transaction('documents', 'readwrite', DURABLE)
  const known = await tx.store.get(row.document)
  const closed =
    known && known.closedAt !== null ? { from: known.closed?.from ?? known.closedAt, until: row.seenAt } : (known?.closed ?? null)
  await tx.store.put({ acknowledged: -1, counts: {}, ...known, ...row, closed })
  await tx.done
  return { wasClosed: known !== undefined && known.closedAt !== null }
}

/**
 * Stores what is new in a delivery, in its sequences. Resends change nothing: `n` only goes up within a document, and its
 * counts are totals.
 * @returns `null` where the document is unknown
 */
export async function append(
  db: Database,
  { document, actions, counts }: Delivery,
  now: number,
  admission: Admission,
): Promise<Acknowledgement | null> {
  const tx = db.transaction(['documents', 'sequences', 'actions', 'state'], 'readwrite', DURABLE)
  const row = await tx.objectStore('documents').get(document)
  if (!row) {
    await tx.done
    return null
  }
  const pause = await readState(tx.objectStore('state'), 'pause')
  const deleted = (await readState(tx.objectStore('state'), 'deleted')) ?? []
  const seen = new Set<number>()
  const fresh = actions.filter((action) => {
    const n = numberOf(action)
    // A number used twice in one message would file one action and count two.
    if (n <= row.acknowledged || seen.has(n)) return false
    if (Number.isFinite(n)) seen.add(n)
    return true
  })
  const kept: Draft[] = []
  let counted: Counts = { ...subtractCounts(counts, row.counts), duplicate: actions.length - fresh.length }
  for (const action of fresh) {
    const draft = Draft.safeParse(action)
    const reason = draft.success ? refusal(draft.data, row, { pause, deleted }, now, admission) : 'dropped-invalid'
    if (reason) counted = addCounts(counted, { [reason]: 1 })
    else if (draft.success) kept.push(draft.data)
  }
  const acknowledged = Math.max(row.acknowledged, ...seen)
  await file(tx, { ...row, acknowledged, counts: highestCounts(row.counts, counts), seenAt: now }, kept, counted, now)
  await tx.done
  return { acknowledged, stop: row.closedAt !== null }
}

/** Stores an action that the worker saw itself, in the open sequence of a tab or a new one. */
export async function appendOwn(
  db: Database,
  { tab, site }: { tab: string; site: string },
  now: number,
  make: (n: number) => Draft,
): Promise<void> {
  const tx = db.transaction(['documents', 'sequences', 'actions', 'state'], 'readwrite', DURABLE)
  const documents = tx.objectStore('documents')
  const rows = await documents.index('tab').getAll(tab)
  // The page the tab shows now is the last one that spoke; rows of the pages before it are still there.
  const pages = rows.filter(({ origin, frame }) => origin !== WORKER && frame.length === 0).toSorted((a, b) => b.seenAt - a.seenAt)
  const viewport = pages[0]?.viewport ?? { width: 0, height: 0 }
  const fresh: DocumentRow = {
    document: crypto.randomUUID(),
    tab,
    site,
    origin: WORKER,
    frame: [],
    viewport,
    language: null,
    opener: null,
    acknowledged: -1,
    counts: {},
    seenAt: now,
    closedAt: null,
    closed: null,
  }
  const row = rows.find(({ origin }) => origin === WORKER) ?? fresh
  const n = row.acknowledged + 1
  const deleted = (await readState(tx.objectStore('state'), 'deleted')) ?? []
  // Seen before the person deleted, and written after.
  if (deleted.some((span) => isIn(span, { ...row, site }, now))) return tx.done
  await file(tx, { ...row, site, viewport, acknowledged: n, seenAt: now }, [make(n)], {}, now)
  await tx.done
}

/** Stands for the worker where a page's row has its origin; no page can have it. */
const WORKER = 'worker'

type Writing = IDBPTransaction<Schema, ('documents' | 'sequences' | 'actions' | 'state')[], 'readwrite'>

/** Files actions under the sequences of their tab, and counts them. */
async function file(tx: Writing, row: DocumentRow, actions: Draft[], counted: Counts, now: number): Promise<void> {
  const sequences = tx.objectStore('sequences')
  const known = await sequences.index('open').get([1, row.tab])
  let open: OpenSequence | null = known ?? null
  let bytes = known?.bytes ?? 0
  let origins = new Set(known?.origins)
  for (const action of actions) {
    const { tab, site, viewport, opener } = row
    const placed = place(open, { tab, site, viewport, opener, at: action.at, until: action.until }, () => crypto.randomUUID())
    if (placed.closed) {
      await sequences.put({ ...placed.closed.sequence, ended: placed.closed.ended, open: 0, bytes, origins: [...origins] })
      bytes = 0
      origins = new Set()
    }
    open = placed.into
    bytes += JSON.stringify(action).length
    origins.add(action.route.origin)
    await tx.objectStore('actions').put({ document: row.document, n: action.n, sequence: open.id, action })
  }
  if (open && actions.length > 0) await sequences.put({ ...open, ended: null, open: 1, bytes, origins: [...origins] })
  await tx.objectStore('documents').put(row)
  const state = tx.objectStore('state')
  await writeState(state, 'counts', addCounts((await readState(state, 'counts')) ?? {}, counted))
  await writeState(state, 'today', addToday(await readState(state, 'today'), now, row.site, actions, counted))
  if (actions.length > 0) await writeState(state, 'activity', addActivity((await readState(state, 'activity')) ?? [], now, actions.length))
  await book(state, now, { recorded: actions.length, counted })
}

/** Number of an action within its document, also of a broken one; without a number it counts as new, and is refused. */
export function numberOf(action: unknown): number {
  const n = typeof action === 'object' && action !== null && 'n' in action ? action.n : null
  return typeof n === 'number' && Number.isSafeInteger(n) ? n : Infinity
}

/** Why an action is not kept, or null: the page is not to be believed in anything the worker can check. */
function refusal(
  action: Draft,
  row: DocumentRow,
  { pause, deleted }: { pause: StateValues['pause'] | undefined; deleted: DeletedSpan[] },
  now: number,
  { permits, unpermitted }: Admission,
): keyof Counts | null {
  if (!permits(action.at, [row.site, action.route.origin])) return 'dropped-policy'
  if (pause && [pause, ...(pause.earlier ?? [])].some(({ since, until }) => action.at >= since && action.at < until))
    return 'dropped-paused'
  if (deleted.some((span) => isIn(span, row, action.at))) return 'dropped-deleted'
  if (row.closedAt !== null && action.at >= row.closedAt) return 'dropped-policy'
  if (row.closed && action.at >= row.closed.from && action.at < row.closed.until) return 'dropped-policy'
  if (action.route.origin !== row.origin || action.frame.join() !== row.frame.join()) return 'dropped-invalid'
  // A tab that moved on while its old page said hello: the collector refuses a whole batch over one such action.
  if (row.frame.length === 0 && row.origin !== row.site) return 'dropped-invalid'
  if (action.until < action.at || action.until > now + CLOCK_SLACK_MS) return 'dropped-invalid'
  return unpermitted(action, row) !== null ? 'dropped-invalid' : null
}

function isIn({ site, tab, from, until }: DeletedSpan, row: DocumentRow, at: number): boolean {
  const isThere = site === null || site === row.site || site === row.origin
  return at >= from && at <= until && isThere && (tab === null || tab === row.tab)
}

/** Counts something that belongs to no document. */
export async function countOnly(db: Database, counted: Counts, now: number): Promise<void> {
  const tx = db.transaction('state', 'readwrite')
  await writeState(tx.store, 'counts', addCounts((await readState(tx.store, 'counts')) ?? {}, counted))
  await writeState(tx.store, 'today', addToday(await readState(tx.store, 'today'), now, null, [], counted))
  await book(tx.store, now, { counted })
  await tx.done
}

/** From `now` on no document may record, or none of one tab, until it has said hello again. */
export async function closeDocuments(db: Database, now: number, tab?: string): Promise<void> {
  const tx = db.transaction('documents', 'readwrite')
  const rows = tab === undefined ? await tx.store.getAll() : await tx.store.index('tab').getAll(tab)
  for (const row of rows) if (row.closedAt === null) await tx.store.put({ ...row, closedAt: now })
  await tx.done
}

/**
 * Nothing of these pages is kept that was recorded until now, whenever it arrives; what they record once they have said hello again is.
 */
export async function refuseEarlier(db: Database, now: number, matches: (row: DocumentRow) => boolean): Promise<void> {
  const tx = db.transaction('documents', 'readwrite', DURABLE)
  for (const row of await tx.store.getAll()) {
    if (row.origin === WORKER || !matches(row)) continue
    // One that has said hello meanwhile was granted by what is in force now.
    await tx.store.put(row.closedAt === null ? { ...row, closed: { from: 0, until: now } } : { ...row, closedAt: 0, closed: null })
  }
  await tx.done
}

export async function forgetDocuments(db: Database, isOver: (row: DocumentRow) => boolean): Promise<void> {
  const tx = db.transaction('documents', 'readwrite')
  for (const row of await tx.store.getAll()) if (isOver(row)) await tx.store.delete(row.document)
  await tx.done
}

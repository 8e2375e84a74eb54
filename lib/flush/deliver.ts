/** The flusher: seals what is closed, sends what is sealed. One at a time, and safe to die at every step. */
import type { BatchRow, Database, ErasureRow } from '../store/database.ts'
import { miss, pendingErasures, receive } from '../store/erasures.ts'
import { told, untold } from '../store/given-up.ts'
import { acknowledge, park, sendable, takeUp } from '../store/queue.ts'
import { isAhead, partsOf, replaceBatch } from '../store/split.ts'
import { readState, writeState, type StateValues } from '../store/state.ts'
import { changeCredential, pruneCredentials } from '../store/credentials.ts'
import { withRoom } from '../store/room.ts'
import { trim } from '../store/trim.ts'
import { enrolEarly, whileRevoked, within, type Collector } from './access.ts'
import { ADMIN_WAIT_MS, hasNoted, judge, receiptIn, type Verdict } from './answer.ts'
import { forgetOrder, obey } from './order.ts'
import { nextTry } from './schedule.ts'
import { sealAll } from './seal.ts'
import { askToErase, send, tellGivenUp } from './send.ts'

export type Destination = {
  collector: Collector
  local: { retentionDays: number; maxMb: number }
  extension: string
  /** The collector as the policy has it now, with its token or join secret: asked for once where the one in hand is refused. */
  renewed?: () => Promise<Collector | null>
}

type Outcome = StateValues['delivery']
/** What follows for the queue: what is to be sent next in place of the batch, or that nothing more goes out for now. */
type Next = { instead: BatchRow[] } | { wait: string; waitMs: number | null }
const ON: Next = { instead: [] }

/** So many refusals in a row that blame the request itself are a fault of the sender: the rest need not be tried. */
const MAX_BAD_REQUESTS = 3

/**
 * Seals and sends until the queue is empty or the collector says not now.
 * @returns how the delivery stands afterwards
 */
export async function deliver(db: Database, { collector, local, extension, renewed }: Destination): Promise<Outcome> {
  await withRoom(db, Date.now(), () => sealAll(db, extension, Date.now()))
  await pruneCredentials(db, collector.url)
  await eraseSent(db, collector)
  let to = collector
  let hasRenewed = false
  let delivered = 0
  let failed = (await readState(db.transaction('state').store, 'delivery'))?.attempts ?? 0
  const revoked = await whileRevoked(db, collector)
  if (revoked) return ended(db, local, after(revoked, failed))
  let badRequests = 0
  let isUntimely = false
  let outcome: Outcome = { code: null, attempts: 0, retryAt: 0 }
  const queue = await sendable(db, Date.now())
  for (let batch = queue.shift(); batch; batch = queue.shift()) {
    if (isAhead(batch.id, Date.now())) {
      // Sealed while the clock was ahead: under an id of today it need not wait until that day has come.
      queue.unshift(...(await split(db, batch, [idsIn(batch)], 'refused-413', Date.now())))
      continue
    }
    const verdict = await attempt(db, batch, to)
    if (verdict === null) continue
    if (verdict.kind === 'unauthorized' && !hasRenewed) {
      hasRenewed = true
      const fresh = await renewed?.()
      if (fresh && secretOf(fresh) !== secretOf(to)) {
        to = fresh
        queue.unshift(batch)
        continue
      }
    }
    const now = Date.now()
    const next = await follow(db, batch, verdict, now)
    badRequests = isBadRequest(verdict) ? badRequests + 1 : 0
    // One of two clocks is wrong, perhaps only for this batch: the others are tried, and it is when that may have passed.
    if ('wait' in next && next.wait === 'clock') {
      isUntimely = true
      continue
    }
    const stop = badRequests >= MAX_BAD_REQUESTS ? { wait: 'refused-400', waitMs: ADMIN_WAIT_MS } : next
    if ('wait' in stop) {
      outcome = after({ code: stop.wait, waitMs: stop.waitMs }, failed)
      break
    }
    failed = 0
    if (verdict.kind === 'delivered') delivered += 1
    queue.unshift(...stop.instead)
  }
  if (isUntimely && outcome.code === null) outcome = after({ code: 'clock', waitMs: ADMIN_WAIT_MS }, failed)
  if (delivered > 0) await forgetOrder(db)
  // Last: the collector knows the pseudonym by what it took.
  if (outcome.code === null) await tellMissing(db, to)
  if (outcome.code === null && delivered === 0) {
    const outside = await enrolEarly(db, to, Date.now())
    if (outside) outcome = after(outside, failed)
  }
  return ended(db, local, outcome)
}

/** The next try, after `failed` others in a row that failed. */
function after({ code, waitMs }: { code: string; waitMs: number | null }, failed: number): Outcome {
  const attempts = failed + 1
  return { code, attempts, retryAt: nextTry(waitMs, attempts, Date.now(), Math.random()) }
}

async function ended(db: Database, local: Destination['local'], outcome: Outcome): Promise<Outcome> {
  // What can be delivered is not dropped for its age, whatever the clock here says.
  await trim(db, Date.now(), local)
  await writeState(db.transaction('state', 'readwrite').store, 'delivery', outcome)
  return outcome
}

const secretOf = (to: Collector) => ('token' in to ? to.token : to.joinSecret)

/** @returns null where there is nothing to send any more */
async function attempt(db: Database, batch: BatchRow, to: Collector): Promise<Verdict | null> {
  let isGone = false
  const tried = await within(db, to, batch.device, async (entry) => {
    const body = await takeUp(db, batch.id, to.url)
    isGone = body === null
    return body ? send(batch, body, entry) : 'unreachable'
  })
  if (isGone) return null
  if ('kind' in tried) return tried
  const verdict = judge(batch.id, tried.said, Date.now(), Math.random())
  if (verdict.kind === 'order' && verdict.order === 'stop' && tried.credential)
    await changeCredential(db, tried.credential.id, { revoked: true })
  return verdict
}

async function follow(db: Database, batch: BatchRow, verdict: Verdict, now: number): Promise<Next> {
  switch (verdict.kind) {
    case 'delivered':
      await acknowledge(db, batch, now)
      return ON
    case 'park':
      await park(db, batch, verdict.code, now)
      return ON
    case 'halve': {
      const ids = idsIn(batch)
      const middle = Math.ceil(ids.length / 2)
      return { instead: await split(db, batch, [ids.slice(0, middle), ids.slice(middle)], 'refused-413', now) }
    }
    case 'isolate': {
      const ids = idsIn(batch)
      const others = ids.filter((_, index) => index !== verdict.index)
      const groups = [others, ids.filter((id) => !others.includes(id))]
      return { instead: await split(db, batch, groups, verdict.code, now, 1) }
    }
    case 'order':
      return { wait: verdict.order === 'stop' ? 'revoked' : 'erased', waitMs: await obey(db, verdict.order, now) }
    case 'unauthorized':
      return { wait: verdict.code, waitMs: ADMIN_WAIT_MS }
    case 'retry':
      return { wait: verdict.code, waitMs: verdict.waitMs }
  }
}

const idsIn = ({ contents }: BatchRow) => contents.map(({ sequence }) => sequence)

/**
 * The batch goes on as several; one that cannot be taken apart is parked.
 * @param poison place of the group that nobody takes
 * @returns what is to be sent in its place
 */
async function split(db: Database, batch: BatchRow, groups: string[][], code: string, now: number, poison?: number): Promise<BatchRow[]> {
  const isWhole = groups.some((group) => group.length === 0)
  const parts = isWhole ? null : await partsOf(db, batch, groups, now, true)
  if (!parts) {
    await park(db, batch, code, now)
    return []
  }
  const placed = parts.map(({ row, body }, index) => ({ row: index === poison ? { ...row, parked: { code, at: now } } : row, body }))
  await replaceBatch(db, batch.id, placed)
  return placed.map(({ row }) => row).filter(({ parked }) => !parked)
}

/** Before anything else is sent: what the collector is to forget must not wait behind what it does not take. */
async function eraseSent(db: Database, collector: Collector): Promise<void> {
  const isOwn = ({ collector: address }: ErasureRow) => address === null || address === collector.url
  // Its own first: what it finds for another one must not be a copy of what it was sent itself.
  for (const erasure of (await pendingErasures(db, collector.url)).toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)))) {
    const tried = await within(db, collector, erasure.device ?? '', (entry) => askToErase(erasure, entry))
    const answer = 'kind' in tried ? null : receiptIn(erasure.id, tried.said)
    // The next delivery asks again: until then the batches tell what is wrong.
    if (!answer) return
    if (!isOwn(erasure) && answer.erased < erasure.count) await miss(db, erasure.id, collector.url)
    else await receive(db, erasure.id, answer.receipt)
  }
}

/** A collector of before does not know the address: what it was to be told waits until it does. */
async function tellMissing(db: Database, collector: Collector): Promise<void> {
  for (const note of await untold(db)) {
    const tried = await within(db, collector, note.device, (entry) => tellGivenUp(note, entry))
    if ('kind' in tried || !hasNoted(note.device, tried.said)) return
    await told(db, note)
  }
}

function isBadRequest(verdict: Verdict): boolean {
  return verdict.kind === 'park' && (verdict.code === 'refused-400' || verdict.code === 'refused-415')
}

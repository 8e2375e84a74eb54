/** What was sent stays here for the person to look at, as it was sent, and goes when and where it should. */
import { wrap } from 'idb'
import { describe, expect, onTestFinished, test } from 'vitest'
import { sealAll } from '../../../lib/flush/seal.ts'
import type { Database } from '../../../lib/store/database.ts'
import { acknowledge, sendable } from '../../../lib/store/queue.ts'
import { remove } from '../../../lib/store/remove.ts'
import { withRoom } from '../../../lib/store/room.ts'
import { isMarked, scrubbed } from '../../../lib/store/scrub.ts'
import { partsOf, replaceBatch } from '../../../lib/store/split.ts'
import { copiesIn, hasWaiting, keptBytes, waitingIn } from '../../../lib/store/stats.ts'
import { expireCopies, trim } from '../../../lib/store/trim.ts'
import { openDatabase } from '../../../lib/store/open.ts'
import { SITE } from '../../fixtures/batch.ts'
import { NOON } from '../../fixtures/draft.ts'
import { abortAt } from './abort-at.ts'
import { accountOf, expectBalance } from './account.ts'
import { copyOf, expectCopies } from './copied.ts'
import { emptyDatabase } from './empty-database.ts'
import { OTHER, all, closed, ofSite } from './removals.ts'

const DAY = 86_400_000

/** Sends everything that is closed, in one batch, and gives what a collector has then. */
async function sendAll(db: Database, now = NOON): Promise<Map<string, ArrayBuffer>> {
  await sealAll(db, '0.1.0', now)
  const arrived = new Map<string, ArrayBuffer>()
  for (const batch of await sendable(db, now)) {
    arrived.set(batch.id, (await db.get('bodies', batch.id))!)
    await acknowledge(db, batch, now)
  }
  return arrived
}

/** Two sequences of one site and one of another, in one batch. */
async function sent(now = NOON) {
  const db = await emptyDatabase()
  for (const [mark, site] of [
    [0, SITE],
    [10, OTHER],
    [20, SITE],
  ] as const)
    await closed(db, mark, site)
  return { db, arrived: await sendAll(db, now) }
}
const copied = async (db: Database) => (await db.getAllKeys('copies')).length

test('what was sent is kept as it was sent, and nothing waits or is counted because of it', async () => {
  const { db, arrived } = await sent()
  await expectCopies(db, arrived)
  expect(await copied(db)).toBe(3)
  expect(await hasWaiting(db)).toBe(false)
  expect(await waitingIn(db)).toEqual({ actions: 0, sequences: 0, batches: 0, parked: 0, bytes: 0 })
  expect(await accountOf(db)).toMatchObject({ sent: { actions: 6, batches: 1 }, batches: [] })
  const { sequences, bytes } = await copiesIn(db)
  expect([sequences, bytes]).toEqual([3, await keptBytes(db)])
  await expectBalance(db, NOON)
})

test('what was sent in halves is kept under the ids of the halves', async () => {
  const db = await emptyDatabase()
  for (const mark of [0, 10]) await closed(db, mark)
  await sealAll(db, '0.1.0', NOON)
  const [whole] = await sendable(db, NOON)
  const groups = whole!.contents.map(({ sequence }) => [sequence])
  await replaceBatch(db, whole!.id, (await partsOf(db, whole!, groups, NOON, true))!)
  const arrived = await sendAll(db)
  expect(arrived.size).toBe(2)
  expect(arrived.has(whole!.id)).toBe(false)
  await expectCopies(db, arrived)
  expect(await copied(db)).toBe(2)
})

test('a batch that cannot be read is acknowledged without copies', async () => {
  const db = await emptyDatabase()
  await closed(db, 0)
  await sealAll(db, '0.1.0', NOON)
  const [batch] = await sendable(db, NOON)
  await db.put('bodies', new ArrayBuffer(8), batch!.id)
  await acknowledge(db, batch!, NOON)
  expect(await db.getAll('sent')).toMatchObject([{ sequence: batch!.contents[0]!.sequence, copy: null }])
  expect(await copied(db)).toBe(0)
})

test('a disk that has no room for copies loses them, and not that the batch has arrived', async () => {
  const db = await emptyDatabase()
  for (const mark of [0, 10]) await closed(db, mark)
  const put = IDBObjectStore.prototype.put
  onTestFinished(() => void (IDBObjectStore.prototype.put = put))
  let refused = 0
  IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
    if (this.name !== 'copies') return put.call(this, value, key)
    refused += 1
    // As where a request fails: nothing of its transaction is kept.
    wrap(this.transaction).done.catch(() => undefined)
    this.transaction.abort()
    throw new DOMException('no more room', 'QuotaExceededError')
  }
  await sendAll(db)
  expect([refused, await db.count('batches'), await copied(db)]).toEqual([1, 0, 0])
  expect((await db.getAll('sent')).map(({ copy }) => copy)).toEqual([null, null])
  expect(await accountOf(db)).toMatchObject({ sent: { actions: 4, batches: 1 } })
  await expectBalance(db, NOON)
})

test('broken off at any request, the batch is still here and no copy is; or it is gone and all are', async () => {
  for (let k = 1; ; k += 1) {
    const db = await emptyDatabase()
    for (const mark of [0, 10]) await closed(db, mark)
    await sealAll(db, '0.1.0', NOON)
    const [batch] = await sendable(db, NOON)
    const { struck, restore } = abortAt(k)
    await acknowledge(db, batch!, NOON).catch(() => undefined)
    restore()
    const isHere = (await db.count('batches')) === 1
    expect([await copied(db), await db.count('sent')]).toEqual(isHere ? [0, 0] : [2, 2])
    await expectBalance(db, NOON)
    if (struck()) continue
    expect([isHere, k > 8]).toEqual([false, true])
    return
  }
})

describe('deleting', () => {
  test('one sequence, or a site, takes its copies and leaves the others of the batch', async () => {
    const { db, arrived } = await sent()
    await remove(db, ofSite(OTHER), NOON)
    expect(await copied(db)).toBe(2)
    const [first] = await db.getAll('sent')
    await remove(db, { ...all, matches: ({ sequence }) => sequence === first!.sequence }, NOON)
    expect([await copied(db), await db.get('copies', first!.sequence)]).toEqual([1, undefined])
    await expectCopies(db, arrived)
  })

  test('all leaves none, and no byte of them in the database that takes its place', async () => {
    const { db } = await sent()
    await remove(db, all, NOON)
    expect(await copied(db)).toBe(0)
    expect(await isMarked(db.name)).toBe(true)
    db.close()
    const moved = await openDatabase(await scrubbed('waymark'))
    expect([moved.name, await copied(moved)]).toEqual(['waymark:1', 0])
  })

  test('what is left is in the database that takes its place, as it was', async () => {
    const { db, arrived } = await sent()
    await remove(db, ofSite(OTHER), NOON)
    db.close()
    const moved = await openDatabase(await scrubbed('waymark'))
    expect(await copied(moved)).toBe(2)
    await expectCopies(moved, arrived)
  })
})

test('what is no longer listed stays known as sent, so that it can be erased, and its copy goes with all its bytes', async () => {
  const { db } = await sent()
  await remove(db, { ...ofSite(OTHER), reason: 'dropped-narrowed', span: null, sent: 'keep' }, NOON)
  const rows = await db.getAll('sent')
  expect(rows.map(({ site, copy }) => [site, copy === null]).toSorted()).toEqual([
    [OTHER, true],
    [SITE, false],
    [SITE, false],
  ])
  expect(await copied(db)).toBe(2)
  expect(await isMarked(db.name)).toBe(true)
  expect(await remove(db, all, NOON)).toMatchObject({ asked: 3 })
})

describe('copies go', () => {
  const LIMITS = { retentionDays: 7, maxMb: 50 }
  test('when they are as old as what waits may become, and that it was sent stays known for 30 days', async () => {
    const { db } = await sent()
    await trim(db, NOON + 7 * DAY, LIMITS)
    await expireCopies(db, NOON + 7 * DAY, 7)
    expect(await copied(db)).toBe(3)
    await expireCopies(db, NOON + 7 * DAY + 1, 7)
    expect([await copied(db), (await db.getAll('sent')).map(({ copy }) => copy)]).toEqual([0, [null, null, null]])
    await trim(db, NOON + 30 * DAY + 1, LIMITS)
    expect(await db.count('sent')).toBe(0)
    await expectBalance(db, NOON)
  })

  test('by a delivery as well as at a start, and with all that is known of them after 30 days', async () => {
    const { db } = await sent()
    await trim(db, NOON + 7 * DAY + 1, LIMITS)
    expect([await copied(db), await db.count('sent')]).toEqual([0, 3])
    const { db: other } = await sent()
    await trim(other, NOON + 30 * DAY + 1, { ...LIMITS, retentionDays: 90 })
    expect([await copied(other), await other.count('sent')]).toEqual([0, 0])
  })

  test('before anything that waits, the oldest first, and are no loss', async () => {
    const { db } = await sent()
    await closed(db, 30)
    await sendAll(db, NOON + DAY)
    await closed(db, 40)
    await sealAll(db, '0.1.0', NOON + DAY)
    // Half a byte more than is needed, since megabytes are fractions.
    const waiting = (await waitingIn(db)).bytes
    const newest = (await db.getAll('sent')).find(({ sentAt }) => sentAt > NOON)!
    await trim(db, NOON + DAY, { retentionDays: 7, maxMb: (waiting + newest.copy! + 0.5) / 1_000_000 })
    expect(await db.getAllKeys('copies')).toEqual([newest.sequence])
    await trim(db, NOON + DAY, { retentionDays: 7, maxMb: (waiting + 0.5) / 1_000_000 })
    expect([await copied(db), (await waitingIn(db)).actions]).toEqual([0, 2])
    expect((await accountOf(db)).counts['dropped-full'] ?? 0).toBe(0)
    await trim(db, NOON + DAY, { retentionDays: 7, maxMb: 0 })
    expect((await accountOf(db)).counts['dropped-full']).toBe(2)
    await expectBalance(db, NOON + DAY)
  })

  test('first where the disk is full', async () => {
    const { db } = await sent()
    await closed(db, 30)
    let tries = 0
    await withRoom(db, NOON, () => {
      tries += 1
      if (tries === 1) throw new DOMException('no more room', 'QuotaExceededError')
      return Promise.resolve()
    })
    expect(await copied(db)).toBeLessThan(3)
    expect((await accountOf(db)).actions).toHaveLength(2)
  })
})

test('a copy tells its batch and its sequence apart', async () => {
  const { db } = await sent()
  const [row] = await db.getAll('sent')
  const { batch, sequence } = copyOf((await db.get('copies', row!.sequence))!)
  expect(Object.keys(batch)).toEqual(['version', 'id', 'device', 'ordinal', 'extension', 'purpose', 'counts', 'ledger'])
  expect(sequence).toMatchObject({ id: row!.sequence, site: row!.site })
})

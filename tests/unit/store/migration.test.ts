import { expect, test } from 'vitest'
import { readOldBatches } from '../../../lib/store/old-batches.ts'
import { deliver } from '../../../lib/flush/deliver.ts'
import { closeSequences, sendable } from '../../../lib/store/queue.ts'
import { pendingErasures } from '../../../lib/store/erasures.ts'
import { openDatabase } from '../../../lib/store/open.ts'
import { remove } from '../../../lib/store/remove.ts'
import { erasuresIn } from '../../../lib/store/stats.ts'
import { DELIVERED, to } from '../flush/filled-queue.ts'
import { aListeningCollector } from '../flush/loopback.ts'
import { accountOf, expectBalance, ledgerOf } from './account.ts'
import { abortAt } from './abort-at.ts'
import { marksInBrowser } from './marked.ts'
import { oldDatabase } from './old-database.ts'
import { NOON } from '../../fixtures/draft.ts'

/** Nine actions in three batches, the first of them parked; two in a closed sequence and four in an open one. */
const SEALED = [0, 1, 2, 3, 4, 5, 6, 7, 8]
const STORED = [9, 10, 11, 12, 13, 14]

test('a database of version 1 keeps all that was in it, and knows what is in its batches', async () => {
  await oldDatabase()
  const db = await openDatabase()
  const { stored, sealed } = await marksInBrowser(db)
  expect([stored.toSorted((a, b) => a - b), sealed.toSorted((a, b) => a - b)]).toEqual([STORED, SEALED])
  const { batches, sequences, counts } = await accountOf(db)
  expect(batches.map(({ actions, contents, attempted, parked }) => [actions, contents.length, attempted, parked?.code])).toEqual([
    [3, 1, true, 'refused-422'],
    [3, 1, true, undefined],
    [3, 1, true, undefined],
  ])
  expect(batches.every(({ size, bytes, device }) => size === bytes.byteLength && /^[0-9a-f-]{36}$/.test(device))).toBe(true)
  // The day it began on and the one after, into which it may have gone on: which hours, its bytes do not say.
  expect(batches.map(({ contents }) => contents[0]!.until - contents[0]!.from)).toEqual([2, 2, 2].map((days) => days * 86_400_000))
  expect(sequences.every(({ bytes, origins }) => bytes > 0 && origins.join() === 'https://wiki.example.com')).toBe(true)
  expect(counts).toMatchObject({ masked: 6, 'dropped-paused': 1 })
  const { recorded, waiting, acknowledged, dropped } = await ledgerOf(db, Date.now())
  expect([recorded, waiting, acknowledged, dropped]).toEqual([15, 15, 0, {}])
})

test('a database of version 1 is delivered as if it had always been a new one', async () => {
  await oldDatabase()
  const db = await openDatabase()
  await closeSequences(db, () => 'browser-closed')
  expect(await sendable(db, NOON)).toHaveLength(3)
  const collector = await aListeningCollector()
  expect(await deliver(db, to(collector.url))).toEqual(DELIVERED)
  expect(collector.stored()).toEqual([...SEALED, ...STORED])
  expect(await accountOf(db)).toMatchObject({ actions: [], batches: [], sequences: [] })
})

/** What a database of version 2 held: three batches of two, one untried, one tried, one parked; a closed sequence and an open one. */
const WAITING = [20, 21, 30, 31, 40, 41, 50, 51, 60]

test('a database of version 2 keeps all that was in it, and knows the numbers of its batches', async () => {
  await oldDatabase('waymark', 2)
  const db = await openDatabase()
  const { stored, sealed } = await marksInBrowser(db)
  expect([...sealed, ...stored].toSorted((a, b) => a - b)).toEqual(WAITING)
  const { batches, counts } = await accountOf(db)
  const known = batches.map(({ ordinal, attempted, collectors, contents, parked }) => [
    ordinal,
    attempted,
    collectors,
    contents.length,
    parked?.code ?? null,
  ])
  expect(known.toSorted((a, b) => Number(a[0]) - Number(b[0]))).toEqual([
    [2, true, [], 1, null],
    [3, true, [], 1, 'refused-422'],
    [4, false, [], 1, null],
  ])
  expect(batches.every(({ contents }) => contents[0]!.until - contents[0]!.from === 1)).toBe(true)
  expect(counts).toMatchObject({ masked: 3 })
  await expectBalance(db, NOON)
  expect(await ledgerOf(db, NOON)).toMatchObject({ recorded: 13, acknowledged: 4, waiting: 9 })
})

test('what a database of version 2 has sent is asked back of the collector in force, as it did not note another', async () => {
  await oldDatabase('waymark', 2)
  const db = await openDatabase()
  expect(await pendingErasures(db)).toMatchObject([{ collector: null, missedAt: null, count: 1 }])
  const span = { site: null, tab: null, from: 0, until: NOON + 1000 }
  expect(await remove(db, { matches: () => true, reason: 'dropped-deleted', span, sent: 'erase' }, NOON)).toMatchObject({ asked: 3 })
  const collector = await aListeningCollector()
  expect(await deliver(db, to(collector.url))).toEqual(DELIVERED)
  expect(await erasuresIn(db)).toMatchObject({ pending: 0, elsewhere: [], receipts: [{}, {}] })
})

test.each([1, 2, 3] as const)('an upgrade of version %i that is broken off at any request is done at the next start', async (version) => {
  for (let k = 1; ; k += 1) {
    await oldDatabase('waymark', version)
    const { struck, restore } = abortAt(k)
    const first = await openDatabase().catch(() => null)
    restore()
    first?.close()
    const db = await openDatabase()
    const { stored, sealed } = await marksInBrowser(db)
    expect([...sealed, ...stored].toSorted((a, b) => a - b)).toEqual(version === 1 ? [...SEALED, ...STORED] : WAITING)
    expect((await accountOf(db)).batches.every(({ contents, ordinal }) => contents.length === 1 && ordinal !== null)).toBe(true)
    expect((await db.getAll('sent')).every(({ collectors, copy }) => Array.isArray(collectors) && copy === null)).toBe(true)
    db.close()
    if (struck()) continue
    expect(k).toBeGreaterThan(version === 3 ? 2 : 10)
    return
  }
})

test('a database of version 3 keeps all that was in it, and knows that it has no copies of what was sent', async () => {
  await oldDatabase('waymark', 3)
  const db = await openDatabase()
  const { stored, sealed } = await marksInBrowser(db)
  expect([...sealed, ...stored].toSorted((a, b) => a - b)).toEqual(WAITING)
  const sent = await db.getAll('sent')
  expect(sent.map(({ collectors, copy }) => [collectors, copy])).toEqual(sent.map(() => [['https://collector.example.com'], null]))
  expect([sent.length, await db.count('copies'), await db.count('givenUp')]).toEqual([1, 0, 1])
  await expectBalance(db, NOON)
})

test('a batch that cannot be read, or is gone by then, keeps no other from being looked into', async () => {
  await oldDatabase()
  const db = await openDatabase()
  const [damaged, gone, last] = await db.getAll('batches')
  for (const row of [damaged!, gone!, last!]) await db.put('batches', { ...row, ordinal: null })
  await db.put('bodies', new ArrayBuffer(8), damaged!.id)
  const reading = readOldBatches(db)
  const removing = db.delete('batches', gone!.id)
  await Promise.all([reading, removing])
  const known = (await db.getAll('batches')).map(({ id, ordinal }) => [id, ordinal])
  expect(known).toEqual([
    [damaged!.id, null],
    [last!.id, last!.ordinal],
  ])
})

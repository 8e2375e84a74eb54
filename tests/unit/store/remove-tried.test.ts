import { describe, expect, test } from 'vitest'
import { sealAll } from '../../../lib/flush/seal.ts'
import { appendOwn } from '../../../lib/store/append.ts'
import type { BatchRow, Database } from '../../../lib/store/database.ts'
import { pendingErasures } from '../../../lib/store/erasures.ts'
import { acknowledge, sendable, takeUp } from '../../../lib/store/queue.ts'
import { remove } from '../../../lib/store/remove.ts'
import { isMarked } from '../../../lib/store/scrub.ts'
import { trim } from '../../../lib/store/trim.ts'
import { SITE } from '../../fixtures/batch.ts'
import { NOON, aDraft } from '../../fixtures/draft.ts'
import { accountOf, expectBalance } from './account.ts'
import { aPage, emptyDatabase } from './empty-database.ts'
import { contentOf, marksInBrowser } from './marked.ts'
import { COLLECTOR, EVER, OTHER, WEEK, all, closed, ofSite } from './removals.ts'

test('the rest of a batch that was never tried reports what the whole was to report', async () => {
  const db = await emptyDatabase()
  await closed(db, 0)
  await closed(db, 10, OTHER)
  await (await aPage(db)).send([], { masked: 9 })
  await sealAll(db, '0.1.0', NOON)
  await remove(db, ofSite(OTHER), NOON)
  const [rest] = (await accountOf(db)).batches
  expect([contentOf(rest!.bytes).counts.masked, contentOf(rest!.bytes).ledger?.recorded, rest!.attempted]).toEqual([9, 4, false])
})

test.each([
  [false, 9],
  [true, undefined],
])('what a deleted batch was to report is reported by the next one, unless it may have been heard: tried %j', async (tried, masked) => {
  const db = await emptyDatabase()
  await (await aPage(db)).send([], { masked: 9 })
  await closed(db, 0)
  await sealAll(db, '0.1.0', NOON)
  const [batch] = await sendable(db, NOON)
  expect(batch!.counts.masked).toBe(9)
  if (tried) await takeUp(db, batch!.id, COLLECTOR)
  await remove(db, all, NOON)
  const { counts } = await accountOf(db)
  expect([counts.masked, counts['dropped-deleted']]).toEqual([masked, 2])
})

test.each([
  [false, 9, 0],
  [true, undefined, 1],
])('so is what one dropped for its age was to report, and only what was tried is noted as sent: tried %j', async (tried, masked, sent) => {
  const db = await emptyDatabase()
  await (await aPage(db)).send([], { masked: 9 })
  await closed(db, 0)
  await sealAll(db, '0.1.0', NOON)
  if (tried) await takeUp(db, (await sendable(db, NOON))[0]!.id, COLLECTOR)
  await trim(db, NOON + WEEK + 1, { retentionDays: 7, maxMb: 50 })
  const { counts, batches } = await accountOf(db)
  expect([batches.length, counts.masked, counts['dropped-expired'], await db.count('sent')]).toEqual([0, masked, 2, sent])
})

describe('what may be at the collector can be asked back', () => {
  test('also the rest of a batch of which a part was deleted before', async () => {
    const db = await emptyDatabase()
    await closed(db, 0)
    await closed(db, 10, OTHER)
    await sealAll(db, '0.1.0', NOON)
    await takeUp(db, (await sendable(db, NOON))[0]!.id, COLLECTOR)
    expect(await remove(db, ofSite(OTHER), NOON)).toMatchObject({ asked: 1 })
    expect(await remove(db, all, NOON)).toMatchObject({ asked: 1 })
    const pending = await pendingErasures(db)
    expect(pending.flatMap(({ sequences }) => sequences)).toHaveLength(2)
    expect(pending.map(({ collector }) => collector)).toEqual([COLLECTOR, COLLECTOR])
  })

  test.each<[string, (db: Database) => Promise<unknown>]>([
    ['dropped for its age', (db) => trim(db, NOON + WEEK * 2, { retentionDays: 7, maxMb: 50 })],
    ['purged with its site', (db) => remove(db, { ...all, reason: 'dropped-narrowed', span: null, sent: 'keep' }, NOON)],
  ])('also one that was %s', async (_, give) => {
    const db = await emptyDatabase()
    await closed(db, 0)
    await sealAll(db, '0.1.0', NOON)
    await takeUp(db, (await sendable(db, NOON))[0]!.id, COLLECTOR)
    await give(db)
    expect(await db.count('batches')).toBe(0)
    expect(await remove(db, all, NOON)).toMatchObject({ asked: 1 })
  })
})

describe('a batch that cannot be read', () => {
  const damaged = async (change: Partial<BatchRow>) => {
    const db = await emptyDatabase()
    await closed(db, 0)
    await closed(db, 10, OTHER)
    await sealAll(db, '0.1.0', NOON)
    const [row] = await db.getAll('batches')
    await db.put('batches', { ...row!, ...change })
    await db.put('bodies', new ArrayBuffer(8), row!.id)
    return db
  }
  test('goes as a whole where a part of it is deleted', async () => {
    const db = await damaged({})
    expect(await remove(db, ofSite(OTHER), NOON)).toMatchObject({ actions: 4 })
    expect(await db.count('batches')).toBe(0)
    await expectBalance(db, NOON)
  })
  test('and of which nobody knows what is in it goes with whatever is deleted', async () => {
    const db = await damaged({ contents: [] })
    await remove(db, ofSite('https://elsewhere.example.com'), NOON)
    expect(await db.count('batches')).toBe(0)
    await expectBalance(db, NOON)
  })
})

test('what was deleted does not come by way of a frame, nor of the worker itself', async () => {
  const db = await emptyDatabase()
  const frame = await aPage(db, { tab: 'run:0', origin: OTHER, frame: [0] })
  await remove(db, ofSite(OTHER), NOON)
  const late = aDraft('click', { n: 0, frame: [0] })
  await frame.send([{ ...late, route: { ...late.route, origin: OTHER } }])
  await remove(db, { ...all, span: { ...EVER, until: NOON } }, NOON)
  await appendOwn(db, { tab: 'run:0', site: SITE }, NOON, (n) => aDraft('tab', { n }))
  expect(await db.count('actions')).toBe(0)
})

test('where somebody worked today is gone from the numbers of today', async () => {
  const db = await emptyDatabase()
  await closed(db, 0)
  await closed(db, 10, OTHER)
  await remove(db, ofSite(OTHER), NOON)
  expect((await accountOf(db)).today?.sites).toEqual({ [SITE]: 2 })
  await remove(db, all, NOON)
  expect((await accountOf(db)).today?.sites).toEqual({})
})

test('a collector that has erased all is not asked to erase what it was sent', async () => {
  const db = await emptyDatabase()
  await closed(db, 0)
  await sealAll(db, '0.1.0', NOON)
  await acknowledge(db, (await sendable(db, NOON))[0]!, NOON)
  expect(await db.count('sent')).toBe(1)
  expect(await remove(db, { ...all, reason: 'dropped-erased', sent: 'forget' }, NOON)).toMatchObject({ asked: 0 })
  expect([await db.count('sent'), await db.count('erasures')]).toEqual([0, 0])
})

test('of a batch that comes to be there while others are looked into, only the part goes that is to go', async () => {
  const db = await emptyDatabase()
  for (const mark of [0, 100]) {
    await closed(db, mark)
    await closed(db, mark + 10, OTHER)
    await sealAll(db, '0.1.0', NOON + mark)
  }
  const [first, late] = (await accountOf(db)).batches
  for (const store of ['batches', 'bodies'] as const) await db.delete(store, late!.id)
  let looks = 0
  const { bytes, ...row } = late!
  const matches = ({ site }: { site: string }) => {
    looks += 1
    // Two looks tell that there is something to delete; the third is for the bytes of the first batch, which take a while to read.
    if (looks === 3) void Promise.all([db.put('bodies', bytes, row.id), db.put('batches', row)])
    return site === OTHER
  }
  expect(first!.contents).toHaveLength(2)
  expect(await remove(db, { ...ofSite(OTHER), matches }, NOON)).toMatchObject({ sequences: 2, actions: 4 })
  const { sealed } = await marksInBrowser(db)
  expect(sealed.toSorted((a, b) => a - b)).toEqual([0, 1, 100, 101])
})

test('the bytes of what comes to be there after the look are scrubbed as well', async () => {
  const db = await emptyDatabase()
  await closed(db, 0)
  await closed(db, 10, OTHER)
  const late = (await db.getAll('sequences')).find(({ site }) => site === OTHER)!
  await db.delete('sequences', late.id)
  const arrivals: Promise<string>[] = []
  const matches = ({ site }: { site: string }) => {
    if (arrivals.length === 0) arrivals.push(db.put('sequences', late))
    return site === OTHER
  }
  expect(await remove(db, { ...ofSite(OTHER), matches }, NOON)).toMatchObject({ sequences: 1, actions: 2 })
  expect(arrivals).toHaveLength(1)
  expect(await isMarked(db.name)).toBe(true)
})

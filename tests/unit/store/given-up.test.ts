/** Numbers of batches that will not be sent are kept until the collector knows, each with the pseudonym it was given under. */
import { expect, test } from 'vitest'
import { sealAll } from '../../../lib/flush/seal.ts'
import type { Database } from '../../../lib/store/database.ts'
import { told, untold } from '../../../lib/store/given-up.ts'
import { acknowledge, sendable } from '../../../lib/store/queue.ts'
import { remove } from '../../../lib/store/remove.ts'
import { partsOf, replaceBatch } from '../../../lib/store/split.ts'
import { trim } from '../../../lib/store/trim.ts'
import { NOON } from '../../fixtures/draft.ts'
import { aRow, putRow } from './batch-row.ts'
import { emptyDatabase } from './empty-database.ts'
import { OTHER, WEEK, all, closed, ofSite } from './removals.ts'

/** One batch, number 0, of two sequences on two sites. */
async function aBatchOfTwo(): Promise<Database> {
  const db = await emptyDatabase()
  await closed(db, 0)
  await closed(db, 10, OTHER)
  await sealAll(db, '0.1.0', NOON)
  return db
}
const numbersIn = async (db: Database) => (await untold(db)).flatMap(({ numbers }) => numbers)

test('what was dropped for its age or for room is given up for that reason, tried or not', async () => {
  const db = await emptyDatabase()
  await putRow(db, aRow({ ordinal: 3, sealedAt: NOON - 8 * 86_400_000, attempted: true }))
  await putRow(db, aRow({ ordinal: 5, sealedAt: NOON - 3000, size: 600_000 }))
  await putRow(db, aRow({ ordinal: 6, sealedAt: NOON, size: 600_000 }))
  await trim(db, NOON, { retentionDays: 7, maxMb: 1 })
  expect(await untold(db)).toEqual([
    {
      version: 1,
      device: aRow().device,
      numbers: [
        { ordinal: 3, reason: 'dropped-expired' },
        { ordinal: 5, reason: 'dropped-full' },
      ],
    },
  ])
})

test('what was deleted is given up once nothing of it goes on', async () => {
  const db = await aBatchOfTwo()
  await remove(db, ofSite(OTHER), NOON)
  expect(await numbersIn(db)).toEqual([])
  await remove(db, { ...all, reason: 'dropped-narrowed' }, NOON)
  expect(await numbersIn(db)).toEqual([{ ordinal: 0, reason: 'dropped-narrowed' }])
})

test('what was delivered, and what goes on in halves, is not', async () => {
  const db = await aBatchOfTwo()
  const [batch] = await sendable(db, NOON)
  const groups = batch!.contents.map(({ sequence }) => [sequence])
  await replaceBatch(db, batch!.id, (await partsOf(db, batch!, groups, NOON, true))!)
  const halves = await sendable(db, NOON)
  expect(halves.map(({ ordinal }) => ordinal)).toEqual([0, 0])
  for (const half of halves) await acknowledge(db, half, NOON)
  expect(await numbersIn(db)).toEqual([])
})

test('who has erased all that a browser sent is told no numbers of it', async () => {
  const db = await emptyDatabase()
  await putRow(db, aRow({ ordinal: 3, sealedAt: NOON - 8 * 86_400_000 }))
  await trim(db, NOON, { retentionDays: 7, maxMb: 50 })
  await putRow(db, aRow({ ordinal: 4 }))
  await remove(db, { ...all, reason: 'dropped-erased', sent: 'forget' }, NOON)
  expect(await untold(db)).toEqual([])
})

test('no note holds two pseudonyms, nor more numbers than it may', async () => {
  const db = await emptyDatabase()
  const [first, second] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']
  for (let ordinal = 0; ordinal < 501; ordinal += 1)
    await db.put('givenUp', { device: first, ordinal, reason: 'dropped-expired', at: NOON })
  await db.put('givenUp', { device: second, ordinal: 0, reason: 'dropped-full', at: NOON })
  const notes = await untold(db)
  expect(notes.map(({ device, numbers }) => [device, numbers.length])).toEqual([
    [first, 500],
    [first, 1],
    [second, 1],
  ])
  await told(db, notes[0]!)
  expect((await untold(db)).map(({ numbers }) => numbers)).toEqual([
    [{ ordinal: 500, reason: 'dropped-expired' }],
    [{ ordinal: 0, reason: 'dropped-full' }],
  ])
})

test('what no collector wanted to know for a month is forgotten', async () => {
  const db = await emptyDatabase()
  await db.put('givenUp', { device: 'a', ordinal: 1, reason: 'dropped-full', at: NOON - 4 * WEEK })
  await db.put('givenUp', { device: 'a', ordinal: 2, reason: 'dropped-full', at: NOON - 5 * WEEK })
  await trim(db, NOON, { retentionDays: 7, maxMb: 50 })
  expect(await numbersIn(db)).toEqual([{ ordinal: 1, reason: 'dropped-full' }])
})

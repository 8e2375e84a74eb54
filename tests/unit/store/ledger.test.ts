import { expect, test } from 'vitest'
import { countOnly } from '../../../lib/store/append.ts'
import { sealAll } from '../../../lib/flush/seal.ts'
import { acknowledge, closeSequences, sendable } from '../../../lib/store/queue.ts'
import { trim } from '../../../lib/store/trim.ts'
import { NOON, aDraft } from '../../fixtures/draft.ts'
import { accountOf, ledgerOf } from './account.ts'
import { clicks } from './clicks.ts'
import { aPage, emptyDatabase } from './empty-database.ts'
import { contentOf } from './marked.ts'

const DAY = 86_400_000

test('what a page kept, what it dropped itself and what was refused are recorded; what was only counted is not', async () => {
  const db = await emptyDatabase()
  const page = await aPage(db)
  await page.send([...clicks(3), { n: 3 }], { masked: 5, merged: 2, 'dropped-overflow': 4 })
  await countOnly(db, { 'dropped-unknown-document': 2, fault: 1 }, NOON)
  expect(await ledgerOf(db, NOON)).toEqual({
    day: new Date(NOON).toISOString().slice(0, 10),
    recorded: 10,
    acknowledged: 0,
    waiting: 3,
    dropped: { 'dropped-invalid': 1, 'dropped-overflow': 4, 'dropped-unknown-document': 2 },
  })
})

test('it travels with each batch as it stood when that was sealed', async () => {
  const db = await emptyDatabase()
  await (await aPage(db)).send(clicks(3))
  await closeSequences(db, () => 'idle')
  await sealAll(db, '0.1.0', NOON)
  await (await aPage(db, { tab: 'run:2' })).send(clicks(2))
  const [first] = (await accountOf(db)).batches
  await acknowledge(db, first!, NOON)
  await closeSequences(db, () => 'idle')
  await sealAll(db, '0.1.0', NOON)
  const [second] = (await accountOf(db)).batches
  expect(contentOf(first!.bytes).ledger).toMatchObject({ recorded: 3, acknowledged: 0, waiting: 3 })
  expect(contentOf(second!.bytes).ledger).toMatchObject({ recorded: 5, acknowledged: 3, waiting: 2 })
})

test('a day begins with what waits from the day before, and with nothing else', async () => {
  const db = await emptyDatabase()
  const page = await aPage(db)
  await page.send(clicks(3), { 'dropped-paused': 1 })
  const next = await ledgerOf(db, NOON + DAY)
  expect([next.recorded, next.waiting, next.acknowledged, next.dropped]).toEqual([3, 3, 0, {}])
  await page.send([aDraft('click', { n: 3, at: NOON + DAY })], { 'dropped-paused': 1 }, NOON + DAY)
  expect(await ledgerOf(db, NOON + DAY)).toMatchObject({ recorded: 4, waiting: 4 })
})

test('what is dropped for its age or for room is booked, in whatever form it waits', async () => {
  const db = await emptyDatabase()
  await (await aPage(db)).send(clicks(3))
  await closeSequences(db, () => 'idle')
  await sealAll(db, '0.1.0', NOON)
  await (await aPage(db, { tab: 'run:2' })).send(clicks(2))
  await closeSequences(db, () => 'idle')
  await (await aPage(db, { tab: 'run:3' })).send([aDraft('click', { n: 0, at: NOON + 5 * DAY })], {}, NOON + 5 * DAY)
  const now = NOON + 8 * DAY
  await trim(db, now, { retentionDays: 7, maxMb: 50 })
  expect(await ledgerOf(db, now)).toMatchObject({ recorded: 6, waiting: 1, dropped: { 'dropped-expired': 5 } })
  expect((await accountOf(db)).counts).toMatchObject({ 'dropped-expired': 5 })
  await trim(db, now, { retentionDays: 7, maxMb: 0 })
  expect(await ledgerOf(db, now)).toMatchObject({ recorded: 6, waiting: 0, dropped: { 'dropped-expired': 5, 'dropped-full': 1 } })
  expect((await sendable(db, now)).length + (await db.count('actions')) + (await db.count('sequences'))).toBe(0)
})

test('what waits is counted: an action that is lost, or there twice, shows', async () => {
  const db = await emptyDatabase()
  await (await aPage(db)).send(clicks(3))
  const [row] = await db.getAll('actions')
  await db.put('actions', { ...row!, n: 9 })
  expect(await ledgerOf(db, NOON)).toMatchObject({ recorded: 3, waiting: 4 })
  for (const n of [9, 0]) await db.delete('actions', [row!.document, n])
  expect(await ledgerOf(db, NOON)).toMatchObject({ recorded: 3, waiting: 2 })
  await closeSequences(db, () => 'idle')
  await sealAll(db, '0.1.0', NOON)
  for (const { id } of await sendable(db, NOON)) await db.delete('batches', id)
  expect(await ledgerOf(db, NOON)).toMatchObject({ recorded: 3, waiting: 0 })
})

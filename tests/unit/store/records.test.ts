/** What the person is shown of what is kept: every sequence, wherever it is, and in it what was or will be sent. */
import { expect, test } from 'vitest'
import { sealAll } from '../../../lib/flush/seal.ts'
import type { Database } from '../../../lib/store/database.ts'
import { acknowledge, park, sendable, takeUp } from '../../../lib/store/queue.ts'
import { recordIn, recordsIn, rowsBeside } from '../../../lib/store/records.ts'
import { remove } from '../../../lib/store/remove.ts'
import { expireCopies } from '../../../lib/store/trim.ts'
import { Sequence } from '../../../lib/trace/schema.ts'
import { SITE } from '../../fixtures/batch.ts'
import { NOON, aDraft } from '../../fixtures/draft.ts'
import { contentOf } from './marked.ts'
import { aPage, emptyDatabase } from './empty-database.ts'
import { all, closed } from './removals.ts'

/** One sequence in each place a sequence can be in. */
async function everywhere() {
  const db = await emptyDatabase()
  const bodies: ArrayBuffer[] = []
  const seal = async (mark: number) => {
    await closed(db, mark)
    await sealAll(db, '0.1.0', NOON + mark)
    const batches = await sendable(db, NOON)
    const batch = batches.find(({ parked, attempted }) => !parked && !attempted)!
    bodies.push((await db.get('bodies', batch.id))!)
    await takeUp(db, batch.id, 'https://collector.example.com')
    return batch
  }
  await acknowledge(db, await seal(10), NOON + 5000)
  await park(db, await seal(20), 'refused-422', NOON + 6000)
  await seal(30)
  await closed(db, 40)
  await (await aPage(db, { tab: 'run:50' })).send([aDraft('click', { n: 0, at: NOON + 50_000 })], {}, NOON + 50_000)
  return { db, bodies }
}
const idOf = async (db: Database, where: string) => (await recordsIn(db)).find((row) => row.where === where)!.id

test('every sequence is there once, with where it is, and the newest first', async () => {
  const { db } = await everywhere()
  const rows = await recordsIn(db)
  expect(rows.map(({ where }) => where).toSorted()).toEqual(['closed', 'open', 'parked', 'sealed', 'sent'])
  expect(rows[0]!.where).toBe('open')
  expect(new Set(rows.map(({ id }) => id)).size).toBe(5)
  const row = (where: string) => rows.find((one) => one.where === where)
  expect(row('sent')).toMatchObject({ site: SITE, actions: 2, at: NOON + 5000, kept: true, attempted: true, code: null })
  expect(row('parked')).toMatchObject({ code: 'refused-422', at: NOON + 6000 })
  expect(row('open')).toMatchObject({ actions: 1, batch: null, attempted: false, from: NOON + 50_000 })
})

test('what is sealed, set aside or sent is shown as it was sealed, to the byte, with what its batch says', async () => {
  const { db, bodies } = await everywhere()
  for (const [place, where] of ['sent', 'parked', 'sealed'].entries()) {
    const { sequence, batch } = await recordIn(db, await idOf(db, where), NOON)
    const { sequences, ...said } = contentOf(bodies[place]!)
    expect([sequence, batch]).toEqual([JSON.stringify(sequences[0]), JSON.stringify(said)])
  }
})

test('what is not sealed yet is shown as it will be', async () => {
  const { db } = await everywhere()
  const before = await recordIn(db, await idOf(db, 'closed'), NOON)
  const open = await recordIn(db, await idOf(db, 'open'), NOON)
  expect(Sequence.parse(JSON.parse(open.sequence!))).toMatchObject({ ended: 'flush', actions: [{ kind: 'click' }] })
  const id = await idOf(db, 'closed')
  await sealAll(db, '0.1.0', NOON)
  expect((await recordIn(db, id, NOON)).sequence).toBe(before.sequence)
})

test('what is no longer kept is told as sent, and shown as nothing; so is a copy that should be gone', async () => {
  const { db } = await everywhere()
  const id = await idOf(db, 'sent')
  expect(await recordIn(db, id, NOON + 5001)).toEqual({ sequence: null, batch: null })
  await expireCopies(db, NOON + 86_400_000 * 8, 7)
  expect((await recordsIn(db)).find((row) => row.id === id)).toMatchObject({ where: 'sent', kept: false })
  expect(await recordIn(db, id, 0)).toEqual({ sequence: null, batch: null })
})

test('what was deleted is shown nowhere', async () => {
  const { db } = await everywhere()
  const id = await idOf(db, 'sent')
  await remove(db, all, NOON)
  expect(await recordsIn(db)).toEqual([])
  expect(await recordIn(db, id, 0)).toEqual({ sequence: null, batch: null })
})

test('a batch that cannot be read is shown as nothing, and hides no other', async () => {
  const { db } = await everywhere()
  const parked = await idOf(db, 'parked')
  const [row] = (await db.getAll('batches')).filter((one) => one.parked)
  await db.put('bodies', new ArrayBuffer(8), row!.id)
  expect(await recordIn(db, parked, 0)).toEqual({ sequence: null, batch: null })
  expect(await recordsIn(db)).toHaveLength(5)
})

test('rows beside the sequences are told by the names of their stores', async () => {
  const { db } = await everywhere()
  const rows = await rowsBeside(db)
  expect(Object.keys(rows)).toEqual(['documents', 'batches', 'sent', 'erasures', 'givenUp', 'state'])
  expect(rows.state).toMatchObject({ activity: [{ actions: 9 }], sent: { actions: 2 }, device: { ordinal: 3 } })
})

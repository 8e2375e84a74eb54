import { describe, expect, test } from 'vitest'
import { acknowledge, closeSequences, nextIdle, park, readSealable, seal, sendable, takeUp } from '../../../lib/store/queue.ts'
import { trim } from '../../../lib/store/trim.ts'
import { countOnly } from '../../../lib/store/append.ts'
import type { Database } from '../../../lib/store/database.ts'
import { newId } from '../../../lib/trace/id.ts'
import { LIMITS } from '../../../lib/trace/vocabulary.ts'
import { NOON, aDraft } from '../../fixtures/draft.ts'
import { accountOf } from './account.ts'
import { aRow, putRow } from './batch-row.ts'
import { aPage, emptyDatabase } from './empty-database.ts'

const DAY = 86_400_000
const DEVICE = { week: 1, id: '5f0c2a52-53f4-4a5c-8a8c-0a6d3f3f7f10', ordinal: 3 }

/** A closed sequence of clicks in a tab of its own. */
async function aClosedSequence(db: Database, tab: string, actions = 2, begin = NOON): Promise<string> {
  const page = await aPage(db, { tab })
  await page.send(Array.from({ length: actions }, (_, n) => aDraft('click', { n, at: begin + n * 1000 })))
  const [row] = await db.getAllFromIndex('sequences', 'open', [1, tab])
  await closeSequences(db, (open) => (open.tab === tab ? 'tab-closed' : null))
  return row!.id
}

const BODY = new ArrayBuffer(8)
const READ = { limit: 10, bytes: 1_000_000 }

describe('sequences', () => {
  test('close by the ending they are given, and the others stay open', async () => {
    const db = await emptyDatabase()
    for (const tab of ['run:1', 'run:2', 'run:3']) await (await aPage(db, { tab })).send([aDraft('click', { n: 0 })])
    await closeSequences(db, ({ tab }) => (tab === 'run:2' ? 'tab-closed' : null))
    const { sequences } = await accountOf(db)
    expect(Object.fromEntries(sequences.map(({ tab, ended, open }) => [tab, [ended, open]]))).toEqual({
      'run:1': [null, 1],
      'run:2': ['tab-closed', 0],
      'run:3': [null, 1],
    })
    await closeSequences(db, () => 'idle')
    expect((await accountOf(db)).sequences.map(({ ended }) => ended).sort()).toEqual(['idle', 'idle', 'tab-closed'])
  })

  test('say when the first of them ends by itself', async () => {
    const db = await emptyDatabase()
    expect(await nextIdle(db)).toBeNull()
    await (await aPage(db, { tab: 'run:1' })).send([aDraft('click', { n: 0, at: NOON + 20 })], {}, NOON + 20)
    await (await aPage(db, { tab: 'run:2' })).send([aDraft('click', { n: 0 })])
    expect(await nextIdle(db)).toBe(NOON + LIMITS.idleMs)
    await closeSequences(db, () => 'idle')
    expect(await nextIdle(db)).toBeNull()
  })
})

describe('what can be sealed', () => {
  test('is closed, oldest first, and no more than asked for', async () => {
    const db = await emptyDatabase()
    const late = await aClosedSequence(db, 'run:1', 3, NOON + 5000)
    const early = await aClosedSequence(db, 'run:2', 2, NOON)
    await (await aPage(db, { tab: 'run:3' })).send([aDraft('click', { n: 0 })])
    const { sequences, counts, device } = await readSealable(db, READ, NOON)
    expect(sequences.map(({ id, ended, actions }) => [id, ended, actions.length])).toEqual([
      [early, 'tab-closed', 2],
      [late, 'tab-closed', 3],
    ])
    expect(counts).toEqual({ duplicate: 0 })
    expect(device).toBeUndefined()
    expect((await readSealable(db, { ...READ, limit: 1 }, NOON)).sequences.map(({ id }) => id)).toEqual([early])
  })
})

describe('a sealed batch', () => {
  test('takes the place of its sequences, of their actions and of what was counted, at once', async () => {
    const db = await emptyDatabase()
    const [taken, left] = [await aClosedSequence(db, 'run:1', 3), await aClosedSequence(db, 'run:2', 1)]
    const batch = aRow({ actions: 3, counts: { duplicate: 0, masked: 5 } })
    await seal(db, { batch: { row: batch, body: BODY }, ids: [taken], dropped: [], device: DEVICE }, NOON)
    const { actions, sequences, batches, device } = await accountOf(db)
    expect(sequences.map(({ id }) => id)).toEqual([left])
    expect(actions.map(({ sequence }) => sequence)).toEqual([left])
    expect(batches).toEqual([{ ...batch, bytes: BODY }])
    expect(device).toEqual(DEVICE)
  })

  test('carries away the counts it was made with; what was counted since stays', async () => {
    const db = await emptyDatabase()
    const page = await aPage(db, { tab: 'run:9' })
    const id = await aClosedSequence(db, 'run:1')
    await page.send([], { masked: 7, merged: 2 })
    const { counts } = await readSealable(db, READ, NOON)
    await page.send([], { masked: 9, merged: 2, fault: 1 })
    await seal(db, { batch: { row: aRow({ counts }), body: BODY }, ids: [id], dropped: [], device: DEVICE }, NOON)
    expect((await accountOf(db)).counts).toEqual({ masked: 2, fault: 1 })
  })

  test('sealed a second time changes nothing, not even after it was delivered', async () => {
    const db = await emptyDatabase()
    const id = await aClosedSequence(db, 'run:1')
    const sealed = { ids: [id], dropped: [], device: DEVICE }
    const batch = aRow()
    await seal(db, { batch: { row: batch, body: BODY }, ...sealed }, NOON)
    await seal(db, { batch: { row: aRow(), body: BODY }, ...sealed }, NOON)
    expect((await accountOf(db)).batches).toEqual([{ ...batch, bytes: BODY }])
    await acknowledge(db, batch, NOON)
    await seal(db, { batch: { row: batch, body: BODY }, ...sealed }, NOON)
    expect((await accountOf(db)).batches).toEqual([])
  })

  test('leaves out what no batch may carry, and its actions are counted', async () => {
    const db = await emptyDatabase()
    const [taken, dropped] = [await aClosedSequence(db, 'run:1', 3), await aClosedSequence(db, 'run:2', 4)]
    await seal(db, { batch: { row: aRow(), body: BODY }, ids: [taken], dropped: [dropped], device: DEVICE }, NOON)
    const { actions, sequences, counts } = await accountOf(db)
    expect([actions, sequences]).toEqual([[], []])
    expect(counts).toEqual({ 'dropped-invalid': 4 })
    expect((await db.get('state', 'ledger'))?.ledger?.dropped).toEqual({ 'dropped-invalid': 4 })
  })

  test('that would be empty is none, and keeps the counts for the next', async () => {
    const db = await emptyDatabase()
    const dropped = await aClosedSequence(db, 'run:2', 4)
    await (await aPage(db)).send([], { masked: 7 })
    await seal(db, { batch: null, ids: [], dropped: [dropped], device: DEVICE }, NOON)
    const account = await accountOf(db)
    expect(account.batches).toEqual([])
    expect(account.counts).toEqual({ masked: 7, 'dropped-invalid': 4 })
  })
})

describe('a batch', () => {
  test('that was delivered is gone, and counted once however often that is said', async () => {
    const db = await emptyDatabase()
    const [first, second] = [aRow({ actions: 5 }), aRow({ actions: 7 })]
    for (const row of [first, second]) await putRow(db, row)
    for (const now of [NOON, NOON + 1]) await acknowledge(db, first, now)
    const { batches, sent } = await accountOf(db)
    expect(batches).toEqual([{ ...second, bytes: BODY }])
    expect(sent).toEqual({ actions: 5, batches: 1, lastAt: NOON })
  })

  test('that was refused is kept as it is, and is not in the way of the next', async () => {
    const db = await emptyDatabase()
    const [first, second] = [aRow({ id: newId(NOON) }), aRow({ id: newId(NOON + 1) })]
    for (const row of [second, first]) await putRow(db, row)
    expect(await sendable(db, NOON)).toEqual([first, second])
    await park(db, first, 'refused-422', NOON)
    expect(await sendable(db, NOON)).toEqual([second])
    expect((await accountOf(db)).batches).toEqual(
      [{ ...first, parked: { code: 'refused-422', at: NOON } }, second].map((row) => ({ ...row, bytes: BODY })),
    )
  })

  test('that is gone already does not come back by being refused', async () => {
    const db = await emptyDatabase()
    await park(db, aRow(), 'refused-422', NOON)
    expect((await accountOf(db)).batches).toEqual([])
  })

  test('whose id other bytes hold is never tried again, and any other that was refused is after a day', async () => {
    const db = await emptyDatabase()
    const [conflict, refused] = [aRow(), aRow()]
    for (const row of [conflict, refused]) await putRow(db, row)
    await park(db, conflict, 'refused-409', NOON)
    await park(db, refused, 'refused-422', NOON)
    expect(await sendable(db, NOON + DAY - 1)).toEqual([])
    expect((await sendable(db, NOON + DAY)).map(({ id }) => id)).toEqual([refused.id])
  })

  test('knows every collector that it was tried at, once', async () => {
    const db = await emptyDatabase()
    const row = aRow()
    await putRow(db, row)
    for (const url of ['https://one.example', 'https://two.example', 'https://one.example']) await takeUp(db, row.id, url)
    expect((await db.get('batches', row.id))?.collectors).toEqual(['https://one.example', 'https://two.example'])
  })
})

describe('trimming', () => {
  const rows = [0, 1, 2, 3].map((day) =>
    aRow({ id: newId(NOON + day * DAY), sealedAt: NOON + day * DAY, size: 400_000, actions: 10 + day }),
  )
  const limits = { retentionDays: 90, maxMb: 1000 }

  test.each([
    ['nothing while there is room and time', {}, NOON + 4 * DAY, [0, 1, 2, 3], {}],
    ['what is older than it may be kept', { retentionDays: 2 }, NOON + 4 * DAY, [2, 3], { 'dropped-expired': 21 }],
    ['the oldest while there is too much', { maxMb: 1 }, NOON + 4 * DAY, [2, 3], { 'dropped-full': 21 }],
    [
      'by age first, so that what was old makes room',
      { retentionDays: 3, maxMb: 1.2 },
      NOON + 4 * DAY,
      [1, 2, 3],
      { 'dropped-expired': 10 },
    ],
    ['everything where nothing fits', { maxMb: 0 }, NOON, [], { 'dropped-full': 46 }],
  ])('takes %s', async (_, change, now, left, counted) => {
    const db = await emptyDatabase()
    for (const row of rows) await putRow(db, row)
    await trim(db, now, { ...limits, ...change })
    const { batches, counts } = await accountOf(db)
    expect(batches.map(({ id }) => rows.findIndex((row) => row.id === id))).toEqual(left)
    expect(counts).toEqual(counted)
  })

  test('passes on to the next batch what the dropped one was to report', async () => {
    const db = await emptyDatabase()
    await countOnly(db, { masked: 1 }, NOON)
    await putRow(db, { ...rows[0]!, counts: { 'dropped-paused': 3, masked: 2 } })
    await trim(db, NOON + 91 * DAY, limits)
    expect((await accountOf(db)).counts).toEqual({ masked: 3, 'dropped-paused': 3, 'dropped-expired': 10 })
  })

  test('takes a parked batch like any other', async () => {
    const db = await emptyDatabase()
    await putRow(db, { ...rows[0]!, parked: { code: 'refused-409', at: NOON } })
    await trim(db, NOON + 91 * DAY, limits)
    expect(await accountOf(db)).toMatchObject({ batches: [], counts: { 'dropped-expired': 10 } })
  })

  test('forgets receipts after a month, and nothing that is not answered', async () => {
    const db = await emptyDatabase()
    const asked = { collector: null, missedAt: null, sequences: [], count: 1, askedAt: NOON }
    const receipt = { day: '2026-01-05', entry: 1, hash: '' }
    await db.put('erasures', { ...asked, id: 'answered', receipt })
    await db.put('erasures', { ...asked, id: 'pending', receipt: null })
    await trim(db, NOON + 30 * DAY, { retentionDays: 7, maxMb: 50 })
    expect(await db.getAllKeys('erasures')).toEqual(['answered', 'pending'])
    await trim(db, NOON + 30 * DAY + 1, { retentionDays: 7, maxMb: 50 })
    expect(await db.getAllKeys('erasures')).toEqual(['pending'])
  })
})

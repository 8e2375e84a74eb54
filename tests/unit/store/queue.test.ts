import { describe, expect, test } from 'vitest'
import { acknowledge, closeSequences, nextIdle, park, readSealable, seal, sendable, trim } from '../../../lib/store/queue.ts'
import { countOnly } from '../../../lib/store/append.ts'
import type { BatchRow, Database } from '../../../lib/store/database.ts'
import { newId } from '../../../lib/trace/id.ts'
import { LIMITS } from '../../../lib/trace/vocabulary.ts'
import { NOON, aDraft } from '../../fixtures/draft.ts'
import { accountOf } from './account.ts'
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

function aRow(change: Partial<BatchRow> = {}): BatchRow {
  return {
    id: newId(NOON),
    bytes: new ArrayBuffer(8),
    digest: '',
    sequences: 1,
    actions: 2,
    counts: {},
    sealedAt: NOON,
    parked: null,
    ...change,
  }
}

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
    const { sequences, counts, device } = await readSealable(db, 10)
    expect(sequences.map(({ id, ended, actions }) => [id, ended, actions.length])).toEqual([
      [early, 'tab-closed', 2],
      [late, 'tab-closed', 3],
    ])
    expect(counts).toEqual({ duplicate: 0 })
    expect(device).toBeUndefined()
    expect((await readSealable(db, 1)).sequences.map(({ id }) => id)).toEqual([early])
  })
})

describe('a sealed batch', () => {
  test('takes the place of its sequences, of their actions and of what was counted, at once', async () => {
    const db = await emptyDatabase()
    const [taken, left] = [await aClosedSequence(db, 'run:1', 3), await aClosedSequence(db, 'run:2', 1)]
    const batch = aRow({ actions: 3 })
    await seal(db, { batch, ids: [taken], dropped: [], counts: { duplicate: 0, masked: 5 }, device: DEVICE })
    const { actions, sequences, batches, device } = await accountOf(db)
    expect(sequences.map(({ id }) => id)).toEqual([left])
    expect(actions.map(({ sequence }) => sequence)).toEqual([left])
    expect(batches).toEqual([batch])
    expect(device).toEqual(DEVICE)
  })

  test('carries away the counts it was made with; what was counted since stays', async () => {
    const db = await emptyDatabase()
    const page = await aPage(db, { tab: 'run:9' })
    const id = await aClosedSequence(db, 'run:1')
    await page.send([], { masked: 7, merged: 2 })
    const { counts } = await readSealable(db, 10)
    await page.send([], { masked: 9, merged: 2, fault: 1 })
    await seal(db, { batch: aRow(), ids: [id], dropped: [], counts, device: DEVICE })
    expect((await accountOf(db)).counts).toEqual({ masked: 2, fault: 1 })
  })

  test('sealed a second time changes nothing, not even after it was delivered', async () => {
    const db = await emptyDatabase()
    const id = await aClosedSequence(db, 'run:1')
    const sealed = { ids: [id], dropped: [], counts: {}, device: DEVICE }
    const batch = aRow()
    await seal(db, { batch, ...sealed })
    await seal(db, { batch: aRow(), ...sealed })
    expect((await accountOf(db)).batches).toEqual([batch])
    await acknowledge(db, batch, NOON)
    await seal(db, { batch, ...sealed })
    expect((await accountOf(db)).batches).toEqual([])
  })

  test('leaves out what no batch may carry, and its actions are counted', async () => {
    const db = await emptyDatabase()
    const [taken, dropped] = [await aClosedSequence(db, 'run:1', 3), await aClosedSequence(db, 'run:2', 4)]
    await seal(db, { batch: aRow(), ids: [taken], dropped: [dropped], counts: {}, device: DEVICE })
    const { actions, sequences, counts } = await accountOf(db)
    expect([actions, sequences]).toEqual([[], []])
    expect(counts).toEqual({ 'dropped-invalid': 4 })
  })

  test('that would be empty is none, and keeps the counts for the next', async () => {
    const db = await emptyDatabase()
    const dropped = await aClosedSequence(db, 'run:2', 4)
    await (await aPage(db)).send([], { masked: 7 })
    const { counts } = await readSealable(db, 10)
    await seal(db, { batch: null, ids: [], dropped: [dropped], counts, device: DEVICE })
    const account = await accountOf(db)
    expect(account.batches).toEqual([])
    expect(account.counts).toEqual({ masked: 7, 'dropped-invalid': 4 })
  })
})

describe('a batch', () => {
  test('that was delivered is gone, and counted once however often that is said', async () => {
    const db = await emptyDatabase()
    const [first, second] = [aRow({ actions: 5 }), aRow({ actions: 7 })]
    for (const row of [first, second]) await db.put('batches', row)
    for (const now of [NOON, NOON + 1]) await acknowledge(db, first, now)
    const { batches, sent } = await accountOf(db)
    expect(batches).toEqual([second])
    expect(sent).toEqual({ actions: 5, batches: 1, lastAt: NOON })
  })

  test('that was refused is kept as it is, and is not in the way of the next', async () => {
    const db = await emptyDatabase()
    const [first, second] = [aRow({ id: newId(NOON) }), aRow({ id: newId(NOON + 1) })]
    for (const row of [second, first]) await db.put('batches', row)
    expect(await sendable(db)).toEqual([first, second])
    await park(db, first, 'refused-422')
    expect(await sendable(db)).toEqual([second])
    expect((await accountOf(db)).batches).toEqual([{ ...first, parked: 'refused-422' }, second])
  })

  test('that is gone already does not come back by being refused', async () => {
    const db = await emptyDatabase()
    await park(db, aRow(), 'refused-422')
    expect((await accountOf(db)).batches).toEqual([])
  })
})

describe('trimming', () => {
  const rows = [0, 1, 2, 3].map((day) =>
    aRow({ id: newId(NOON + day * DAY), sealedAt: NOON + day * DAY, bytes: new ArrayBuffer(400_000), actions: 10 + day }),
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
    for (const row of rows) await db.put('batches', row)
    await trim(db, now, { ...limits, ...change })
    const { batches, counts } = await accountOf(db)
    expect(batches.map(({ id }) => rows.findIndex((row) => row.id === id))).toEqual(left)
    expect(counts).toEqual(counted)
  })

  test('passes on to the next batch what the dropped one was to report', async () => {
    const db = await emptyDatabase()
    await countOnly(db, { masked: 1 }, NOON)
    await db.put('batches', { ...rows[0]!, counts: { 'dropped-paused': 3, masked: 2 } })
    await trim(db, NOON + 91 * DAY, limits)
    expect((await accountOf(db)).counts).toEqual({ masked: 3, 'dropped-paused': 3, 'dropped-expired': 10 })
  })

  test('takes a parked batch like any other', async () => {
    const db = await emptyDatabase()
    await db.put('batches', { ...rows[0]!, parked: 'refused-409' })
    await trim(db, NOON + 91 * DAY, limits)
    expect(await accountOf(db)).toMatchObject({ batches: [], counts: { 'dropped-expired': 10 } })
  })
})

import { describe, expect, test } from 'vitest'
import { sealAll } from '../../../lib/flush/seal.ts'
import type { Content, Database } from '../../../lib/store/database.ts'
import { pendingErasures, receive } from '../../../lib/store/erasures.ts'
import { acknowledge, sendable, takeUp } from '../../../lib/store/queue.ts'
import { remove } from '../../../lib/store/remove.ts'
import { SITE } from '../../fixtures/batch.ts'
import { NOON, aDraft } from '../../fixtures/draft.ts'
import { accountOf, expectBalance } from './account.ts'
import { aPage, emptyDatabase } from './empty-database.ts'
import { contentOf, marked, marksInBrowser } from './marked.ts'
import { COLLECTOR, EVER, OTHER, WEEK, all, closed, ofSite } from './removals.ts'

const here = async (db: Database) => {
  const { stored, sealed } = await marksInBrowser(db)
  return { stored: stored.toSorted((a, b) => a - b), sealed: sealed.toSorted((a, b) => a - b) }
}

describe('deleting all', () => {
  test('takes what is open, closed and sealed, and counts it', async () => {
    const db = await emptyDatabase()
    await closed(db, 0)
    await sealAll(db, '0.1.0', NOON)
    await closed(db, 10)
    await (await aPage(db, { tab: 'run:20' })).send([marked(aDraft('click', { n: 0 }), 20)])
    expect(await remove(db, all, NOON)).toEqual({ sequences: 3, actions: 5, asked: 0 })
    expect(await accountOf(db)).toMatchObject({ actions: [], sequences: [], batches: [], counts: { 'dropped-deleted': 5 } })
    expect(await db.count('bodies')).toBe(0)
    await expectBalance(db, NOON)
  })

  test('asks the collector for what it has, or may have, under one pseudonym at a time', async () => {
    const db = await emptyDatabase()
    await closed(db, 0)
    await sealAll(db, '0.1.0', NOON - WEEK)
    const [sent] = await sendable(db, NOON)
    await takeUp(db, sent!.id, COLLECTOR)
    await acknowledge(db, sent!, NOON)
    await closed(db, 10)
    await sealAll(db, '0.1.0', NOON)
    const [tried] = await sendable(db, NOON)
    await takeUp(db, tried!.id, COLLECTOR)
    await closed(db, 20)
    await sealAll(db, '0.1.0', NOON)
    expect(await remove(db, all, NOON)).toEqual({ sequences: 2, actions: 4, asked: 2 })
    const asked = (await pendingErasures(db)).map(({ sequences }) => sequences)
    expect(asked.toSorted()).toEqual([[sent!.contents[0]!.sequence], [tried!.contents[0]!.sequence]].toSorted())
    expect(await db.count('sent')).toBe(0)
    await expectBalance(db, NOON)
  })

  test('forgets what was erased once there is a receipt, and keeps the receipt', async () => {
    const db = await emptyDatabase()
    await closed(db, 0)
    await sealAll(db, '0.1.0', NOON)
    await acknowledge(db, (await sendable(db, NOON))[0]!, NOON)
    await remove(db, all, NOON)
    const [erasure] = await pendingErasures(db)
    const receipt = { day: '2026-01-05', entry: 3, hash: 'f'.repeat(64) }
    await receive(db, erasure!.id, receipt)
    expect(await pendingErasures(db)).toEqual([])
    const { device: _, ...rest } = erasure!
    expect(await db.getAll('erasures')).toEqual([{ ...rest, sequences: [], receipt }])
  })

  test('refuses what was still on its way, and nothing that is done afterwards', async () => {
    const db = await emptyDatabase()
    const page = await aPage(db)
    await page.send([aDraft('click', { n: 0 })])
    await remove(db, { ...all, span: { ...EVER, until: NOON + 500 } }, NOON + 500)
    await page.send([aDraft('click', { n: 1, at: NOON + 400 }), aDraft('click', { n: 2, at: NOON + 600 })], {}, NOON + 700)
    const { actions, counts } = await accountOf(db)
    expect(actions.map(({ n }) => n)).toEqual([2])
    expect(counts).toMatchObject({ 'dropped-deleted': 2 })
    await expectBalance(db, NOON)
  })
})

describe('deleting a site', () => {
  test('takes its sequences out of a batch, which goes on under another id with all the others', async () => {
    const db = await emptyDatabase()
    await closed(db, 0)
    await closed(db, 10, OTHER)
    await closed(db, 20)
    await (await aPage(db)).send([], { masked: 9 })
    await sealAll(db, '0.1.0', NOON)
    const [before] = await sendable(db, NOON)
    await takeUp(db, before!.id, COLLECTOR)
    expect(await remove(db, ofSite(OTHER), NOON)).toEqual({ sequences: 1, actions: 2, asked: 1 })
    expect((await here(db)).sealed).toEqual([0, 1, 20, 21])
    const [after] = (await accountOf(db)).batches
    expect(after).toMatchObject({ device: before!.device, actions: 4, counts: {}, attempted: true, parked: null })
    expect([after!.id.slice(0, 18), after!.id === before!.id]).toEqual([before!.id.slice(0, 18), false])
    const content = contentOf(after!.bytes)
    // What it reported may be there already: it is not reported twice.
    expect([content.id, content.counts, content.ledger]).toEqual([after!.id, {}, undefined])
    expect(content.sequences.map(({ id }) => id)).toEqual(after!.contents.map(({ sequence }) => sequence))
    expect(await db.getAllKeys('bodies')).toEqual([after!.id])
    await expectBalance(db, NOON)
  })

  test('takes sequences of other sites in which it was a frame', async () => {
    const db = await emptyDatabase()
    const top = await aPage(db, { tab: 'run:0' })
    const frame = await aPage(db, { tab: 'run:0', origin: OTHER, frame: [0] })
    await top.send([marked(aDraft('click', { n: 0 }), 0)])
    const inFrame = marked(aDraft('click', { n: 0, frame: [0] }), 1)
    await frame.send([{ ...inFrame, route: { ...inFrame.route, origin: OTHER } }])
    await remove(db, ofSite(OTHER), NOON)
    expect(await here(db)).toEqual({ stored: [], sealed: [] })
  })

  test('leaves the others alone, and refuses late arrivals of that site only', async () => {
    const db = await emptyDatabase()
    const [page, other] = [await aPage(db, { tab: 'run:0' }), await aPage(db, { tab: 'run:1', site: OTHER, origin: OTHER })]
    await remove(db, ofSite(OTHER), NOON)
    await page.send([aDraft('click', { n: 0 })])
    const late = aDraft('click', { n: 0 })
    await other.send([{ ...late, route: { ...late.route, origin: OTHER } }])
    expect((await accountOf(db)).counts).toMatchObject({ 'dropped-deleted': 1 })
    expect(await db.count('actions')).toBe(1)
  })
})

test('a batch that was delivered while its rest was being made is asked for like any other', async () => {
  const db = await emptyDatabase()
  await closed(db, 0)
  await closed(db, 10, OTHER)
  await sealAll(db, '0.1.0', NOON)
  const [batch] = await sendable(db, NOON)
  const deliveries: Promise<void>[] = []
  const matches = ({ site }: Content) => {
    // The first look is at the queue, before anything is written.
    if (deliveries.length === 0) deliveries.push(takeUp(db, batch!.id, COLLECTOR).then(() => acknowledge(db, batch!, NOON)))
    return site === OTHER
  }
  const removed = await remove(db, { ...ofSite(OTHER), matches }, NOON)
  await Promise.all(deliveries)
  expect(removed).toEqual({ sequences: 0, actions: 0, asked: 1 })
  expect(await here(db)).toEqual({ stored: [], sealed: [] })
  await expectBalance(db, NOON)
})

test('whoever deletes more often than can be kept apart loses more, never less', async () => {
  const db = await emptyDatabase()
  const page = await aPage(db)
  for (let index = 0; index < 120; index += 1) {
    const span = { site: SITE, tab: null, from: NOON + index * 10, until: NOON + index * 10 + 5 }
    await remove(db, { ...all, matches: () => false, span }, NOON)
  }
  const drafts = Array.from({ length: 90 }, (_, n) => aDraft('click', { n, at: NOON + n * 10 + 3 }))
  await page.send(drafts, {}, NOON + 2000)
  expect(await db.count('actions')).toBe(0)
  await page.send([aDraft('click', { n: 95, at: NOON + 1500 })], {}, NOON + 2000)
  expect(await db.count('actions')).toBe(1)
})

describe('spans that are taken together refuse', () => {
  /** Pages of which something arrives late, as `site@tab`. */
  const PAGES = [
    { site: SITE, tab: 'run:0' },
    { site: OTHER, tab: 'run:1' },
    { site: SITE, tab: 'run:2' },
  ]
  test.each<[string, { site: string | null; tab: string | null }[], string[]]>([
    ['one site where all were of it', [{ site: SITE, tab: null }], [`${OTHER}@run:1`]],
    ['every site where they were of two', PAGES.slice(0, 2).map(({ site }) => ({ site, tab: null })), []],
    ['one tab where all were of it', [{ site: null, tab: 'run:0' }], [`${OTHER}@run:1`, `${SITE}@run:2`]],
    ['every tab where they were of two', PAGES.slice(0, 2).map(({ tab }) => ({ site: null, tab })), []],
  ])('%s', async (_, of, kept) => {
    const db = await emptyDatabase()
    const pages = await Promise.all(PAGES.map(async (page) => ({ ...page, ...(await aPage(db, { ...page, origin: page.site })) })))
    for (let index = 0; index < 60; index += 1) {
      const from = NOON + index * 10
      await remove(db, { ...all, matches: () => false, span: { ...of[index % of.length]!, from, until: from + 5 } }, NOON)
    }
    for (const { site, send } of pages) {
      // In the second span, which is of the second site or tab where there are two.
      const late = aDraft('click', { n: 0, at: NOON + 13 })
      await send([{ ...late, route: { ...late.route, origin: site } }], {}, NOON + 2000)
    }
    expect((await db.getAll('sequences')).map(({ site, tab }) => `${site}@${tab}`).toSorted()).toEqual(kept.toSorted())
  })
})

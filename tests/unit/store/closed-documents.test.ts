/** Documents that may not record any more, and what the worker files by itself. */
import { describe, expect, test } from 'vitest'
import { appendOwn, closeDocuments, countOnly, refuseEarlier } from '../../../lib/store/append.ts'
import { LIMITS } from '../../../lib/trace/vocabulary.ts'
import { SITE } from '../../fixtures/batch.ts'
import { NOON, aDraft } from '../../fixtures/draft.ts'
import { accountOf } from './account.ts'
import { clicks } from './clicks.ts'
import { aPage, emptyDatabase } from './empty-database.ts'

describe('when the policy has changed', () => {
  test('what was recorded between the change and the new hello is refused after it as well', async () => {
    const db = await emptyDatabase()
    const page = await aPage(db)
    await closeDocuments(db, NOON + 500)
    expect(await aPage(db, { document: page.document, seenAt: NOON + 1500 })).toBeTruthy()
    await page.send(clicks(3))
    const { actions, counts } = await accountOf(db)
    expect(actions.map(({ n }) => n)).toEqual([0, 2])
    expect(counts).toMatchObject({ 'dropped-policy': 1 })
  })

  test('a tab whose page has left the list takes its frames with it, and no other tab', async () => {
    const db = await emptyDatabase()
    const [frame, elsewhere] = [await aPage(db, { frame: [0] }), await aPage(db, { tab: 'run:2' })]
    await closeDocuments(db, NOON, 'run:1')
    await frame.send(clicks(1).map((click) => ({ ...click, frame: [0] })))
    await elsewhere.send(clicks(1))
    const { actions, counts } = await accountOf(db)
    expect([actions.length, counts['dropped-policy']]).toEqual([1, 1])
  })

  test('a document keeps what it recorded before, and nothing from then on, until it says hello again', async () => {
    const db = await emptyDatabase()
    const page = await aPage(db)
    await closeDocuments(db, NOON + 500)
    expect(await page.send(clicks(2))).toEqual({ acknowledged: 1, stop: true })
    expect((await accountOf(db)).actions.map(({ n }) => n)).toEqual([0])
    await closeDocuments(db, NOON + 900)
    await aPage(db, { document: page.document })
    expect(await page.send(clicks(3))).toEqual({ acknowledged: 2, stop: false })
    const { actions, counts } = await accountOf(db)
    expect(actions.map(({ n }) => n)).toEqual([0, 2])
    expect(counts).toEqual({ 'dropped-policy': 1, duplicate: 2 })
  })
})

describe('when a part of a site has left the list', () => {
  const ofSite = ({ site }: { site: string }) => site === SITE

  test('what pages of it still hold is refused, also after a new hello, and what they record from then on is kept', async () => {
    const db = await emptyDatabase()
    const page = await aPage(db)
    await closeDocuments(db, NOON + 1500)
    await refuseEarlier(db, NOON + 1500, ofSite)
    await page.send(clicks(1))
    await aPage(db, { document: page.document, seenAt: NOON + 1600 })
    await page.send(clicks(3))
    const { actions, counts } = await accountOf(db)
    expect(actions.map(({ n }) => n)).toEqual([2])
    expect(counts).toMatchObject({ 'dropped-policy': 2 })
  })

  test('so it is of a page that has said hello before that was noted, and not of other pages', async () => {
    const db = await emptyDatabase()
    const [page, other] = [await aPage(db), await aPage(db, { site: 'https://other.example.com', tab: 'run:2' })]
    await refuseEarlier(db, NOON + 1500, ofSite)
    await page.send(clicks(3))
    await other.send([aDraft('click', { n: 0, frame: [] })])
    expect((await accountOf(db)).actions.map(({ n }) => n)).toEqual([2])
    const rows = await db.getAll('documents')
    expect(rows.map(({ site, closed }) => [site, closed?.until ?? null]).toSorted()).toEqual([
      ['https://other.example.com', null],
      [SITE, NOON + 1500],
    ])
  })

  test('the worker itself is no page of it', async () => {
    const db = await emptyDatabase()
    await (await aPage(db)).send(clicks(1))
    await appendOwn(db, { tab: 'run:1', site: SITE }, NOON, (n) => aDraft('tab', { n, to: 'outside', sequence: null }))
    const seen: string[] = []
    await refuseEarlier(db, NOON, ({ origin }) => seen.push(origin) > 0)
    expect(seen).toEqual([SITE])
  })
})

describe('what the worker saw itself', () => {
  const tab = (at: number) => (n: number) => aDraft('tab', { n, at, to: 'outside', sequence: null })

  test('joins the open sequence of the tab, with the viewport of its page', async () => {
    const db = await emptyDatabase()
    await (await aPage(db, { viewport: { width: 1000, height: 700 } })).send(clicks(2))
    for (const at of [3000, 4000]) await appendOwn(db, { tab: 'run:1', site: SITE }, NOON + at, tab(NOON + at))
    const { actions, sequences } = await accountOf(db)
    expect(actions.filter(({ action }) => action.kind === 'tab').map(({ n }) => n)).toEqual([0, 1])
    expect(sequences).toMatchObject([{ actions: 4, viewport: { width: 1000, height: 700 } }])
  })

  test('takes the viewport of the page the tab shows now, though it spoke before any page did', async () => {
    const db = await emptyDatabase()
    const own = { tab: 'run:1', site: SITE }
    await appendOwn(db, own, NOON, tab(NOON))
    await aPage(db, { viewport: { width: 800, height: 600 }, seenAt: NOON + 1 })
    await aPage(db, { viewport: { width: 1600, height: 900 }, seenAt: NOON + 3 })
    await aPage(db, { viewport: { width: 300, height: 200 }, seenAt: NOON + 4, frame: [0] })
    await aPage(db, { viewport: { width: 900, height: 600 }, seenAt: NOON + 2 })
    await appendOwn(db, own, NOON + LIMITS.idleMs + 1, tab(NOON + LIMITS.idleMs + 1))
    const { sequences } = await accountOf(db)
    expect(sequences.find(({ open }) => open === 1)).toMatchObject({ viewport: { width: 1600, height: 900 } })
  })
})

test('what belongs to no document is counted all the same', async () => {
  const db = await emptyDatabase()
  await countOnly(db, { 'dropped-invalid': 2 }, NOON)
  await countOnly(db, { 'dropped-invalid': 1, fault: 1 }, NOON)
  const { counts, today } = await accountOf(db)
  expect(counts).toEqual({ 'dropped-invalid': 3, fault: 1 })
  expect(today).toMatchObject({ counts: { 'dropped-invalid': 3, fault: 1 }, sites: {}, kinds: {} })
})

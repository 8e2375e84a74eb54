import { describe, expect, test } from 'vitest'
import { appendOwn, closeDocuments, countOnly, forgetDocuments } from '../../../lib/store/append.ts'
import { writeState } from '../../../lib/store/state.ts'
import { LIMITS } from '../../../lib/trace/vocabulary.ts'
import { SITE, aRoute, aTarget } from '../../fixtures/batch.ts'
import { NOON, aDraft } from '../../fixtures/draft.ts'
import { accountOf } from './account.ts'
import { ADMITTED, aPage, emptyDatabase } from './empty-database.ts'

const clicks = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => aDraft('click', { n: from + index, at: NOON + (from + index) * 1000 }))

describe('a delivery of a page', () => {
  test('is kept in one open sequence, and acknowledged up to its highest number', async () => {
    const db = await emptyDatabase()
    const page = await aPage(db)
    expect(await page.send(clicks(3), { masked: 4 })).toEqual({ acknowledged: 2, stop: false })
    const { actions, sequences, counts, today } = await accountOf(db)
    expect(actions.map(({ n }) => n)).toEqual([0, 1, 2])
    expect(sequences).toMatchObject([{ site: SITE, actions: 3, open: 1, ended: null, openedAt: NOON, lastAt: NOON + 2000 }])
    expect(new Set(actions.map(({ sequence }) => sequence))).toEqual(new Set([sequences[0]!.id]))
    expect(counts).toEqual({ masked: 4, duplicate: 0 })
    expect(today).toMatchObject({ kinds: { click: 3 }, sites: { [SITE]: 3 }, counts: { masked: 4 } })
  })

  test('that comes again changes nothing but the count of duplicates', async () => {
    const db = await emptyDatabase()
    const page = await aPage(db)
    await page.send(clicks(3), { masked: 4 })
    const before = await accountOf(db)
    expect(await page.send(clicks(3), { masked: 4 })).toEqual({ acknowledged: 2, stop: false })
    const after = await accountOf(db)
    expect(after).toMatchObject({ actions: before.actions, sequences: before.sequences, counts: { masked: 4, duplicate: 3 } })
  })

  test('that overlaps the one before adds what is new in it', async () => {
    const db = await emptyDatabase()
    const page = await aPage(db)
    await page.send(clicks(3))
    expect(await page.send(clicks(3, 1))).toEqual({ acknowledged: 3, stop: false })
    const { actions, sequences } = await accountOf(db)
    expect(actions.map(({ n }) => n)).toEqual([0, 1, 2, 3])
    expect(sequences).toMatchObject([{ actions: 4 }])
  })

  test('of an older, smaller total is not counted again when the larger one follows', async () => {
    const db = await emptyDatabase()
    const page = await aPage(db)
    await page.send(clicks(1), { masked: 10, merged: 1 })
    await page.send(clicks(1), { masked: 5 })
    await page.send(clicks(2), { masked: 12, merged: 1 })
    expect((await accountOf(db)).counts).toMatchObject({ masked: 12, merged: 1 })
  })

  test('that uses a number twice keeps one action under it and counts the other', async () => {
    const db = await emptyDatabase()
    const page = await aPage(db)
    const [first] = clicks(1)
    expect(await page.send([first!, { ...first!, count: 2 }])).toEqual({ acknowledged: 0, stop: false })
    const { actions, sequences, counts, today } = await accountOf(db)
    expect(actions).toMatchObject([{ n: 0, action: { count: 1 } }])
    expect(sequences).toMatchObject([{ actions: 1 }])
    expect(counts.duplicate).toBe(1)
    expect(today?.kinds).toEqual({ click: 1 })
  })

  test('with broken actions in it keeps the others, and is not sent again for them', async () => {
    const db = await emptyDatabase()
    const page = await aPage(db)
    const [good, next] = clicks(2)
    const broken = [{ ...good, n: 2, text: 'rosebud' }, { n: 3 }, { ...good, n: 4, kind: 'read' }, null, 'rosebud', { ...good, n: -1 }]
    expect(await page.send([good, ...broken, { ...next, n: 5 }])).toEqual({ acknowledged: 5, stop: false })
    const { actions, counts } = await accountOf(db)
    expect(actions.map(({ n }) => n)).toEqual([0, 5])
    // The one with number -1 is older than everything, so it passes for a resend.
    expect(counts).toEqual({ 'dropped-invalid': 5, duplicate: 1 })
  })

  test('of a document that never said hello is not kept', async () => {
    const db = await emptyDatabase()
    const page = await aPage(db)
    await forgetDocuments(db, () => true)
    expect(await page.send(clicks(1))).toBeNull()
    expect((await accountOf(db)).actions).toEqual([])
  })

  test('in a new document of the tab goes on in the same sequence, numbered from 0 again', async () => {
    const db = await emptyDatabase()
    await (await aPage(db)).send(clicks(2))
    await (await aPage(db)).send(clicks(2))
    const { actions, sequences } = await accountOf(db)
    expect(actions).toHaveLength(4)
    expect(sequences).toMatchObject([{ actions: 4 }])
  })

  test('of another tab has a sequence of its own', async () => {
    const db = await emptyDatabase()
    await (await aPage(db)).send(clicks(2))
    await (await aPage(db, { tab: 'run:2' })).send(clicks(1))
    expect((await accountOf(db)).sequences.map(({ actions }) => actions).sort()).toEqual([1, 2])
  })

  test('on another site of the same tab ends the sequence and names it as the one before', async () => {
    const db = await emptyDatabase()
    const other = 'https://search.example.com'
    await (await aPage(db)).send(clicks(2))
    const [action] = clicks(1)
    await (await aPage(db, { site: other, origin: other })).send([{ ...action!, route: aRoute({ origin: other }) }])
    const { sequences } = await accountOf(db)
    const closed = sequences.find(({ open }) => open === 0)
    expect(closed).toMatchObject({ site: SITE, ended: 'site', actions: 2 })
    expect(sequences.find(({ open }) => open === 1)).toMatchObject({ site: other, previous: closed!.id, opener: null })
  })

  test('of more than one sequence may hold is split, and every part is filed', async () => {
    const db = await emptyDatabase()
    const page = await aPage(db)
    for (let from = 0; from < LIMITS.sequenceActions + 50; from += 50) await page.send(clicks(50, from), {}, NOON + 300_000)
    const { actions, sequences } = await accountOf(db)
    expect(sequences.map(({ ended, actions: held }) => [ended, held])).toEqual(
      expect.arrayContaining([
        ['length', 200],
        [null, 50],
      ]),
    )
    for (const { id, actions: held } of sequences) expect(actions.filter(({ sequence }) => sequence === id)).toHaveLength(held)
  })
})

describe('an action is refused and counted by reason', () => {
  const [click] = clicks(1)
  const other = 'https://other.example.com'
  test.each([
    ['of another origin than its document', { ...click!, route: aRoute({ origin: other }) }, 'dropped-invalid'],
    ['of another frame than its document', { ...click!, frame: [1] }, 'dropped-invalid'],
    ['that ends before it begins', { ...click!, until: NOON - 1 }, 'dropped-invalid'],
    ['from more than a minute ahead', { ...click!, at: NOON, until: NOON + 60_001 }, 'dropped-invalid'],
    [
      'with a word the masker cannot have let through',
      { ...click!, target: aTarget({ locators: [{ kind: 'id', css: '#rosebud', matches: 1, positional: false }] }) },
      'dropped-invalid',
    ],
    ['from inside the last pause', { ...click!, at: NOON - 500, until: NOON }, 'dropped-paused'],
  ] as const)('%s', async (_, action, reason) => {
    const db = await emptyDatabase()
    await writeState(db.transaction('state', 'readwrite').store, 'pause', { since: NOON - 1000, until: NOON })
    const page = await aPage(db)
    // What stands beside it is kept.
    expect(await page.send([action, ...clicks(1, 1)])).toEqual({ acknowledged: 1, stop: false })
    const { actions, counts } = await accountOf(db)
    expect(actions.map(({ n }) => n)).toEqual([1])
    expect(counts).toEqual({ [reason]: 1, duplicate: 0 })
  })

  test('of a top document that is not on the site of its tab', async () => {
    const db = await emptyDatabase()
    const page = await aPage(db, { origin: other })
    await page.send([{ ...click!, route: aRoute({ origin: other }) }])
    expect((await accountOf(db)).counts).toMatchObject({ 'dropped-invalid': 1 })
    const frame = await aPage(db, { origin: other, frame: [0] })
    await frame.send([{ ...click!, frame: [0], route: aRoute({ origin: other }) }])
    expect((await accountOf(db)).actions).toHaveLength(1)
  })

  test('outside the hours of the policy', async () => {
    const db = await emptyDatabase()
    const { document } = await aPage(db)
    const { append } = await import('../../../lib/store/append.ts')
    await append(db, { type: 'actions', document, actions: clicks(2), counts: {} }, NOON, { ...ADMITTED, permits: (at) => at > NOON })
    const { actions, counts } = await accountOf(db)
    expect(actions.map(({ n }) => n)).toEqual([1])
    expect(counts).toMatchObject({ 'dropped-policy': 1 })
  })

  test('begun before a pause or after it, is kept', async () => {
    const db = await emptyDatabase()
    await writeState(db.transaction('state', 'readwrite').store, 'pause', { since: NOON - 1000, until: NOON })
    const page = await aPage(db)
    await page.send([aDraft('click', { n: 0, at: NOON - 1001 }), aDraft('click', { n: 1, at: NOON })])
    expect((await accountOf(db)).actions).toHaveLength(2)
  })

  test('begun in a pause before the last one, and arriving late', async () => {
    const db = await emptyDatabase()
    const earlier = [{ since: NOON, until: NOON + 500 }]
    await writeState(db.transaction('state', 'readwrite').store, 'pause', { since: NOON + 5000, until: NOON + 6000, earlier })
    await (await aPage(db)).send(clicks(2))
    const { actions, counts } = await accountOf(db)
    expect(actions.map(({ n }) => n)).toEqual([1])
    expect(counts).toMatchObject({ 'dropped-paused': 1 })
  })

  test('with a text that the masker cannot have let through, which the worker asks policy and lexicon about', async () => {
    const db = await emptyDatabase()
    const { document } = await aPage(db)
    const { append } = await import('../../../lib/store/append.ts')
    const unpermitted = ({ n }: { n: number }) => (n === 0 ? 'target.name' : null)
    await append(db, { type: 'actions', document, actions: clicks(2), counts: {} }, NOON, { ...ADMITTED, unpermitted })
    const { actions, counts } = await accountOf(db)
    expect(actions.map(({ n }) => n)).toEqual([1])
    expect(counts).toMatchObject({ 'dropped-invalid': 1 })
  })
})

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

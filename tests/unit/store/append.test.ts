import { describe, expect, test } from 'vitest'
import { forgetDocuments } from '../../../lib/store/append.ts'
import { writeState } from '../../../lib/store/state.ts'
import { LIMITS } from '../../../lib/trace/vocabulary.ts'
import { SITE, aRoute, aTarget } from '../../fixtures/batch.ts'
import { NOON, aDraft } from '../../fixtures/draft.ts'
import { accountOf } from './account.ts'
import { clicks } from './clicks.ts'
import { ADMITTED, aPage, emptyDatabase } from './empty-database.ts'

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

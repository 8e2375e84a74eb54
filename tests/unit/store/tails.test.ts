import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { drainTails, keepTail } from '../../../lib/store/tails.ts'
import { TAIL_PREFIX } from '../../../lib/trace/vocabulary.ts'
import type { Database } from '../../../lib/store/database.ts'
import { NOON, aDraft } from '../../fixtures/draft.ts'
import { accountOf } from './account.ts'
import { ADMITTED, aPage, emptyDatabase } from './empty-database.ts'

const { local } = fakeBrowser.storage
const DOCUMENT = '5f0c2a52-53f4-4a5c-8a8c-0a6d3f3f7f10'
const OTHER = '6f0c2a52-53f4-4a5c-8a8c-0a6d3f3f7f11'

const clicks = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => aDraft('click', { n: from + index, at: NOON + (from + index) * 1000 }))
const tail = (document: string, actions: unknown[], counts = {}) => ({ type: 'actions', document, actions, counts })
const keyOf = (document: string, n: number) => `${TAIL_PREFIX}${document}:${n}`
const drain = (db: Database) => drainTails(db, NOON + 200_000, ADMITTED)
const left = async () => Object.keys(await local.get(null))

beforeEach(() => {
  fakeBrowser.reset()
  vi.restoreAllMocks()
})

describe('the tail of a page that died', () => {
  test('is stored under its document, and then deleted; what else lies there stays', async () => {
    const db = await emptyDatabase()
    await aPage(db, { document: DOCUMENT })
    await local.set({ [keyOf(DOCUMENT, 0)]: tail(DOCUMENT, clicks(0, 3), { masked: 2 }), settings: { colour: 'dark' } })
    expect(await drain(db)).toBe(1)
    const { actions, counts } = await accountOf(db)
    expect(actions.map(({ n }) => n)).toEqual([0, 1, 2])
    expect(counts).toMatchObject({ masked: 2 })
    expect(await left()).toEqual(['settings'])
  })

  test('is stored like one that was left, where it came as a message; with one that was left as well, once', async () => {
    const db = await emptyDatabase()
    await aPage(db, { document: DOCUMENT })
    await local.set({ [keyOf(DOCUMENT, 1)]: tail(DOCUMENT, clicks(0, 2)) })
    await keepTail({ type: 'actions', document: DOCUMENT, actions: clicks(0, 3), counts: {} })
    expect(await drain(db)).toBe(2)
    expect((await accountOf(db)).actions.map(({ n }) => n)).toEqual([0, 1, 2])
    expect(await left()).toEqual([])
  })

  test('is stored whole, though its parts lie there in any order', async () => {
    const db = await emptyDatabase()
    for (const document of [DOCUMENT, OTHER]) await aPage(db, { document, tab: `run:${document}` })
    await local.set({
      [keyOf(DOCUMENT, 100)]: tail(DOCUMENT, clicks(100, 104)),
      [keyOf(OTHER, 2)]: tail(OTHER, clicks(2, 4)),
      [keyOf(DOCUMENT, 4)]: tail(DOCUMENT, clicks(4, 100)),
      [keyOf(OTHER, 0)]: tail(OTHER, clicks(0, 2)),
      [keyOf(DOCUMENT, 0)]: tail(DOCUMENT, clicks(0, 4)),
    })
    expect(await drain(db)).toBe(5)
    const { actions, counts } = await accountOf(db)
    expect(actions.filter(({ document }) => document === DOCUMENT)).toHaveLength(104)
    expect(actions.filter(({ document }) => document === OTHER)).toHaveLength(4)
    expect(counts).toEqual({ duplicate: 0 })
  })

  test('adds nothing to what a message brought already', async () => {
    const db = await emptyDatabase()
    const page = await aPage(db, { document: DOCUMENT })
    await page.send(clicks(0, 3), { masked: 3 }, NOON + 5000)
    await local.set({ [keyOf(DOCUMENT, 1)]: tail(DOCUMENT, clicks(1, 5), { masked: 4 }) })
    await drain(db)
    const { actions, counts } = await accountOf(db)
    expect(actions.map(({ n }) => n)).toEqual([0, 1, 2, 3, 4])
    expect(counts).toEqual({ masked: 4, duplicate: 2 })
  })

  test('is stored once, though the worker dies before it is deleted', async () => {
    const db = await emptyDatabase()
    await aPage(db, { document: DOCUMENT })
    await local.set({ [keyOf(DOCUMENT, 0)]: tail(DOCUMENT, clicks(0, 3)) })
    vi.spyOn(local, 'remove').mockRejectedValueOnce(new Error('gone'))
    await expect(drain(db)).rejects.toThrow('gone')
    expect(await left()).toHaveLength(1)
    expect(await drain(db)).toBe(1)
    const { actions, sequences } = await accountOf(db)
    expect(actions).toHaveLength(3)
    expect(sequences).toMatchObject([{ actions: 3 }])
    expect(await left()).toEqual([])
  })

  test('is stored once, though two events drain it at the same time', async () => {
    const db = await emptyDatabase()
    await aPage(db, { document: DOCUMENT })
    await local.set({ [keyOf(DOCUMENT, 0)]: tail(DOCUMENT, clicks(0, 3)), [keyOf(DOCUMENT, 3)]: tail(DOCUMENT, clicks(3, 5)) })
    await Promise.all([drain(db), drain(db)])
    expect((await accountOf(db)).actions.map(({ n }) => n)).toEqual([0, 1, 2, 3, 4])
    expect(await left()).toEqual([])
  })

  test('is not deleted where the page has left a longer one meanwhile', async () => {
    const db = await emptyDatabase()
    await aPage(db, { document: DOCUMENT })
    await local.set({ [keyOf(DOCUMENT, 0)]: tail(DOCUMENT, clicks(0, 3)) })
    const later = { [keyOf(DOCUMENT, 0)]: tail(DOCUMENT, clicks(0, 5)) }
    // While the first is being stored, which is where the time goes.
    const permits = () => {
      void local.set(later)
      return true
    }
    await drainTails(db, NOON + 200_000, { ...ADMITTED, permits })
    await drain(db)
    expect((await accountOf(db)).actions.map(({ n }) => n)).toEqual([0, 1, 2, 3, 4])
    expect(await left()).toEqual([])
  })
})

describe('what a page may have put there to do harm', () => {
  const prototype: unknown = JSON.parse(
    `{"type":"actions","document":"${DOCUMENT}","actions":[],"counts":{},"__proto__":{"type":"actions"}}`,
  )
  test.each([
    ['a number', 7],
    ['a text', 'x'.repeat(100_000)],
    ['a list', [1, 2, 3]],
    ['another message', { type: 'hello', document: DOCUMENT, frame: [], viewport: { width: 0, height: 0 } }],
    ['no document', { type: 'actions', actions: [], counts: {} }],
    ['more actions than a message may hold', tail(DOCUMENT, clicks(0, 101))],
    ['a key of its own', { ...tail(DOCUMENT, clicks(0, 1)), text: 'rosebud' }],
    ['a count of its own', tail(DOCUMENT, clicks(0, 1), { rosebud: 1 })],
    ['a prototype', prototype],
  ])('is deleted and counted, and what lies beside it is stored: %s', async (_, value) => {
    const db = await emptyDatabase()
    await aPage(db, { document: DOCUMENT })
    await local.set({ [keyOf(OTHER, 0)]: value, [keyOf(DOCUMENT, 0)]: tail(DOCUMENT, clicks(0, 2)) })
    expect(await drain(db)).toBe(2)
    const { actions, counts } = await accountOf(db)
    expect(actions).toHaveLength(2)
    expect(counts).toEqual({ 'dropped-invalid': 1, duplicate: 0 })
    expect(await left()).toEqual([])
  })

  test('is not stored for a document that was never granted', async () => {
    const db = await emptyDatabase()
    await local.set({ [keyOf(OTHER, 0)]: tail(OTHER, clicks(0, 3)) })
    await drain(db)
    expect(await accountOf(db)).toMatchObject({ actions: [], counts: { 'dropped-unknown-document': 3 } })
    expect(await left()).toEqual([])
  })
})

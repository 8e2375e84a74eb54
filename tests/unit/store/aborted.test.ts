/** Each operation is broken off at each of its requests. What it was to do has then not happened at all, and can be done again. */
import { describe, expect, test } from 'vitest'
import { append, appendOwn, closeDocuments, countOnly, register } from '../../../lib/store/append.ts'
import type { Database } from '../../../lib/store/database.ts'
import { receive } from '../../../lib/store/erasures.ts'
import { acknowledge, closeSequences, park, seal } from '../../../lib/store/queue.ts'
import { remove } from '../../../lib/store/remove.ts'
import { expireCopies, trim } from '../../../lib/store/trim.ts'
import { newId } from '../../../lib/trace/id.ts'
import { SITE } from '../../fixtures/batch.ts'
import { NOON, aDraft } from '../../fixtures/draft.ts'
import { abortAt } from './abort-at.ts'
import { aRow, putRow } from './batch-row.ts'
import { ADMITTED, aPage, emptyDatabase } from './empty-database.ts'

const DOCUMENT = '5f0c2a52-53f4-4a5c-8a8c-0a6d3f3f7f10'
const BATCH = newId(NOON)
const DEVICE = { week: 1, id: DOCUMENT, ordinal: 1 }
const click = (n: number) => aDraft('click', { n, at: NOON + n })
const STORES = ['documents', 'sequences', 'actions', 'batches', 'bodies', 'sent', 'copies', 'erasures', 'state'] as const
const EVER = { site: null, tab: null, from: 0, until: NOON + 1_000_000 }

const contentsOf = async (db: Database) => Object.fromEntries(await Promise.all(STORES.map(async (name) => [name, await db.getAll(name)])))

/** A page with an open sequence, a closed one and a batch. */
async function filled(): Promise<{ db: Database; closed: string }> {
  const db = await emptyDatabase()
  const other = await aPage(db, { tab: 'run:2' })
  await other.send([click(0), click(1)], { masked: 2 })
  await closeSequences(db, () => 'idle')
  const [closed] = await db.getAll('sequences')
  await (await aPage(db, { document: DOCUMENT })).send([click(0)])
  await putRow(db, aRow({ id: BATCH, actions: 4, sealedAt: NOON - 8 * 86_400_000, attempted: true }))
  const [content] = aRow().contents
  const sentAt = NOON - 8 * 86_400_000
  await db.put('sent', { ...content!, batch: newId(NOON), device: DOCUMENT, sentAt, collectors: [], copy: 8 })
  await db.put('copies', new ArrayBuffer(8), content!.sequence)
  await db.put('erasures', { id: DOCUMENT, collector: null, missedAt: null, sequences: [DOCUMENT], count: 1, askedAt: NOON, receipt: null })
  return { db, closed: closed!.id }
}

const operations: [string, (db: Database, closed: string) => Promise<unknown>][] = [
  [
    'taking in a delivery',
    (db) =>
      append(
        db,
        { type: 'actions', document: DOCUMENT, actions: [click(1), { n: 2 }, click(400_000)], counts: { merged: 1 } },
        NOON + 400_000,
        ADMITTED,
      ),
  ],
  ['taking in an own action', (db) => appendOwn(db, { tab: 'run:1', site: SITE }, NOON, (n) => aDraft('tab', { n }))],
  ['granting a document', (db) => register(db, { ...rowOf('run:7'), document: newId(NOON) })],
  ['closing documents', (db) => closeDocuments(db, NOON)],
  ['closing sequences', (db) => closeSequences(db, () => 'flush')],
  [
    'sealing',
    (db, closed) =>
      seal(
        db,
        { batch: { row: aRow({ counts: { masked: 2 } }), body: new ArrayBuffer(8) }, ids: [closed], dropped: [], device: DEVICE },
        NOON,
      ),
  ],
  ['dropping', (db, closed) => seal(db, { batch: null, ids: [], dropped: [closed], device: DEVICE }, NOON)],
  ['acknowledging', async (db) => acknowledge(db, (await db.get('batches', BATCH))!, NOON)],
  ['parking', async (db) => park(db, (await db.get('batches', BATCH))!, 'refused-422', NOON)],
  ['deleting', (db) => remove(db, { matches: () => true, reason: 'dropped-deleted', span: EVER, sent: 'erase' }, NOON)],
  ['noting a receipt', (db) => receive(db, DOCUMENT, { day: '2026-01-05', entry: 1, hash: '' })],
  ['letting copies expire', (db) => expireCopies(db, NOON, 7)],
  ['purging', (db) => remove(db, { matches: () => true, reason: 'dropped-narrowed', span: null, sent: 'keep' }, NOON)],
  ['trimming', (db) => trim(db, NOON, { retentionDays: 7, maxMb: 1 })],
  ['counting', (db) => countOnly(db, { fault: 1 }, NOON)],
]

const rowOf = (tab: string) => ({
  tab,
  site: SITE,
  origin: SITE,
  frame: [],
  viewport: { width: 0, height: 0 },
  language: null,
  opener: null,
  seenAt: NOON,
  closedAt: null,
})
describe('broken off at any request', () => {
  test.each(operations)('%s leaves everything as it was', async (_, operation) => {
    let broken = 0
    for (let k = 1; ; k += 1) {
      const { db, closed } = await filled()
      const before = await contentsOf(db)
      const { struck, restore } = abortAt(k)
      const outcome = await operation(db, closed).then(
        () => 'done',
        () => 'broken off',
      )
      restore()
      if (!struck()) {
        expect(outcome).toBe('done')
        expect(await contentsOf(db)).not.toEqual(before)
        break
      }
      broken += 1
      expect(outcome).toBe('broken off')
      expect(await contentsOf(db)).toEqual(before)
      await operation(db, closed)
      expect(await contentsOf(db)).not.toEqual(before)
    }
    expect(broken).toBeGreaterThan(0)
  })
})

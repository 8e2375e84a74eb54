/** What is done to a store that holds one of everything, each in one transaction. */
import { append, appendOwn, closeDocuments, countOnly, forgetDocuments, refuseEarlier, register } from '../../../lib/store/append.ts'
import type { Database } from '../../../lib/store/database.ts'
import { miss, receive } from '../../../lib/store/erasures.ts'
import { told } from '../../../lib/store/given-up.ts'
import { acknowledge, closeSequences, park, seal, takeUp } from '../../../lib/store/queue.ts'
import { remove } from '../../../lib/store/remove.ts'
import { replaceBatch } from '../../../lib/store/split.ts'
import { expireCopies, trim } from '../../../lib/store/trim.ts'
import { newId } from '../../../lib/trace/id.ts'
import { SITE } from '../../fixtures/batch.ts'
import { NOON, aDraft } from '../../fixtures/draft.ts'
import { aRow, putRow } from './batch-row.ts'
import { ADMITTED, aPage, emptyDatabase } from './empty-database.ts'

const DOCUMENT = '5f0c2a52-53f4-4a5c-8a8c-0a6d3f3f7f10'
const BATCH = newId(NOON)
const DEVICE = { week: 1, id: DOCUMENT, ordinal: 1 }
const click = (n: number) => aDraft('click', { n, at: NOON + n })
const EVER = { site: null, tab: null, from: 0, until: NOON + 1_000_000 }

/** A page with an open sequence, a closed one and a batch. */
export async function filled(): Promise<{ db: Database; closed: string }> {
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
  await db.put('givenUp', { device: DOCUMENT, ordinal: 9, reason: 'dropped-full', at: NOON })
  return { db, closed: closed!.id }
}

export const operations: [string, (db: Database, closed: string) => Promise<unknown>][] = [
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
  ['refusing what is earlier', (db) => refuseEarlier(db, NOON, () => true)],
  ['forgetting documents', (db) => forgetDocuments(db, () => true)],
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
  ['taking up', (db) => takeUp(db, BATCH, 'https://collector.example.com')],
  ['acknowledging', async (db) => acknowledge(db, (await db.get('batches', BATCH))!, NOON)],
  ['parking', async (db) => park(db, (await db.get('batches', BATCH))!, 'refused-422', NOON)],
  ['deleting', (db) => remove(db, { matches: () => true, reason: 'dropped-deleted', span: EVER, sent: 'erase' }, NOON)],
  ['noting a receipt', (db) => receive(db, DOCUMENT, { day: '2026-01-05', entry: 1, hash: '' })],
  ['noting that a collector does not have it', (db) => miss(db, DOCUMENT, 'https://collector.example.com')],
  ['having told numbers', (db) => told(db, { version: 1, device: DOCUMENT, numbers: [{ ordinal: 9, reason: 'dropped-full' }] })],
  ['going on in parts', (db) => replaceBatch(db, BATCH, [{ row: aRow(), body: new ArrayBuffer(8) }])],
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

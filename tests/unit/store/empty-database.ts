/** A database of its own for each test, on the implementation of IndexedDB that needs no browser. */
import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { IDBFactory } from 'fake-indexeddb'
import { unpermitted } from '../../../lib/mask/recheck.ts'
import { append, register, type Admission } from '../../../lib/store/append.ts'
import type { Database, DocumentRow } from '../../../lib/store/database.ts'
import { openDatabase } from '../../../lib/store/open.ts'
import type { Counts } from '../../../lib/trace/counts.ts'
import { SITE } from '../../fixtures/batch.ts'
import { NOON } from '../../fixtures/draft.ts'

export function emptyDatabase(): Promise<Database> {
  globalThis.indexedDB = new IDBFactory()
  return openDatabase()
}

/** Everything the schedule allows and the masker can have kept: policy and lexicon have tests of their own. */
export const ADMITTED: Admission = { permits: () => true, unpermitted: (action) => unpermitted(action, () => true) }

export type Page = { document: string; send: (actions: unknown[], counts?: Counts, now?: number) => ReturnType<typeof append> }

/** A document that has said hello; by default the top document of the first tab. */
export async function aPage(db: Database, change: Partial<Omit<DocumentRow, 'acknowledged' | 'counts'>> = {}): Promise<Page> {
  const document = change.document ?? randomUUID()
  const viewport = { width: 1300, height: 800 }
  const row = {
    document,
    tab: 'run:1',
    site: SITE,
    origin: SITE,
    frame: [],
    viewport,
    language: null,
    opener: null,
    seenAt: NOON,
    closedAt: null,
  }
  await register(db, { ...row, ...change })
  return {
    document,
    send: (actions, counts = {}, now = NOON) => append(db, { type: 'actions', document, actions, counts }, now, ADMITTED),
  }
}

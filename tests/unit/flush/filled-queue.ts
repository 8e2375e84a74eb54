/** A browser with something to deliver, and where to. */
import { sealAll } from '../../../lib/flush/seal.ts'
import type { Database } from '../../../lib/store/database.ts'
import { closeSequences } from '../../../lib/store/queue.ts'
import { aDraft } from '../../fixtures/draft.ts'
import { JOIN_SECRET, TOKEN } from '../collector/delivery.ts'
import { aPage, emptyDatabase } from '../store/empty-database.ts'
import { marked } from '../store/marked.ts'

const LOCAL = { retentionDays: 7, maxMb: 50 }
export const to = (url: string, token = TOKEN) => ({ collector: { url, token }, local: LOCAL, extension: '0.1.0' })
/** The same with a join secret: to where this browser has to enrol. */
export const joining = (url: string, joinSecret = JOIN_SECRET) => ({ collector: { url, joinSecret }, local: LOCAL, extension: '0.1.0' })
export const DELIVERED = { code: null, attempts: 0, retryAt: 0 }

/** A closed sequence of two actions for each mark and its successor, waiting to be sealed. */
export async function aClosedSequence(db: Database, mark: number): Promise<void> {
  const now = Date.now()
  const tab = `run:${mark}`
  const page = await aPage(db, { tab })
  await page.send(
    [0, 1].map((n) => marked(aDraft('click', { n, at: now - 1000 + n }), mark + n)),
    { masked: 2 },
    now,
  )
  await closeSequences(db, (row) => (row.tab === tab ? 'tab-closed' : null))
}

/** So many sealed batches of one sequence each, marked 0 and 1, 10 and 11, and so on. */
export async function aQueue(batches: number): Promise<Database> {
  const db = await emptyDatabase()
  const begin = Date.now() - batches
  for (let batch = 0; batch < batches; batch += 1) {
    await aClosedSequence(db, batch * 10)
    await sealAll(db, '0.1.0', begin + batch)
  }
  return db
}

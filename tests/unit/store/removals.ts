/** What is deleted, and what it is deleted from. */
import type { Database } from '../../../lib/store/database.ts'
import { closeSequences } from '../../../lib/store/queue.ts'
import type { Removal } from '../../../lib/store/remove.ts'
import { SITE } from '../../fixtures/batch.ts'
import { NOON, aDraft } from '../../fixtures/draft.ts'
import { aPage } from './empty-database.ts'
import { marked } from './marked.ts'

export const OTHER = 'https://search.example.com'
export const COLLECTOR = 'https://collector.example.com'
export const WEEK = 7 * 86_400_000
export const EVER = { site: null, tab: null, from: 0, until: NOON + WEEK }
export const all: Removal = { matches: () => true, reason: 'dropped-deleted', span: EVER, sent: 'erase' }
export const ofSite = (origin: string): Removal => ({
  ...all,
  matches: ({ site, origins }) => site === origin || origins.includes(origin),
  span: { ...EVER, site: origin },
})

/** Two actions of a site, marked `mark` and its successor, in a closed sequence of a tab of its own. */
export async function closed(db: Database, mark: number, site = SITE): Promise<void> {
  const tab = `run:${mark}`
  const page = await aPage(db, { tab, site, origin: site })
  const draft = (n: number) => marked(aDraft('click', { n, at: NOON + n }), mark + n)
  await page.send([0, 1].map((n) => ({ ...draft(n), route: { ...draft(n).route, origin: site } })))
  await closeSequences(db, (row) => (row.tab === tab ? 'tab-closed' : null))
}

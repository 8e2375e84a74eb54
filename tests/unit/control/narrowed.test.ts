/** A part of a site leaves the list while pages still hold what was recorded in it. */
import { beforeEach, expect, test } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { Context } from '../../../lib/control/context.ts'
import { purgeUnlisted } from '../../../lib/control/narrow.ts'
import { resolvePolicy } from '../../../lib/policy/resolve.ts'
import { appendOwn, closeDocuments } from '../../../lib/store/append.ts'
import type { Database } from '../../../lib/store/database.ts'
import { SITE } from '../../fixtures/batch.ts'
import { NOON, aDraft } from '../../fixtures/draft.ts'
import { accountOf } from '../store/account.ts'
import { clicks } from '../store/clicks.ts'
import { aPage, emptyDatabase } from '../store/empty-database.ts'

beforeEach(() => fakeBrowser.reset())

async function inForce(db: Database, paths: string[], now: number): Promise<void> {
  const raw = {
    collector: { url: 'https://collector.example.com', token: 'a-token-of-the-tests-0123' },
    recording: { sites: paths.map((path) => ({ match: `${SITE}${path}` })) },
  }
  await fakeBrowser.storage.managed.set(raw)
  const resolution = resolvePolicy(raw, () => false)
  expect(resolution.kind).toBe('ready')
  await closeDocuments(db, now)
  await purgeUnlisted({ db, raw, resolution } as unknown as Context, now)
}

test('what is stored of it goes, and what is still on its way is refused, though the site is listed still', async () => {
  const db = await emptyDatabase()
  await inForce(db, ['/a/*', '/b/*'], NOON - 1)
  const page = await aPage(db)
  await page.send(clicks(1))
  await appendOwn(db, { tab: 'run:1', site: SITE }, NOON, (n) => aDraft('tab', { n, to: 'outside', sequence: null }))
  await inForce(db, ['/b/*'], NOON + 1500)
  expect((await accountOf(db)).actions).toEqual([])
  await page.send(clicks(2))
  await aPage(db, { document: page.document, seenAt: NOON + 1600 })
  await page.send(clicks(3))
  const { actions, counts } = await accountOf(db)
  expect(actions.map(({ n }) => n)).toEqual([2])
  expect(counts).toMatchObject({ 'dropped-narrowed': 2, 'dropped-policy': 1 })
})

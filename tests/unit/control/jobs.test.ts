import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { Context } from '../../../lib/control/context.ts'
import { runDue } from '../../../lib/control/jobs.ts'
import { sealAll } from '../../../lib/flush/seal.ts'
import { resolvePolicy } from '../../../lib/policy/resolve.ts'
import { writeState } from '../../../lib/store/state.ts'
import { SITE } from '../../fixtures/batch.ts'
import { TOKEN } from '../collector/delivery.ts'
import { aClosedSequence } from '../flush/filled-queue.ts'
import { aListeningCollector } from '../flush/loopback.ts'
import { accountOf } from '../store/account.ts'
import { emptyDatabase } from '../store/empty-database.ts'

const DAY = 86_400_000

beforeEach(() => {
  fakeBrowser.reset()
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ manifest_version: 3, name: 'Waymark', version: '0.1.0' })
})

/** A batch that is older than the policy keeps what could not be delivered, and a collector that would take it. */
async function anOldBatch() {
  const collector = await aListeningCollector()
  const db = await emptyDatabase()
  await aClosedSequence(db, 0)
  await sealAll(db, '0.1.0', Date.now() - 20 * DAY)
  const policy = { collector: { url: collector.url, token: TOKEN }, recording: { sites: [{ match: `${SITE}/*` }] } }
  const resolution = resolvePolicy(policy, () => false)
  expect(resolution.kind).toBe('ready')
  return { collector, db, context: { db, resolution } as unknown as Context }
}

test('what can be delivered is, and is not dropped for an age that a clock may have made up', async () => {
  const { collector, db, context } = await anOldBatch()
  await writeState(db.transaction('state', 'readwrite').store, 'flushAt', 1)
  await runDue(context, Date.now())
  expect(collector.stored()).toEqual([0, 1])
  expect((await accountOf(db)).counts).toEqual({})
})

test('what is kept longer than it may be is dropped, also while nothing is to be delivered', async () => {
  const { db, context } = await anOldBatch()
  const [row] = await db.getAll('batches')
  await db.put('batches', { ...row!, parked: { code: 'refused-409', at: Date.now() } })
  await runDue(context, Date.now())
  expect(await accountOf(db)).toMatchObject({ batches: [], counts: { 'dropped-expired': 2 } })
})

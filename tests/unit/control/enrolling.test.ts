/** When a browser enrols that has nothing to send yet. */
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { Context } from '../../../lib/control/context.ts'
import { arm, runDue } from '../../../lib/control/jobs.ts'
import { termsOf } from '../../../lib/policy/terms.ts'
import { resolvePolicy } from '../../../lib/policy/resolve.ts'
import { readState, writeState, type StateValues } from '../../../lib/store/state.ts'
import { SITE } from '../../fixtures/batch.ts'
import { rowsOf } from '../collector/collector.ts'
import { JOIN_SECRET, TOKEN } from '../collector/delivery.ts'
import { aListeningCollector } from '../flush/loopback.ts'
import { emptyDatabase } from '../store/empty-database.ts'

const MINUTE = 60_000

beforeEach(() => {
  fakeBrowser.reset()
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ manifest_version: 3, name: 'Waymark', version: '0.1.0' })
})

async function aBrowser({ consent = 'obtained', token = false }: { consent?: 'ask' | 'obtained'; token?: boolean } = {}) {
  const collector = await aListeningCollector()
  const db = await emptyDatabase()
  const policy = {
    collector: { url: collector.url, ...(token ? { token: TOKEN } : { joinSecret: JOIN_SECRET }) },
    recording: { sites: [{ match: `${SITE}/*` }] },
    notice: { company: 'Example Company', contact: 'privacy@example.com', consent },
  }
  const resolution = resolvePolicy(policy, () => false)
  expect(resolution.kind).toBe('ready')
  const write = <K extends keyof StateValues>(key: K, value: StateValues[K]) =>
    writeState(db.transaction('state', 'readwrite').store, key, value)
  return {
    ...collector,
    context: { db, resolution } as unknown as Context,
    due: () => readState(db.transaction('state').store, 'flushAt'),
    write,
    enrolled: () => rowsOf(collector.dir, 'SELECT id FROM credential').length,
  }
}

test('it does so in the quarter of an hour after its settings came, each at a moment of its own, and once', async () => {
  const moments = new Set<number>()
  for (let times = 0; times < 5; times += 1) {
    const { context, due, write, enrolled } = await aBrowser()
    const now = Date.now()
    await arm(context, now)
    const at = (await due()) ?? 0
    expect(at).toBeGreaterThanOrEqual(now)
    expect(at).toBeLessThanOrEqual(now + 15 * MINUTE)
    moments.add(at - now)
    await arm(context, now + MINUTE)
    expect(await due()).toBe(at)
    await write('flushAt', now)
    await runDue(context, now)
    expect(enrolled()).toBe(1)
    await arm(context, now + MINUTE)
    expect(await due()).toBe(0)
  }
  expect(moments.size).toBe(5)
})

test('it does not before the person was asked, nor when they refused; it does when they agree', async () => {
  const { context, due, write, enrolled } = await aBrowser({ consent: 'ask' })
  const now = Date.now()
  await arm(context, now)
  expect(await due()).toBeUndefined()
  await write('consent', { given: false, at: now })
  await write('flushAt', now)
  await runDue(context, now)
  expect(enrolled()).toBe(0)
  if (context.resolution.kind !== 'ready') throw new Error('the policy is not in force')
  await write('consent', { given: true, at: now, terms: termsOf(context.resolution.policy) })
  await runDue(context, now)
  expect(enrolled()).toBe(1)
})

test('it need not where the policy has a token for all', async () => {
  const { context, due } = await aBrowser({ token: true })
  await arm(context, Date.now())
  expect(await due()).toBeUndefined()
})

test('one that was revoked goes on asking, although nothing waits', async () => {
  const { context, due, write } = await aBrowser()
  await write('flushAt', Date.now())
  await runDue(context, Date.now())
  await write('order', { kind: 'stop', at: Date.now(), confirmed: true })
  await arm(context, Date.now())
  expect(await due()).toBeGreaterThan(0)
})

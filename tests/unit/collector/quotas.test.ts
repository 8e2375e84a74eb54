import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { StorageFailed } from '../../../collector/database.ts'
import { NO_QUOTAS, diskFloor } from '../../../collector/quotas.ts'
import { judge } from '../../../lib/flush/answer.ts'
import { newId } from '../../../lib/trace/id.ts'
import { aBatch, aSequence } from '../../fixtures/batch.ts'
import { admin } from './admin.ts'
import { aCollector, aDirectory, read, rowsOf } from './collector.ts'
import { askToErase, deliver } from './delivery.ts'

const HOUR = 60 * 60_000
/** Noon of some day; ids of batches are of that time too. */
const NOON = Date.UTC(2026, 5, 1, 12)

test('a device that has delivered enough for the day waits, an hour at most; others, copies and the next day do not', async () => {
  let now = NOON
  const { post, storage, lines } = aCollector({ now: () => now, quotas: { ...NO_QUOTAS, deviceActions: 30 } })
  const device = randomUUID()
  const next = (change = {}) => aBatch({ id: newId(now), device, ...change })
  const [first, second, third] = [next(), next(), next()]
  // The one that passes the limit is taken: a batch larger than the limit would come for ever.
  expect((await post(deliver(first))).status).toBe(201)
  expect((await post(deliver(second))).status).toBe(201)
  const refused = await read(post(deliver(third)))
  expect(refused).toMatchObject({ status: 429, body: { error: 'quota', field: 'device' } })
  expect(refused.headers.get('retry-after')).toBe('3600')
  expect(judge(third.id, { ...refused, retryAfter: '3600' }, now, 0)).toEqual({ kind: 'retry', code: 'busy', waitMs: HOUR })
  expect(lines).toEqual(['refused 429 quota device'])
  expect((await post(deliver(second))).status).toBe(200)
  expect((await post(deliver(next({ device: randomUUID() })))).status).toBe(201)

  now = NOON + 11.75 * HOUR
  expect((await post(deliver(third))).headers.get('retry-after')).toBe('900')
  now = NOON + 12 * HOUR
  expect((await post(deliver(third))).status).toBe(201)
  expect(storage.totals().batches).toBe(4)
})

test('batches of one device that arrive at once pass its quota by one at most', async () => {
  const { post, storage } = aCollector({ quotas: { ...NO_QUOTAS, deviceActions: 90 } })
  const device = randomUUID()
  const answers = await Promise.all(Array.from({ length: 20 }, () => post(deliver(aBatch({ device })))))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(5)
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(15)
  expect(storage.totals().actions).toBe(90)
})

test('a store that holds as much as it may takes copies and erasures, and batches again once there is room', async () => {
  const { post, erase, dir } = aCollector({ quotas: { ...NO_QUOTAS, maxBytes: 5000 } })
  const batches = []
  let refused
  while (!refused && batches.length < 100) {
    const batch = aBatch({ sequences: [aSequence()] })
    const answer = await read(post(deliver(batch)))
    if (answer.status === 201) batches.push(batch)
    else refused = { batch, ...answer }
  }
  expect(refused).toMatchObject({ status: 503, body: { error: 'full', field: null } })
  expect(refused?.headers.get('retry-after')).toBe('30')
  expect(batches.length).toBeGreaterThan(1)
  expect(rowsOf(dir, 'SELECT bytes <= 5000 AS fits FROM total')).toEqual([{ fits: 1 }])
  expect((await post(deliver(batches[0] ?? aBatch()))).status).toBe(200)
  expect((await erase(askToErase([batches[0]?.sequences[0]?.id ?? '']))).status).toBe(200)
  expect((await post(deliver(refused?.batch ?? aBatch()))).status).toBe(201)
})

test('a disk without room takes copies and erasures, and batches again once there is room', async () => {
  let room = true
  const { post, erase, storage, dir } = aCollector({ quotas: { ...NO_QUOTAS, hasRoom: () => room } })
  const [stored, later] = [aBatch(), aBatch()]
  await post(deliver(stored))
  room = false
  const refused = await read(post(deliver(later)))
  expect(refused).toMatchObject({ status: 503, body: { error: 'full', field: null } })
  expect(refused.headers.get('retry-after')).toBe('30')
  expect((await post(deliver(stored))).status).toBe(200)
  expect((await erase(askToErase([stored.sequences[0]?.id ?? '']))).status).toBe(200)
  // An erased device is told so all the same: it need not wait for room to delete what it has.
  const erased = aBatch()
  admin('erase', '--device', erased.device, '--data', dir)
  expect((await post(deliver(erased))).status).toBe(410)
  room = true
  expect((await post(deliver(later))).status).toBe(201)
  expect(storage.totals()).toEqual({ batches: 2, sequences: 1, actions: 18 })
})

test('the disk is looked at, once a second at most', () => {
  expect(diskFloor(aDirectory(), 0, () => 0)()).toBe(true)
  expect(diskFloor(aDirectory(), 1e18, () => 0)()).toBe(false)
  const dir = aDirectory()
  let now = 0
  const hasRoom = diskFloor(dir, 0, () => now)
  expect(hasRoom()).toBe(true)
  // Whoever looks at what is no longer there cannot miss it.
  rmSync(dir, { recursive: true })
  now = 999
  expect(hasRoom()).toBe(true)
  now = 1000
  expect(hasRoom).toThrow(StorageFailed)
})

test('copies of one batch at once are one delivery for the quota, and all of them acknowledged', async () => {
  const { post } = aCollector({ quotas: { ...NO_QUOTAS, deviceActions: 10 } })
  const batch = aBatch()
  const answers = await Promise.all(Array.from({ length: 20 }, () => post(deliver(batch))))
  expect(answers.map(({ status }) => status).toSorted((a, b) => b - a)).toEqual([201, ...Array.from({ length: 19 }, () => 200)])
})

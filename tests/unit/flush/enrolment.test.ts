/** A browser that gets in at the real collector with a join secret, over HTTP. */
import { randomUUID } from 'node:crypto'
import { deliver } from '../../../lib/flush/deliver.ts'
import { credentialsIn } from '../../../lib/store/credentials.ts'
import { pendingErasures } from '../../../lib/store/erasures.ts'
import { remove } from '../../../lib/store/remove.ts'
import { rowsOf, sequencesIn } from '../collector/collector.ts'
import { JOIN_SECRET } from '../collector/delivery.ts'
import { accountOf } from '../store/account.ts'
import { emptyDatabase } from '../store/empty-database.ts'
import { Died, dieAt } from './die-at.ts'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { writeState } from '../../../lib/store/state.ts'
import { DELIVERED, aClosedSequence, aQueue, joining } from './filled-queue.ts'
import { aGateway, enrolledAt, paths, writeCredentials } from './enrolling.ts'
import { aListeningCollector } from './loopback.ts'

const DAY_MS = 86_400_000
const TODAY = new Date().toISOString().slice(0, 10)

describe('a browser with a join secret', () => {
  test('enrols with what it sends first, and asks for no second token until the first ends', async () => {
    const collector = await aListeningCollector()
    const { url, received } = await aGateway(collector.url)
    const db = await aQueue(2)
    expect(await deliver(db, joining(url))).toEqual(DELIVERED)
    expect(paths(received)).toEqual(['enrol', 'token', 'token', 'batches', 'batches'])
    await aClosedSequence(db, 20)
    expect(await deliver(db, joining(url))).toEqual(DELIVERED)
    expect(paths(received).slice(5)).toEqual(['batches'])
    expect(collector.stored()).toEqual([0, 1, 10, 11, 20, 21])

    const [credential, ...others] = await credentialsIn(db, url)
    expect(others).toEqual([])
    expect(enrolledAt(collector.dir)).toEqual([credential?.id])
    expect(credential).toMatchObject({ device: (await accountOf(db)).device?.id, since: TODAY, revoked: false })
    const left = (credential?.token?.until ?? 0) - Date.now()
    expect(left).toBeGreaterThan(3_500_000)
    expect(left).toBeLessThanOrEqual(3_600_000)
  })

  test('enrols before there is anything to send, once', async () => {
    const { url, dir } = await aListeningCollector()
    const db = await emptyDatabase()
    for (let times = 0; times < 2; times += 1) expect(await deliver(db, joining(url))).toEqual(DELIVERED)
    expect(enrolledAt(dir)).toHaveLength(1)
    await aClosedSequence(db, 0)
    expect(await deliver(db, joining(url))).toEqual(DELIVERED)
    expect(enrolledAt(dir)).toHaveLength(1)
  })

  test('has a key of which the private half cannot be read', async () => {
    const { url } = await aListeningCollector()
    const db = await aQueue(1)
    await deliver(db, joining(url))
    const { keys } = (await credentialsIn(db, url))[0]!
    expect(keys.privateKey.extractable).toBe(false)
    for (const format of ['pkcs8', 'jwk'] as const)
      await expect(crypto.subtle.exportKey(format, keys.privateKey)).rejects.toThrow('not extractable')
  })

  test('sends its join secret to enrol and never else, and its key never', async () => {
    const collector = await aListeningCollector()
    const { url, received } = await aGateway(collector.url)
    await deliver(await aQueue(1), joining(url))
    const holding = received.filter(({ headers, body }) => JSON.stringify(headers).includes(JOIN_SECRET) || body.includes(JOIN_SECRET))
    expect(paths(holding)).toEqual(['enrol'])
    expect(holding[0]?.headers.authorization).toBe(`Bearer ${JOIN_SECRET}`)
  })
})

describe('pseudonyms', () => {
  test('of two weeks have keys of their own, so that a collector cannot tell that they are one browser', async () => {
    const collector = await aListeningCollector()
    const { url, received } = await aGateway(collector.url)
    const db = await aQueue(1)
    const device = (await accountOf(db)).device!
    // What waits was sealed under the pseudonym of last week.
    await writeState(db.transaction('state', 'readwrite').store, 'device', { ...device, week: device.week - 1 })
    await aClosedSequence(db, 10)
    expect(await deliver(db, joining(url))).toEqual(DELIVERED)
    expect(paths(received)).toEqual(['enrol', 'token', 'token', 'batches', 'enrol', 'token', 'token', 'batches'])
    expect(enrolledAt(collector.dir)).toHaveLength(2)
    const bearers = received.filter(({ url }) => url === '/v1/batches').map(({ headers }) => headers.authorization)
    expect(new Set(bearers).size).toBe(2)

    // The key of last week is let go when nothing waits under it.
    await deliver(db, joining(url))
    expect((await credentialsIn(db, url)).map((one) => one.device)).toEqual([(await accountOf(db)).device?.id])
  })

  test('of last week ask for their own to be erased', async () => {
    const collector = await aListeningCollector()
    const { url, received } = await aGateway(collector.url)
    const db = await aQueue(1)
    await deliver(db, joining(url))
    const [first] = await credentialsIn(db, url)
    const device = (await accountOf(db)).device!
    await writeState(db.transaction('state', 'readwrite').store, 'device', { ...device, week: device.week + 1, id: randomUUID() })
    await remove(db, { matches: () => true, reason: 'dropped-deleted', span: null, sent: 'erase' }, Date.now())
    expect(await deliver(db, joining(url))).toEqual(DELIVERED)
    expect(await pendingErasures(db)).toEqual([])
    expect(Object.values(sequencesIn(collector.dir)).flat()).toEqual([])
    const erasing = received.find(({ url }) => url === '/v1/erasures')
    expect(erasing?.headers.authorization).toContain(first?.id)
    // With the receipt, nothing tells any more under which pseudonym that was.
    expect(JSON.stringify(await db.getAll('erasures'))).not.toContain(device.id)
  })
})

test('numbers that were given up are told under the pseudonym that they are about', async () => {
  const collector = await aListeningCollector()
  const { url, received } = await aGateway(collector.url)
  const db = await aQueue(1)
  const device = (await accountOf(db)).device!
  await remove(db, { matches: () => true, reason: 'dropped-deleted', span: null, sent: 'keep' }, Date.now())
  await writeState(db.transaction('state', 'readwrite').store, 'device', { ...device, week: device.week - 1 })
  await aClosedSequence(db, 10)
  expect(await deliver(db, joining(url))).toEqual(DELIVERED)
  expect(rowsOf(collector.dir, 'SELECT device, ordinal FROM given_up')).toEqual([{ device: device.id, ordinal: 0 }])
  const bearerOf = (path: string) => received.find((request) => request.url === path)?.headers.authorization
  const owner = (await credentialsIn(db, url)).find((one) => one.device === device.id)
  expect(owner).toBeDefined()
  expect(bearerOf('/v1/given-up')).toContain(owner?.id)
  expect(bearerOf('/v1/batches')).not.toContain(owner?.id)
})

describe('a token', () => {
  test('that is refused is asked for anew, once, and the queue goes on', async () => {
    const collector = await aListeningCollector()
    const { url, received } = await aGateway(collector.url)
    const db = await aQueue(3)
    await deliver(db, joining(url))
    const [credential] = await credentialsIn(db, url)
    const forged = { text: 'no-token-of-the-collector', until: Date.now() + 1_800_000 }
    await writeCredentials(db, [{ ...credential!, token: forged }])
    for (const mark of [50, 60]) await aClosedSequence(db, mark)
    received.length = 0
    expect(await deliver(db, joining(url))).toEqual(DELIVERED)
    expect(paths(received)).toEqual(['batches', 'token', 'token', 'batches'])
    expect(collector.stored()).toHaveLength(10)
  })

  test.each([
    ['ends in half a minute', (now: number) => now + 30_000],
    ['ended long ago', (now: number) => now - DAY_MS],
    ['ends in days, as a clock that was ahead made it', (now: number) => now + 3 * DAY_MS],
  ])('that %s is not used', async (_, until) => {
    const collector = await aListeningCollector()
    const { url, received } = await aGateway(collector.url)
    const db = await aQueue(1)
    await deliver(db, joining(url))
    const [credential] = await credentialsIn(db, url)
    const token = { text: credential!.token!.text, until: until(Date.now()) }
    await writeCredentials(db, [{ ...credential!, token }])
    await aClosedSequence(db, 50)
    received.length = 0
    expect(await deliver(db, joining(url))).toEqual(DELIVERED)
    expect(paths(received)).toEqual(['token', 'token', 'batches'])
  })

  test.each([-400, -1, 1, 400])('is had by a browser whose clock is %i days off', async (days) => {
    const ahead = days * DAY_MS
    const { url, dir } = await aListeningCollector()
    const db = await emptyDatabase()
    const now = Date.now()
    vi.useFakeTimers({ now: now + ahead, toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    // The collector's clock, which reads the same one here, is set right again.
    const collector = await aListeningCollector({ dir, now: () => Date.now() - ahead })
    expect(await deliver(db, joining(collector.url))).toEqual(DELIVERED)
    expect((await credentialsIn(db, collector.url))[0]?.token?.until).toBe(now + ahead + 3_600_000)
    expect(url).not.toBe(collector.url)
  })

  test('of two that flush at once is one: whoever comes second finds the key of the first', async () => {
    const { url, dir } = await aListeningCollector()
    const db = await aQueue(1)
    await Promise.all([deliver(db, joining(url)), deliver(db, joining(url))])
    expect(enrolledAt(dir)).toHaveLength(1)
    expect(await credentialsIn(db, url)).toHaveLength(1)
  })
})

test(
  'a worker that dies at any step of enrolling and delivering makes neither two browsers nor two of anything',
  { timeout: 120_000 },
  async () => {
    for (let k = 1; ; k += 1) {
      const { url, dir, stored } = await aListeningCollector()
      const db = await aQueue(2)
      const { died, revive } = dieAt(k)
      const outcome = await deliver(db, joining(url)).catch((error: unknown) => error)
      revive()
      if (died()) expect(outcome).toBeInstanceOf(Died)
      expect(await deliver(db, joining(url))).toEqual(DELIVERED)
      expect(stored()).toEqual([0, 1, 10, 11])
      expect(enrolledAt(dir)).toHaveLength(1)
      expect((await credentialsIn(db, url)).map(({ id }) => id)).toEqual(enrolledAt(dir))
      if (!died()) {
        // Enrolling and asking for a token are three requests with two steps each, and what is kept before and after them.
        expect(k).toBeGreaterThan(40)
        break
      }
    }
  },
)

/** Collectors, and what answers in their place, that do not let a browser in, or not yet. */
import { randomUUID } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { deliver } from '../../../lib/flush/deliver.ts'
import { credentialsIn } from '../../../lib/store/credentials.ts'
import { accountOf } from '../store/account.ts'
import { emptyDatabase } from '../store/empty-database.ts'
import { describe, expect, test } from 'vitest'
import { DELIVERED, aClosedSequence, aQueue, joining } from './filled-queue.ts'
import { aGateway, enrolledAt, writeCredentials } from './enrolling.ts'
import { aListeningCollector, anAddressOfNobody, answering, type Reply } from './loopback.ts'

const TODAY = new Date().toISOString().slice(0, 10)
const OTHER_SECRET = 'another-join-secret-0123456789'

describe('a collector', () => {
  test('that lost what it knew is enrolled at again, with the same key', async () => {
    const first = await aListeningCollector()
    const { url } = await aGateway(first.url)
    const db = await aQueue(1)
    await deliver(db, joining(url))
    const [known] = await credentialsIn(db, url)
    const file = new DatabaseSync(join(first.dir, 'waymark.db'))
    file.exec('DELETE FROM credential')
    file.close()
    await aClosedSequence(db, 50)
    expect(await deliver(db, joining(url))).toEqual(DELIVERED)
    expect(enrolledAt(first.dir)).toEqual([known?.id])
    expect(first.stored()).toEqual([0, 1, 50, 51])
  })

  test('at another address gets a key of its own', async () => {
    const [one, two] = [await aListeningCollector(), await aListeningCollector()]
    const db = await aQueue(1)
    await deliver(db, joining(one.url))
    await aClosedSequence(db, 50)
    expect(await deliver(db, joining(two.url))).toEqual(DELIVERED)
    expect(enrolledAt(two.dir)).not.toEqual(enrolledAt(one.dir))
    expect(await credentialsIn(db, one.url)).toEqual([])
  })

  test('that takes another secret by now is let in to with the one that the policy has by now', async () => {
    const { url, stored } = await aListeningCollector({ joins: [OTHER_SECRET] })
    const db = await aQueue(2)
    const renewed = () => Promise.resolve({ url, joinSecret: OTHER_SECRET })
    expect(await deliver(db, { ...joining(url), renewed })).toEqual(DELIVERED)
    expect(stored()).toHaveLength(4)
  })

  test('that takes another secret, which the policy does not have, is waited for; nothing is lost, and who is in stays in', async () => {
    const old = await aListeningCollector()
    const inside = await aQueue(1)
    const { url } = await aGateway(old.url)
    await deliver(inside, joining(url))
    const { url: rotated, stored } = await aListeningCollector({ dir: old.dir, joins: [OTHER_SECRET] })
    const db = await aQueue(2)
    expect(await deliver(db, joining(rotated))).toMatchObject({ code: 'join-secret', attempts: 1 })
    expect((await accountOf(db)).batches.map(({ attempted }) => attempted)).toEqual([false, false])

    const credentials = await credentialsIn(inside, url)
    const moved = credentials.map((one) => ({ ...one, url: rotated }))
    await writeCredentials(inside, moved)
    await aClosedSequence(inside, 50)
    expect(await deliver(inside, joining(rotated))).toEqual(DELIVERED)
    expect(stored()).toEqual([0, 1, 50, 51])
  })

  const refusal = { error: 'x', field: null, message: '' }
  test.each<[string, Reply, string]>([
    ['a portal that says yes to everything', answering(200, '<html>Sign in</html>'), 'not-a-collector'],
    ['another credential confirmed', answering(201, { id: randomUUID(), since: TODAY }), 'not-a-collector'],
    ['a fault', answering(500), 'status-500'],
    ['too many that enrol', answering(429, { ...refusal, error: 'rate' }, { 'retry-after': '60' }), 'busy'],
    ['an older collector', answering(401, { ...refusal, error: 'token' }), 'unauthorized'],
    ['a wrong address', answering(404), 'wrong-address'],
    ['a ban', answering(403, '<html>Forbidden</html>'), 'unauthorized'],
    ['a collector to come', answering(422, { ...refusal, error: 'schema' }), 'refused-422'],
    ['a limit on the way', answering(413), 'not-a-collector'],
  ])('behind %s is enrolled at later with the same key, and nothing is lost', async (_, reply, code) => {
    const collector = await aListeningCollector()
    for (const path of ['/v1/enrol', '/v1/token']) {
      let isInTheWay = true
      const { url } = await aGateway(collector.url, (request) => (isInTheWay && request.url === path ? reply : null))
      const db = await aQueue(1)
      const before = await accountOf(db)
      expect(await deliver(db, joining(url))).toMatchObject({ code, attempts: 1 })
      expect((await accountOf(db)).batches).toEqual(before.batches)
      const [made] = await credentialsIn(db, url)
      isInTheWay = false
      expect(await deliver(db, joining(url))).toEqual(DELIVERED)
      expect((await credentialsIn(db, url)).map(({ id }) => id)).toEqual([made?.id])
    }
  })

  test('that nobody answers for is tried again ever later, at moments that differ', async () => {
    const db = await emptyDatabase()
    const nobody = joining(await anAddressOfNobody())
    const waits: number[] = []
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const now = Date.now()
      const { attempts, retryAt } = await deliver(db, nobody)
      expect(attempts).toBe(attempt + 1)
      waits.push(retryAt - now)
    }
    expect(new Set(waits).size).toBe(3)
  })
})

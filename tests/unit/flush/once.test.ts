/** Whoever refuses, breaks off or dies: each action arrives once. */
import { describe, expect, test } from 'vitest'
import { openArchive } from '../../../collector/storage.ts'
import { deliver } from '../../../lib/flush/deliver.ts'
import { aDirectory } from '../collector/collector.ts'
import { start } from '../collector/process.ts'
import { accountOf } from '../store/account.ts'
import { marksInArchive, marksInBrowser } from '../store/marked.ts'
import { Died, dieAt } from './die-at.ts'
import { DELIVERED, aClosedSequence, aQueue, to } from './filled-queue.ts'
import { aListeningCollector, aServer, answering, asRequest, type Received } from './loopback.ts'

describe('a batch refused for good', () => {
  /** The collector, but for one batch. */
  async function refusing(status: number, id: string) {
    const collector = await aListeningCollector()
    const server = await aServer(async (response, request) => {
      if (request.headers['idempotency-key'] === id)
        return answering(status, { error: 'schema', field: null, message: '' })(response, request)
      const answer = await collector.app.request('/v1/batches', asRequest(request))
      return answering(answer.status, await answer.json())(response, request)
    })
    return { url: server.url, received: server.received, stored: collector.stored }
  }

  test.each([400, 409, 415, 422])('with %i is kept, and is not in the way of the others', async (status) => {
    const db = await aQueue(3)
    const [first, second] = (await accountOf(db)).batches
    const { url, received, stored } = await refusing(status, second!.id)
    expect(await deliver(db, to(url))).toEqual(DELIVERED)
    expect(stored()).toEqual([0, 1, 20, 21])
    expect((await accountOf(db)).batches).toMatchObject([{ id: second!.id, bytes: second!.bytes, parked: { code: `refused-${status}` } }])
    expect(first!.id < second!.id).toBe(true)

    await deliver(db, to(url))
    expect(received).toHaveLength(3)
    expect(await accountOf(db)).toMatchObject({ sent: { actions: 4, batches: 2 } })
  })
})

test('a batch that was stored while the line broke is acknowledged the second time, and stored once', async () => {
  const collector = await aListeningCollector()
  const { url } = await aServer(async (response, request) => {
    expect((await collector.app.request('/v1/batches', asRequest(request))).status).toBe(201)
    response.socket?.destroy()
  })
  const db = await aQueue(1)
  expect(await deliver(db, to(url))).toMatchObject({ code: 'unreachable' })
  expect(await deliver(db, to(collector.url))).toEqual(DELIVERED)
  expect(collector.storage.totals()).toEqual({ batches: 1, sequences: 1, actions: 2 })
  expect(await accountOf(db)).toMatchObject({ batches: [], sent: { actions: 2, batches: 1 } })
})

test('a collector that is killed while batches come in has each of them once when it is back', async () => {
  const db = await aQueue(5)
  const dir = aDirectory()
  const first = await start({ dir })
  let requests = 0
  const gateway = await aServer(async (response, request) => {
    requests += 1
    const answer = await fetch(`${first.url}/v1/batches`, { ...asRequest(request), headers: onWire(request) })
    const body: object = await answer.json()
    if (requests < 3) return answering(answer.status, body)(response, request)
    // Stored, and gone before anybody hears of it.
    first.child.kill('SIGKILL')
    await first.ended
    return void response.socket?.destroy()
  })
  expect(await deliver(db, to(gateway.url))).toMatchObject({ code: 'unreachable' })
  expect(await deliver(db, to(first.url))).toMatchObject({ code: 'unreachable', attempts: 2 })
  expect((await accountOf(db)).batches).toHaveLength(3)

  const second = await start({ dir })
  expect(await deliver(db, to(second.url))).toEqual(DELIVERED)
  second.child.kill('SIGTERM')
  await second.ended
  const archive = openArchive(dir)
  expect(marksInArchive(archive).toSorted((a, b) => a - b)).toEqual([0, 1, 10, 11, 20, 21, 30, 31, 40, 41])
  archive.close()
  expect(await accountOf(db)).toMatchObject({ batches: [], sent: { actions: 10, batches: 5 } })
})

describe('a worker that dies', () => {
  test('between any two steps has lost nothing and doubled nothing', async () => {
    const all = [0, 1, 10, 11, 20, 21]
    const deaths: number[] = []
    for (let k = 1; ; k += 1) {
      const collector = await aListeningCollector()
      // One batch sealed already, two sequences still to be sealed.
      const db = await aQueue(1)
      for (const mark of [10, 20]) await aClosedSequence(db, mark)
      const { revive } = dieAt(k)
      const outcome = await deliver(db, to(collector.url)).catch((error: unknown) => error)
      revive()
      const { stored, sealed } = await marksInBrowser(db)
      const here = [...stored, ...sealed]
      expect(new Set(here).size).toBe(here.length)
      expect(new Set([...here, ...collector.stored()])).toEqual(new Set(all))

      expect(await deliver(db, to(collector.url))).toEqual(DELIVERED)
      expect(collector.stored()).toEqual(all)
      expect(await accountOf(db)).toMatchObject({ actions: [], batches: [], counts: {}, sent: { actions: 6, batches: 2 } })
      if (!(outcome instanceof Died)) break
      deaths.push(k)
    }
    // Reading and sealing, trimming, reading the queue, two acknowledgements: fewer would mean that a step was not tried.
    expect(deaths.length).toBeGreaterThanOrEqual(8)
  })
})

/** Without what belongs to one connection. */
function onWire({ headers }: Received): Record<string, string> {
  const { host: _host, connection: _connection, 'content-length': _length, ...rest } = headers as Record<string, string>
  return rest
}

/** What was sent to one collector is erased there, also when the policy names another one by now. */
import { describe, expect, test } from 'vitest'
import { deliver } from '../../../lib/flush/deliver.ts'
import { remove } from '../../../lib/store/remove.ts'
import { erasuresIn, hasWaiting } from '../../../lib/store/stats.ts'
import { all } from '../store/removals.ts'
import { DELIVERED, aQueue, to } from './filled-queue.ts'
import { aListeningCollector, aServer } from './loopback.ts'

/** One batch at a collector, deleted here while the policy names another. */
async function moved() {
  const [first, second] = [await aListeningCollector(), await aListeningCollector()]
  const db = await aQueue(1)
  expect(await deliver(db, to(first.url))).toEqual(DELIVERED)
  await remove(db, all, Date.now())
  return { db, first, second }
}

describe('what is at a collector that is not the policy’s any more', () => {
  test('is not taken for erased because another one answers, is said to be elsewhere, and waits without an alarm', async () => {
    const { db, first, second } = await moved()
    expect(await hasWaiting(db)).toBe(true)
    await deliver(db, to(second.url))
    expect(first.storage.totals().sequences).toBe(1)
    expect(await erasuresIn(db)).toEqual({ pending: 0, elsewhere: [{ collector: first.url, count: 1 }], receipts: [] })
    expect(await hasWaiting(db)).toBe(false)
  })

  test('is erased when the policy names it again', async () => {
    const { db, first, second } = await moved()
    await deliver(db, to(second.url))
    await deliver(db, to(first.url))
    expect(first.storage.totals().sequences).toBe(0)
    expect(await erasuresIn(db)).toMatchObject({ pending: 0, elsewhere: [], receipts: [{ count: 1 }] })
  })

  test('is erased where the collector has only moved', async () => {
    const { db, first } = await moved()
    const { url } = await aServer(async (response, { url: path, headers, body }) => {
      const { authorization, 'content-type': type } = headers
      const request = { method: 'POST', headers: { authorization: authorization!, 'content-type': type! }, body: new Uint8Array(body) }
      const answer = await first.app.request(path, request)
      response.writeHead(answer.status, { 'content-type': 'application/json' })
      response.end(await answer.text())
    })
    await deliver(db, to(url))
    expect(first.storage.totals().sequences).toBe(0)
    expect(await erasuresIn(db)).toMatchObject({ pending: 0, elsewhere: [], receipts: [{ count: 1 }] })
  })
})

test('what two collectors may have is asked of both', async () => {
  const collector = await aListeningCollector()
  const deaf = await aServer((response) => void response.socket?.destroy())
  const db = await aQueue(1)
  expect(await deliver(db, to(deaf.url))).toMatchObject({ code: 'unreachable' })
  expect(await deliver(db, to(collector.url))).toEqual(DELIVERED)
  expect(await remove(db, all, Date.now())).toMatchObject({ asked: 1 })
  await deliver(db, to(collector.url))
  expect(collector.storage.totals().sequences).toBe(0)
  // Of the first nobody knows whether it has it; the second one has erased its own copy, and that says nothing of the other.
  expect(await erasuresIn(db)).toMatchObject({ pending: 0, elsewhere: [{ collector: deaf.url }], receipts: [{ count: 1 }] })
})

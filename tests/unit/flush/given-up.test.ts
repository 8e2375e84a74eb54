/** What a browser gave up does not look like a loss at the collector, and what was lost does. */
import { expect, test } from 'vitest'
import { deliver } from '../../../lib/flush/deliver.ts'
import { untold } from '../../../lib/store/given-up.ts'
import type { Database } from '../../../lib/store/database.ts'
import { sendable } from '../../../lib/store/queue.ts'
import { remove } from '../../../lib/store/remove.ts'
import { GivenUp } from '../../../lib/trace/given-up.ts'
import { expectBalance } from '../store/account.ts'
import { admin } from '../collector/admin.ts'
import { DELIVERED, aQueue, to } from './filled-queue.ts'
import { aListeningCollector, aServer, answering, asRequest } from './loopback.ts'

/** As a person deletes the batch of this number before it was sent. */
async function give(db: Database, ordinal: number): Promise<void> {
  const [gone] = (await sendable(db, Date.now()))[ordinal]!.contents
  const span = { site: null, tab: 'none', from: 0, until: 0 }
  await remove(db, { matches: ({ sequence }) => sequence === gone!.sequence, reason: 'dropped-deleted', span, sent: 'erase' }, Date.now())
}

test('a batch that was deleted before it was sent is told apart from one that was lost', async () => {
  const collector = await aListeningCollector()
  const db = await aQueue(5)
  await give(db, 1)
  const [lost] = (await sendable(db, Date.now())).slice(1)
  await db.delete('batches', lost!.id)
  expect(await deliver(db, to(collector.url))).toEqual(DELIVERED)
  const { status, stdout } = admin('gaps', '--data', collector.dir)
  expect(status).toBe(1)
  expect(stdout).toContain('no batch with the number 2\n')
  expect(stdout).toContain('given up by itself, by number: dropped-deleted 1\n')
})

test('a browser that gave up all that is missing has no gap, and tells it once', async () => {
  const collector = await aListeningCollector()
  const { url, received } = await aServer(async (response, request) => {
    const answer = await collector.app.request(request.url, asRequest(request))
    return answering(answer.status, await answer.json())(response, request)
  })
  const db = await aQueue(4)
  await give(db, 2)
  await give(db, 0)
  expect(await deliver(db, to(url))).toEqual(DELIVERED)
  expect(await deliver(db, to(url))).toEqual(DELIVERED)
  expect(admin('gaps', '--data', collector.dir)).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('dropped-deleted 0, 2\n'),
  })
  const notes = received.filter(({ url: path }) => path === '/v1/given-up')
  expect(notes).toHaveLength(1)
  // Nothing but what the form has: no word of what was in them, nor when.
  expect(GivenUp.parse(JSON.parse(notes[0]!.body.toString())).numbers.map(({ ordinal }) => ordinal)).toEqual([0, 2])
  await expectBalance(db, Date.now())
})

test.each([
  ['does not know the address', answering(404, { error: 'path', field: null, message: '' })],
  ['says yes to everything', answering(200, '<html>Sign in</html>')],
  ['confirms another pseudonym', answering(200, { device: '00000000-0000-4000-8000-000000000001', numbers: 1 })],
])('one that %s is told again, and delivery goes on', async (_, reply) => {
  const collector = await aListeningCollector()
  const older = await aServer(async (response, request) => {
    if (request.url !== '/v1/batches') return reply(response, request)
    const answer = await collector.app.request(request.url, asRequest(request))
    return answering(answer.status, await answer.json())(response, request)
  })
  const db = await aQueue(3)
  await give(db, 0)
  expect(await deliver(db, to(older.url))).toEqual(DELIVERED)
  expect(admin('gaps', '--data', collector.dir)).toMatchObject({ status: 1 })
  expect(await deliver(db, to(collector.url))).toEqual(DELIVERED)
  expect(admin('gaps', '--data', collector.dir)).toMatchObject({ status: 0 })
  expect(await untold(db)).toEqual([])
})

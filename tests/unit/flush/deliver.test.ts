import { describe, expect, test } from 'vitest'
import { deliver } from '../../../lib/flush/deliver.ts'
import { sealAll } from '../../../lib/flush/seal.ts'
import { newId } from '../../../lib/trace/id.ts'
import { accountOf } from '../store/account.ts'
import { aPage, emptyDatabase } from '../store/empty-database.ts'
import { contentOf, marksInBrowser } from '../store/marked.ts'
import { DELIVERED, aClosedSequence, aQueue, to } from './filled-queue.ts'
import { aListeningCollector, aServer, anAddressOfNobody, answering, type Reply } from './loopback.ts'

describe('what is closed', () => {
  test('reaches the collector once, and is gone here', async () => {
    const collector = await aListeningCollector()
    const db = await emptyDatabase()
    for (const mark of [0, 10, 20]) await aClosedSequence(db, mark)
    expect(await deliver(db, to(collector.url))).toEqual(DELIVERED)
    expect(await deliver(db, to(collector.url))).toEqual(DELIVERED)
    expect(collector.stored()).toEqual([0, 1, 10, 11, 20, 21])
    const { actions, sequences, batches, counts, sent } = await accountOf(db)
    expect([actions, sequences, batches, counts]).toEqual([[], [], [], {}])
    expect(sent).toMatchObject({ actions: 6, batches: 1, lastAt: expect.any(Number) })
  })

  test('is numbered under its pseudonym without a gap', async () => {
    const db = await aQueue(3)
    const { batches, device } = await accountOf(db)
    const contents = batches.map(({ bytes }) => contentOf(bytes))
    expect(contents.map(({ ordinal }) => ordinal)).toEqual([0, 1, 2])
    expect(new Set(contents.map((content) => content.device))).toEqual(new Set([device?.id]))
    expect(contents.map(({ counts }) => counts.masked)).toEqual([2, 2, 2])
    expect(device?.ordinal).toBe(3)
  })

  test('is sealed once, though two flushers begin at the same time', async () => {
    const db = await emptyDatabase()
    for (const mark of [0, 10]) await aClosedSequence(db, mark)
    await Promise.all([sealAll(db, '0.1.0', Date.now()), sealAll(db, '0.1.0', Date.now())])
    expect((await marksInBrowser(db)).sealed.toSorted((a, b) => a - b)).toEqual([0, 1, 10, 11])
  })

  test('is sealed though a page has counted more than one batch may carry', async () => {
    const collector = await aListeningCollector()
    const db = await emptyDatabase()
    const page = await aPage(db)
    await page.send([], { untrusted: 999_999 })
    await (await aPage(db)).send([], { untrusted: 999_999 })
    await aClosedSequence(db, 0)
    await deliver(db, to(collector.url))
    expect(collector.stored()).toEqual([0, 1])
    expect((await accountOf(db)).counts).toEqual({ untrusted: 999_998 })
  })

  test('but cannot be sealed is counted, and holds nothing else back', async () => {
    const collector = await aListeningCollector()
    const db = await emptyDatabase()
    for (const mark of [0, 10]) await aClosedSequence(db, mark)
    const [row] = await db.getAll('sequences')
    await db.put('sequences', { ...row!, viewport: { width: 17, height: 0 } })
    await deliver(db, to(collector.url))
    expect(collector.stored()).toHaveLength(2)
    expect(await accountOf(db)).toMatchObject({ actions: [], sequences: [], counts: { 'dropped-invalid': 2 } })
  })
})

describe('whatever answers in place of the collector', () => {
  const cut: Reply = (response) => void response.socket?.destroy()
  const cutWithin: Reply = (response) => {
    response.writeHead(201, { 'content-length': '1000' })
    response.write('{"id":', () => response.socket?.destroy())
  }
  const refusal = { error: 'x' }
  test.each<[string, Reply, string]>([
    ['a portal that says yes to everything', answering(200, '<html>Sign in</html>'), 'not-a-collector'],
    ['another batch confirmed', answering(201, { id: newId(Date.now()), status: 'stored' }), 'not-a-collector'],
    ['an empty yes', answering(204), 'status-204'],
    ['a fault', answering(500), 'status-500'],
    ['a request to wait', answering(503, refusal, { 'retry-after': '3600' }), 'busy'],
    ['too many requests', answering(429, '', { 'retry-after': '3600' }), 'busy'],
    ['an unknown token', answering(401, refusal), 'unauthorized'],
    ['a ban', answering(403, '<html>Forbidden</html>'), 'unauthorized'],
    ['a wrong address', answering(404), 'wrong-address'],
    ['a refusal by a firewall', answering(400, '<html>Bad request</html>'), 'not-a-collector'],
    ['a redirect', answering(302, '', { location: '/elsewhere' }), 'unreachable'],
    ['a line cut before the answer', cut, 'unreachable'],
    ['a line cut within the answer', cutWithin, 'unreachable'],
  ])('after %s everything is still here, and arrives once when it is back', async (_, reply, code) => {
    const db = await aQueue(2)
    const before = await accountOf(db)
    const impostor = await aServer(reply)
    expect(await deliver(db, to(impostor.url))).toMatchObject({ code, attempts: 1, retryAt: expect.any(Number) })
    const tried = before.batches.map((batch, index) => ({
      ...batch,
      attempted: index === 0,
      collectors: index === 0 ? [impostor.url] : [],
    }))
    expect(await accountOf(db)).toEqual({ ...before, batches: tried })
    // One try: whatever is wrong is wrong for the next as well.
    expect(impostor.received).toHaveLength(1)
    expect(impostor.received[0]!.body.equals(Buffer.from(before.batches[0]!.bytes))).toBe(true)

    const collector = await aListeningCollector()
    expect(await deliver(db, to(collector.url))).toEqual(DELIVERED)
    expect(collector.stored()).toEqual([0, 1, 10, 11])
    expect(await accountOf(db)).toMatchObject({ batches: [], sent: { actions: 4, batches: 2 } })
  })

  test('a batch travels under the same id with the same bytes, however often', async () => {
    const db = await aQueue(1)
    const { url, received } = await aServer(answering(500))
    for (let attempt = 0; attempt < 4; attempt += 1) await deliver(db, to(url))
    expect(new Set(received.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
    expect(new Set(received.map(({ body }) => body.toString('base64'))).size).toBe(1)
  })
})

describe('waiting', () => {
  test('grows with each failure in a row, and is over with the first success', async () => {
    const db = await aQueue(2)
    const nobody = to(await anAddressOfNobody())
    expect(await deliver(db, nobody)).toMatchObject({ code: 'unreachable', attempts: 1 })
    expect(await deliver(db, nobody)).toMatchObject({ attempts: 2 })
    let answered = 0
    const { url } = await aServer((response, request) => {
      answered += 1
      return answered === 1
        ? answering(201, { id: request.headers['idempotency-key'] })(response, request)
        : void response.socket?.destroy()
    })
    expect(await deliver(db, to(url))).toMatchObject({ attempts: 1 })
    expect(await deliver(db, to(url))).toMatchObject({ attempts: 2 })
  })

  test('is as long as the server asks for', async () => {
    const db = await aQueue(1)
    const { url } = await aServer(answering(503, '', { 'retry-after': '3600' }))
    const before = Date.now()
    const { retryAt } = await deliver(db, to(url))
    expect(retryAt).toBeGreaterThanOrEqual(before + 3_600_000)
  })
})

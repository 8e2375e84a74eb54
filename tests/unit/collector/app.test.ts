import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { newId } from '../../../lib/trace/id.ts'
import type { Batch } from '../../../lib/trace/schema.ts'
import { aBatch } from '../../fixtures/batch.ts'
import { aCollector, read } from './collector.ts'
import { deliver, deliverBytes, digestOf, headersFor } from './delivery.ts'

const DAY = 24 * 60 * 60_000

describe('a delivery', () => {
  test('is stored once, acknowledged again when it comes again, and never overwritten', async () => {
    const { post, storage, dir, close, lines } = aCollector()
    const batch = aBatch()
    const send = (change?: Partial<Batch>) => read(post(deliver({ ...batch, ...change })))
    const answer = { id: batch.id, sequences: 1, actions: 18 }

    expect(await send()).toMatchObject({ status: 201, body: { ...answer, status: 'stored' } })
    expect(await send()).toMatchObject({ status: 200, body: { ...answer, status: 'duplicate' } })
    expect(await send({ ordinal: 7 })).toMatchObject({ status: 409, body: { error: 'conflict', field: 'Idempotency-Key' } })
    expect(storage.totals()).toEqual({ batches: 1, sequences: 1, actions: 18 })
    expect(lines).toEqual(['refused 409 conflict Idempotency-Key'])

    close()
    const again = aCollector({ dir })
    expect(await read(again.post(deliver(batch)))).toMatchObject({ status: 200, body: answer })
  })

  test('sent a hundred times at once is stored once', async () => {
    const { post, storage } = aCollector()
    const batch = aBatch()
    const answers = await Promise.all(Array.from({ length: 100 }, () => post(deliver(batch))))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(99)
    expect(storage.totals().batches).toBe(1)
  })

  test('of two different bodies under one id at once, keeps one and refuses the other', async () => {
    const { post, storage } = aCollector()
    const batch = aBatch()
    const answers = await Promise.all([deliver(batch), deliver({ ...batch, ordinal: 1 })].map((request) => post(request)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]))
    expect(storage.totals().batches).toBe(1)
  })

  test('stays acknowledged when its id has grown too old to be stored', async () => {
    let now = Date.now()
    const { post } = aCollector({ now: () => now })
    const batch = aBatch()
    expect((await post(deliver(batch))).status).toBe(201)
    now += 40 * DAY
    expect((await post(deliver(batch))).status).toBe(200)
  })

  test.each([
    ['almost a day ahead', DAY - 60_000],
    ['almost 30 days old', -30 * DAY + 60_000],
  ])('with an id %s is stored', async (_, offset) => {
    const { post } = aCollector()
    expect((await post(deliver(aBatch({ id: newId(Date.now() + offset) })))).status).toBe(201)
  })

  test.each([
    ['a day and a minute ahead', DAY + 60_000],
    ['30 days and a minute old', -30 * DAY - 60_000],
  ])('with an id %s is refused by the clock', async (_, offset) => {
    const { post, storage } = aCollector()
    const answer = await read(post(deliver(aBatch({ id: newId(Date.now() + offset) }))))
    expect(answer).toMatchObject({ status: 422, body: { error: 'clock', field: 'id' } })
    expect(storage.totals().batches).toBe(0)
  })
})

describe('the headers', () => {
  test.each([
    ['no token', { authorization: '' }, 401, 'token', 'Authorization'],
    ['an unknown token', { authorization: 'Bearer token-of-somebody-else-012345' }, 401, 'token', 'Authorization'],
    ['a token of another scheme', { authorization: 'Basic token-of-the-tests-0123456789' }, 401, 'token', 'Authorization'],
    ['another media type', { 'content-type': 'application/json' }, 415, 'content-type', 'Content-Type'],
    ['another version', { 'content-type': 'application/vnd.waymark.batch+json;v=2' }, 415, 'content-type', 'Content-Type'],
    ['no version', { 'content-type': 'application/vnd.waymark.batch+json' }, 415, 'content-type', 'Content-Type'],
    ['no encoding', { 'content-encoding': '' }, 415, 'content-encoding', 'Content-Encoding'],
    ['another encoding', { 'content-encoding': 'br' }, 415, 'content-encoding', 'Content-Encoding'],
    ['no digest', { 'content-digest': '' }, 400, 'content-digest', 'Content-Digest'],
    ['a digest of another algorithm only', { 'content-digest': 'sha-512=:AAAA:' }, 400, 'content-digest', 'Content-Digest'],
    ['a wrong digest', { 'content-digest': digestOf(Buffer.from('other')) }, 400, 'content-digest', 'Content-Digest'],
    ['no id', { 'idempotency-key': '' }, 400, 'idempotency-key', 'Idempotency-Key'],
    ['a random id', { 'idempotency-key': '5f0c2a52-53f4-4a5c-8a8c-0a6d3f3f7f10' }, 400, 'idempotency-key', 'Idempotency-Key'],
    ['the id of another batch', { 'idempotency-key': newId(Date.now()) }, 400, 'idempotency-key', 'Idempotency-Key'],
  ])('with %s are refused by name', async (_, change, status, error, field) => {
    const { post, storage } = aCollector()
    const answer = await read(post(deliver(aBatch(), change)))
    expect(answer).toMatchObject({ status, body: { error, field } })
    expect(storage.totals().batches).toBe(0)
  })

  test('may be written in other cases, with blanks, and with further digests', async () => {
    const { post } = aCollector()
    const request = deliver(aBatch())
    const { headers } = request
    headers['content-type'] = 'application/vnd.Waymark.batch+JSON; v=1'
    headers['content-encoding'] = 'GZIP'
    headers['content-digest'] = `sha-512=:AAAA:, ${headers['content-digest']}`
    headers.authorization = headers.authorization.replace('Bearer', 'bearer')
    expect((await post(request)).status).toBe(201)
  })

  test.each([
    ['without a token', { authorization: '' }, 401],
    ['with a length past the limit', { 'content-length': '1048577' }, 413],
  ])('%s are refused before the body is touched', async (_, change, status) => {
    const { app } = aCollector()
    const pull = () => {
      throw new Error('the body was read')
    }
    const body = new ReadableStream({ pull }, { highWaterMark: 0 })
    const headers = headersFor(new Uint8Array(), newId(Date.now()), change)
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body, duplex: 'half' }
    expect((await app.request(new Request('http://collector.test/v1/batches', init))).status).toBe(status)
  })
})

test('a client without a token is told how to give one', async () => {
  const { post } = aCollector()
  expect((await post({ method: 'POST' })).headers.get('www-authenticate')).toBe('Bearer')
})

test('both tokens deliver while one is being replaced', async () => {
  const { post } = aCollector({ tokens: ['the-old-token-0123456789', 'the-new-token-0123456789'] })
  for (const token of ['the-old-token-0123456789', 'the-new-token-0123456789'])
    expect((await post(deliver(aBatch(), { authorization: `Bearer ${token}` }))).status).toBe(201)
})

test.each([
  ['GET', '/v1/batches', 405, 'POST'],
  ['DELETE', '/v1/batches', 405, 'POST'],
  ['OPTIONS', '/v1/batches', 405, 'POST'],
  ['POST', '/healthz', 405, 'GET, HEAD'],
  ['GET', '/', 404, null],
  ['GET', '/v1/batches/0192f7c4-0000-7000-8000-000000000000', 404, null],
  ['GET', '/waymark.db', 404, null],
])('%s %s is answered with %i', async (method, path, status, allow) => {
  const { app } = aCollector()
  const answer = await read(app.request(path, { method }))
  expect(answer).toMatchObject({ status, body: { error: status === 405 ? 'method' : 'path', field: null } })
  expect(answer.headers.get('allow')).toBe(allow)
})

test('the health address counts, and says nothing else', async () => {
  const { app, post } = aCollector()
  await post(deliver(aBatch()))
  const answer = await read(app.request('/healthz'))
  expect(answer.status).toBe(200)
  expect(answer.body).toEqual({ status: 'ok', batches: 1, sequences: 1, actions: 18, quarantined: 0 })
})

describe('when the storage fails', () => {
  test('the answer is 503 with a time to come back, and the next delivery is stored', async () => {
    const { post, storage, dir } = aCollector()
    // A second connection that holds the write lock is as real as a failure gets without filling a disk.
    const { DatabaseSync } = await import('node:sqlite')
    const other = new DatabaseSync(`${dir}/waymark.db`)
    other.exec('BEGIN IMMEDIATE')
    const batch = aBatch()
    const answer = await read(post(deliver(batch)))
    expect(answer).toMatchObject({ status: 503, body: { error: 'storage', field: null } })
    expect(answer.headers.get('retry-after')).toBe('30')
    expect(storage.totals().batches).toBe(0)

    other.exec('ROLLBACK')
    other.close()
    expect((await post(deliver(batch))).status).toBe(201)
  })

  test('the health address says so', async () => {
    const { app, close } = aCollector()
    close()
    expect((await app.request('/healthz')).status).toBe(503)
  })
})

test('a body may not be longer than its limit', async () => {
  const { post } = aCollector()
  const bytes = Buffer.concat([gzipSync(JSON.stringify(aBatch())), Buffer.alloc(1024 * 1024)])
  expect(await read(post(deliverBytes(bytes, newId(Date.now()))))).toMatchObject({ status: 413, body: { error: 'size' } })
})

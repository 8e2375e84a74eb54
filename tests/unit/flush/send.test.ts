import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { digestOf, gzip } from '../../../lib/store/body.ts'
import { send } from '../../../lib/flush/send.ts'
import { aBatch } from '../../fixtures/batch.ts'
import { TOKEN } from '../collector/delivery.ts'
import { aListeningCollector, aServer, anAddressOfNobody, answering, type Reply } from './loopback.ts'

const HTML = '<!doctype html><title>Sign in to the network</title>'
/** Long enough for loopback, and waited for in full only where nothing ever comes. */
const SHORT_MS = 300

async function aSealed() {
  const batch = aBatch()
  const body = await gzip(JSON.stringify(batch))
  return { id: batch.id, body, digest: await digestOf(body) }
}
type SealedBatch = Awaited<ReturnType<typeof aSealed>>
const sendTo = (batch: SealedBatch, url: string, token = TOKEN, timeoutMs?: number) =>
  send(batch, batch.body, { url, bearer: token, sign: null }, timeoutMs)

test('a batch reaches the collector as it was sealed, and its second copy is known there', async () => {
  const { url, storage } = await aListeningCollector()
  const row = await aSealed()
  const confirmed = { id: row.id, sequences: 1, actions: 18 }
  expect(await sendTo(row, url)).toEqual({ status: 201, retryAfter: null, body: { ...confirmed, status: 'stored' } })
  expect(await sendTo(row, url)).toMatchObject({ status: 200, body: { ...confirmed, status: 'duplicate' } })
  expect(storage.totals()).toEqual({ batches: 1, sequences: 1, actions: 18 })
})

test('a refusal of the collector arrives with its reason', async () => {
  const { url } = await aListeningCollector()
  expect(await sendTo(await aSealed(), url, 'a-token-of-nobody-0123456789')).toMatchObject({ status: 401, body: { error: 'token' } })
  const digest = await digestOf(new ArrayBuffer(1))
  expect(await sendTo({ ...(await aSealed()), digest }, url)).toMatchObject({ status: 400, body: { error: 'content-digest' } })
})

test.each(['', '/', '/behind/a/proxy', '/behind/a/proxy/'])(
  'the request goes to the address with %j at its end, and carries what it must',
  async (path) => {
    const { url, received } = await aServer(answering(200, {}))
    const row = await aSealed()
    await sendTo(row, url + path)
    expect(received).toHaveLength(1)
    const [{ method, url: asked, headers, body }] = received as [(typeof received)[0]]
    expect([method, asked]).toEqual(['POST', `${path.replace(/\/$/, '')}/v1/batches`])
    expect(headers).toMatchObject({
      authorization: `Bearer ${TOKEN}`,
      'content-type': 'application/vnd.waymark.batch+json;v=1',
      'content-encoding': 'gzip',
      'content-digest': `sha-256=:${row.digest}:`,
      'idempotency-key': row.id,
      'content-length': String(row.body.byteLength),
    })
    expect(headers).not.toHaveProperty('cookie')
    expect(body.equals(Buffer.from(row.body))).toBe(true)
  },
)

describe('an answer that is none of a collector', () => {
  const retry = { 'retry-after': '120' }
  const refusal = { error: 'schema', field: 'id', message: '' }
  test.each<[string, Reply, object]>([
    ['the page of a captive portal', answering(200, HTML), { status: 200, body: undefined }],
    ['nothing', answering(200), { status: 200, body: undefined }],
    ['JSON cut short', answering(201, '{"id":'), { status: 201, body: undefined }],
    ['a fault', answering(500, HTML), { status: 500, body: undefined }],
    ['a request to wait', answering(503, HTML, retry), { status: 503, retryAfter: '120', body: undefined }],
    ['too many requests', answering(429, '', retry), { status: 429, retryAfter: '120' }],
    ['a refusal', answering(422, refusal), { status: 422, body: refusal }],
    ['not modified', answering(304), { status: 304, body: undefined }],
    ['more than an answer may hold', answering(200, JSON.stringify({ id: 'x'.repeat(100_001) })), { status: 200, body: undefined }],
  ])('comes back as it is: %s', async (_, reply, expected) => {
    const { url } = await aServer(reply)
    expect(await sendTo(await aSealed(), url)).toMatchObject(expected)
  })

  test.each([301, 302, 303, 307, 308])('with a redirect %i is followed by nobody, and the token goes no further', async (status) => {
    const elsewhere = await aServer(answering(200, {}))
    const { url } = await aServer(answering(status, '', { location: `${elsewhere.url}/v1/batches` }))
    expect(await sendTo(await aSealed(), url)).toBe('unreachable')
    expect(elsewhere.received).toEqual([])
  })

  test.each<[string, Reply]>([
    ['before', (response) => void response.socket?.destroy()],
    [
      'within',
      (response) => {
        response.writeHead(201, { 'content-length': '1000' })
        response.write('{"id":', () => response.socket?.destroy())
      },
    ],
    ['instead of', (response) => void response.socket?.end('SSH-2.0-OpenSSH_9.2\r\n')],
  ])('with a line that breaks %s the answer is none', async (_, reply) => {
    const { url } = await aServer(reply)
    expect(await sendTo(await aSealed(), url)).toBe('unreachable')
  })

  test('from nobody at all is none', async () => {
    expect(await sendTo(await aSealed(), await anAddressOfNobody())).toBe('unreachable')
  })

  test.each<[string, Reply]>([
    ['never begins', () => undefined],
    [
      'never ends',
      (response) => {
        response.writeHead(201)
        response.write('{"id":')
      },
    ],
  ])('that %s is given up', async (_, reply) => {
    const { url } = await aServer(reply)
    expect(await sendTo(await aSealed(), url, TOKEN, SHORT_MS)).toBe('timeout')
  })

  test('that has no end is read no further than an answer may be long', async () => {
    let closed: Promise<unknown> = Promise.resolve()
    const { url } = await aServer(async (response) => {
      closed = once(response, 'close')
      response.writeHead(200, { 'content-type': 'application/json' })
      // Far below what a line carries in the time allowed, were it read on.
      while (!response.destroyed) if (!response.write('0'.repeat(65_536))) await Promise.race([once(response, 'drain'), closed])
    })
    expect(await sendTo(await aSealed(), url)).toEqual({ status: 200, retryAfter: null, body: undefined })
    await closed
  })
})

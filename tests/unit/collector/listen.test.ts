import { expect, onTestFinished, test } from 'vitest'
import { listen } from '../../../collector/listen.ts'
import { newId } from '../../../lib/trace/id.ts'
import { aCollector } from './collector.ts'
import { headersFor } from './delivery.ts'
import { head, openSocket } from './socket.ts'

const timeouts = { headersTimeout: 200, requestTimeout: 400, keepAliveTimeout: 75_000, connectionsCheckingInterval: 50 }

async function serve() {
  const { app, storage } = aCollector()
  const server = await listen(app.fetch, { host: '127.0.0.1', port: 0, timeouts })
  onTestFinished(() => server.stop())
  return { port: server.port, storage }
}
const headers = headersFor(new Uint8Array(), newId(Date.now()))

test('a client that stops in its headers is shut out', async () => {
  const client = openSocket((await serve()).port)
  client.write('POST /v1/batches HTTP/1.1\r\nhost: coll')
  expect(await client.closes()).toContain('HTTP/1.1 408 ')
})

test('a client that stops in its body is shut out, and nothing of it is stored', async () => {
  const { port, storage } = await serve()
  const client = openSocket(port)
  client.write(`${head({ ...headers, 'content-length': '5000' })}half a body`)
  expect(await client.closes()).toContain('HTTP/1.1 408 ')
  expect(storage.totals().batches).toBe(0)
})

test('a body without end is answered once it passes the limit, and cut off', async () => {
  const { port, storage } = await serve()
  const client = openSocket(port)
  client.write(head({ ...headers, 'transfer-encoding': 'chunked' }))
  const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`
  let sent = 0
  const more = () => {
    while (!client.socket.destroyed && client.write(chunk)) sent += chunk.length
  }
  client.socket.on('drain', more)
  more()
  const answer = await client.closes()
  expect(answer).toContain('HTTP/1.1 413 ')
  expect(answer).toContain('"error":"size"')
  expect(sent).toBeGreaterThan(1024 * 1024)
  expect(storage.totals().batches).toBe(0)
})

test('a client that leaves in the middle of its body leaves nothing behind', async () => {
  const { port, storage } = await serve()
  const client = openSocket(port)
  client.write(`${head({ ...headers, 'content-length': '5000', expect: '100-continue' })}half a body`)
  await client.receives('100 Continue')
  client.socket.destroy()
  const next = openSocket(port)
  next.write(head({}, 'GET /healthz HTTP/1.1'))
  expect(await next.receives('}')).toContain('{"status":"ok","batches":0,"sequences":0,"actions":0,"quarantined":0}')
  expect(storage.totals().batches).toBe(0)
})

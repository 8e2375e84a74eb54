/** Stands between the browser and the collector, as proxies do, and fails as they do. */
import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'

/** `drop` closes the connection when the collector has answered, `cut` in the middle of its answer: it has stored what it was sent. */
type Mode = 'pass' | 'drop' | 'cut'
/** What answers in the collector's place, without asking it. */
export type Stranger = { status: number; headers?: Record<string, string>; body: string }

export type Gateway = {
  url: string
  /** What becomes of each request, from the next one on. */
  fail: (mode: Mode | Stranger) => void
  /** Requests that came, and those the collector had answered when the connection was closed. */
  seen: { requests: number; dropped: number }
  close: () => Promise<void>
}

const HOST = '127.0.0.1'

/** @param port of the collector, now or later */
export async function openGateway(port: number): Promise<Gateway> {
  let mode: Mode | Stranger = 'pass'
  const seen = { requests: 0, dropped: 0 }

  const forward = (incoming: IncomingMessage, response: ServerResponse, answered: 'pass' | 'drop' | 'cut') => {
    const { method, url, headers } = incoming
    const upstream = request({ host: HOST, port, method, path: url, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', () => response.destroy())
      answer.on('end', () => {
        const body = Buffer.concat(chunks)
        if (answered !== 'pass') seen.dropped += 1
        if (answered === 'drop') return void response.destroy()
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        if (answered === 'pass') return void response.end(body)
        response.write(body.subarray(0, body.length / 2), () => response.destroy())
      })
    })
    upstream.on('error', () => response.destroy())
    incoming.pipe(upstream)
  }

  const server = createServer((incoming, response) => {
    seen.requests += 1
    if (typeof mode === 'string') return forward(incoming, response, mode)
    const { status, headers = {}, body } = mode
    incoming.resume().on('end', () => response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body))
  })
  server.listen(0, HOST)
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the gateway has no port')

  return {
    url: `http://${HOST}:${address.port}`,
    fail: (next) => {
      mode = next
    },
    seen,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

/** Stands between browser and collector and keeps what passes, as bytes. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

type Delivered = { headers: string; body: Buffer }
export type Relay = { url: string; delivered: Delivered[]; to: (origin: string) => void; close: () => Promise<void> }

export async function startRelay(): Promise<Relay> {
  const delivered: Delivered[] = []
  let collector = ''

  const pass = async (request: IncomingMessage, response: ServerResponse) => {
    const parts: Uint8Array[] = []
    for await (const part of request) if (part instanceof Uint8Array) parts.push(part)
    const body = Buffer.concat(parts)
    delivered.push({ headers: `${request.method} ${request.url}\n${request.rawHeaders.join('\n')}`, body })
    const headers = Object.entries(request.headers).filter(([name]) => !['host', 'connection', 'content-length'].includes(name))
    const answer = await fetch(`${collector}${request.url}`, {
      method: request.method ?? 'GET',
      headers: headers.map(([name, value]): [string, string] => [name, String(value)]),
      ...(body.length > 0 ? { body } : {}),
    })
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' })
    response.end(Buffer.from(await answer.arrayBuffer()))
  }
  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.writeHead(502).end())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the relay has no port')

  return {
    url: `http://127.0.0.1:${address.port}`,
    delivered,
    to: (origin) => {
      collector = origin
    },
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

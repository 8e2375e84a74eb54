/** Servers on loopback: the real collector behind a real port, and whatever else may stand where it should. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'
import { listen } from '../../../collector/listen.ts'
import { openArchive } from '../../../collector/storage.ts'
import { aCollector } from '../collector/collector.ts'
import { marksInArchive } from '../store/marked.ts'

const HOST = '127.0.0.1'

/** The real app on a real database; `stored` are the marks of every action in it. */
export async function aListeningCollector(options: Parameters<typeof aCollector>[0] = {}) {
  const { app, storage, dir } = aCollector(options)
  const { port, stop } = await listen(app.fetch, { host: HOST, port: 0 })
  onTestFinished(stop)
  const stored = () => {
    const archive = openArchive(dir)
    const marks = marksInArchive(archive)
    archive.close()
    return marks.toSorted((a, b) => a - b)
  }
  return { url: `http://${HOST}:${port}`, storage, app, dir, stored }
}

/** A port that was free a moment ago. */
export async function anAddressOfNobody(): Promise<string> {
  const server = createServer()
  server.listen(0, HOST)
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return `http://${HOST}:${typeof address === 'object' ? address?.port : ''}`
}

export type Received = { method: string; url: string; headers: IncomingMessage['headers']; body: Buffer }
/** As it came, to be handed on. */
export const asRequest = ({ method, headers, body }: Received) => ({
  method,
  headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
  body: new Uint8Array(body),
})
export type Reply = (response: ServerResponse, request: Received) => void | Promise<void>

/** Anything but a collector: reads each request to its end, keeps it, and replies as told. */
export async function aServer(reply: Reply) {
  const received: Received[] = []
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { method = '', url = '', headers } = request
    const all = { method, url, headers, body: Buffer.concat(chunks) }
    received.push(all)
    await reply(response, all)
  }
  const server = createServer((request, response) => void handle(request, response))
  server.listen(0, HOST)
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return { url: `http://${HOST}:${typeof address === 'object' ? address?.port : ''}`, received }
}

/** Replies with a status, headers and a text; an object is sent as JSON. */
export function answering(status: number, body: string | object = '', headers: Record<string, string> = {}): Reply {
  return (response) => {
    const json = typeof body !== 'string'
    response.writeHead(status, { 'content-type': json ? 'application/json' : 'text/html', ...headers })
    response.end(json ? JSON.stringify(body) : body)
  }
}

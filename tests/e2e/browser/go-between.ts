/** Stands between a browser and its collector, and does what a test wants done at a certain request. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

type Answer = { status: number; body: string }
/** What becomes of one request: `pass` hands it on; whoever gives back null has the line break without an answer. */
export type Step = (pass: () => Promise<Answer>) => Promise<Answer | null>

const pass: Step = (go) => go()

export type GoBetween = {
  url: string
  /** Steps of the next requests to `/v1/batches`, one after the other; those after them are handed on. */
  next: (...steps: Step[]) => void
  /** Of each such request: the token it came with, its id, and the status of the answer, 0 where there was none. */
  seen: { token: string; id: string; status: number }[]
  close: () => Promise<void>
}

/** @param collector its address, now or later */
export async function openGoBetween(collector: () => string): Promise<GoBetween> {
  const steps: Step[] = []
  const seen: GoBetween['seen'] = []

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk))
    const { method = '', url = '' } = incoming
    const { host: _host, connection: _connection, 'content-length': _length, ...headers } = incoming.headers
    const entries = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)])
    const handOn = async (): Promise<Answer> => {
      const answer = await fetch(`${collector()}${url}`, { method, headers: entries, body: new Uint8Array(Buffer.concat(chunks)) })
      return { status: answer.status, body: await answer.text() }
    }
    const isBatch = url === '/v1/batches'
    const answer = await ((isBatch && steps.shift()) || pass)(handOn).catch(() => null)
    if (isBatch) {
      const [, token = ''] = (headers.authorization ?? '').split(' ')
      seen.push({ token, id: String(headers['idempotency-key']), status: answer?.status ?? 0 })
    }
    if (!answer) return void response.destroy()
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body)
  }

  const server = createServer((incoming, response) => void handle(incoming, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the go-between has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    next: (...more) => void steps.push(...more),
    seen,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

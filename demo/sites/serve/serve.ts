import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { plain, type Answer } from './answer.ts'
import { SiteError } from './site-error.ts'

/** A site that is up. `origin` has scheme, `*.localhost` name and port; `stop` resolves once nothing listens any more. */
export type RunningSite = { origin: string; stop(): Promise<void> }

export type Respond = (method: 'GET' | 'POST', url: URL) => Answer | Promise<Answer>

/** Browsers resolve every `*.localhost` name to loopback by themselves, so no hosts file is touched. */
export const LOOPBACK = '127.0.0.1'

/** Serves `respond` on loopback as `http://<name>.localhost`; port 0 picks a free one. What is posted is read and forgotten. */
export async function serve(name: string, port: number, respond: Respond, report: (line: string) => void): Promise<RunningSite> {
  const host = `${name}.localhost`
  const server = createServer((request, response) => {
    answer(request, host, respond).then(
      (reply) => send(request, response, reply),
      (error: unknown) => {
        report(`${name}: a request failed (${error instanceof Error ? error.name : 'unknown error'})`)
        send(request, response, plain(500, 'Internal error'))
      },
    )
  })
  try {
    server.listen(port, LOOPBACK)
    await once(server, 'listening')
  } catch (error) {
    throw new SiteError(`${name} cannot listen on port ${port} of ${LOOPBACK}`, { cause: error })
  }
  const address = server.address()
  if (address === null || typeof address === 'string') throw new SiteError(`${name} has no port`)
  return {
    origin: `http://${host}:${address.port}`,
    async stop() {
      if (!server.listening) return
      const closed = once(server, 'close')
      server.close()
      // Browsers keep idle connections open for minutes; without this the close would wait for them.
      server.closeAllConnections()
      await closed
    },
  }
}

async function answer(request: IncomingMessage, host: string, respond: Respond): Promise<Answer> {
  const method = request.method === 'HEAD' ? 'GET' : request.method
  if (method !== 'GET' && method !== 'POST') return plain(405, 'Method not allowed')
  const target = request.url ?? ''
  // Absolute and `//host` request targets are a proxy's business; as a path they could name another origin.
  if (!/^\/(?!\/)/.test(target)) return plain(400, 'Bad request')
  return respond(method, new URL(target, `http://${host}`))
}

function send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Answer): void {
  request.resume()
  // `no-cache`, not `no-store`: the second would also keep pages out of the back/forward cache.
  response.writeHead(status, { 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff', ...headers })
  response.end(request.method === 'HEAD' ? undefined : body)
}

import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'

export type Answer = { status?: number; headers?: Record<string, string>; body?: string | Buffer }
/** A page's HTML, or a whole answer, or what gives one. */
export type Page = string | Answer | ((request: IncomingMessage) => string | Answer | Promise<string | Answer>)

export type Sites = {
  /** Address of a name and path, as in `work.localhost/form?a=1`. */
  url: (address: string) => string
  /** Adds a page, or puts another in its place. */
  set: (address: string, page: Page) => void
  /** What browsers have asked for, as `METHOD name/path?query`, icons left out. */
  requests: string[]
  close: () => Promise<void>
}

/**
 * One loopback server for several sites: pages by host name and path, as in `{ 'work.localhost/': '<h1>Work</h1>' }`. Any name
 * under `.localhost` works without being set up anywhere.
 */
export async function startSites(pages: Record<string, Page>): Promise<Sites> {
  const served = new Map(Object.entries(pages))
  const requests: string[] = []

  const respond = async (request: IncomingMessage): Promise<Answer> => {
    const name = (request.headers.host ?? '').replace(/:\d+$/, '')
    const path = request.url ?? '/'
    if (path !== '/favicon.ico') requests.push(`${request.method} ${name}${path}`)
    const page = served.get(`${name}${path.split('?', 1)[0]}`)
    if (page === undefined) return { status: 404, body: 'not found' }
    const answer = typeof page === 'function' ? await page(request) : page
    return typeof answer === 'string' ? { body: answer } : answer
  }
  const server = createServer((request, response) => {
    respond(request).then(
      ({ status = 200, headers = {}, body = '' }) =>
        response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers }).end(body),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the site server has no port')

  return {
    url: (place) => `http://${place.replace(/(?=\/|$)/, `:${address.port}`)}`,
    set: (place, page) => served.set(place, page),
    requests,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

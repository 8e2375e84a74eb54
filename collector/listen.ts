import { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'

/** All in ms. A client that dawdles holds a socket and up to 1 MiB; these bound for how long. */
export const TIMEOUTS = {
  /** Headers are one packet or two. */
  headersTimeout: 10_000,
  /** Clients give up after 20 s themselves. */
  requestTimeout: 30_000,
  /** Longer than the 60 s after which load balancers drop an idle socket; Node's 5 s would close it under a request. */
  keepAliveTimeout: 75_000,
  /** How often the first two are looked at. */
  connectionsCheckingInterval: 5_000,
}

/** Loading time of what is under way; a browser that gets no answer delivers again. */
const GRACE_MS = 10_000

type Fetch = (request: Request) => Response | Promise<Response>

/**
 * Serves on a port; `port` 0 takes a free one.
 * @returns the port taken, and `stop`, which settles when the last request under way has been answered
 * @throws what `listen` gives, such as EADDRINUSE
 */
export async function listen(
  fetch: Fetch,
  { host, port, timeouts = TIMEOUTS }: { host: string; port: number; timeouts?: typeof TIMEOUTS },
) {
  let stopping = false
  const server = createAdaptorServer({
    fetch: async (request) => {
      const response = await fetch(request)
      // Otherwise a kept-alive socket would hold the stop until it idles out.
      if (stopping) response.headers.set('connection', 'close')
      return response
    },
    serverOptions: timeouts,
  })
  if (!(server instanceof Server)) throw new TypeError('the adaptor made a server of another protocol')

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    stop: () =>
      new Promise<void>((resolve) => {
        stopping = true
        const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS)
        server.close(() => {
          clearTimeout(cut)
          resolve()
        })
      }),
  }
}

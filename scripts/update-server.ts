import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { Packed } from './pack.ts'

export type Published = {
  id: string
  /** For `update_url` in the browser's ExtensionSettings. */
  updateUrl: string
  /** Offers another build under the same identifier, as an administrator's update would. */
  replace: (packed: Packed) => void
  close: () => Promise<void>
}

const answer = (response: ServerResponse, status: number, type: string, body: string | Buffer) =>
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body)

/** Serves update manifest and CRX on a free loopback port. */
export async function publish(packed: Packed): Promise<Published> {
  let current = packed
  const server = createServer((request, response) => {
    // The browser asks with a query that says what it is and what it has installed.
    const path = (request.url ?? '/').split('?', 1)[0]
    if (path === '/update.xml') answer(response, 200, 'text/xml', current.updateManifest(`${origin}/extension.crx`))
    else if (path === '/extension.crx') answer(response, 200, 'application/x-chrome-extension', readFileSync(current.crx))
    else answer(response, 404, 'text/plain', 'not found\n')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the update server has no port')
  const origin = `http://127.0.0.1:${address.port}`

  return {
    id: packed.id,
    updateUrl: `${origin}/update.xml`,
    replace: (next) => {
      current = next
    },
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

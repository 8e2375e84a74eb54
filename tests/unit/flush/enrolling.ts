/** What tests of browsers that enrol have in common. */
import type { Database } from '../../../lib/store/database.ts'
import { writeState, type Credential } from '../../../lib/store/state.ts'
import { rowsOf } from '../collector/collector.ts'
import { aServer, asRequest, type Received, type Reply } from './loopback.ts'

/** Credentials that the collector in `dir` knows. */
export const enrolledAt = (dir: string) => rowsOf(dir, 'SELECT id FROM credential').flatMap(Object.values)

export function writeCredentials(db: Database, credentials: Credential[]): Promise<void> {
  return writeState(db.transaction('state', 'readwrite').store, 'credentials', credentials)
}

/** Everything goes on to the collector at `url`, and is kept; unless `instead` replies. */
export async function aGateway(url: string, instead: (request: Received) => Reply | null = () => null) {
  return aServer(async (response, request) => {
    const reply = instead(request)
    if (reply) return reply(response, request)
    const answer = await fetch(url + request.url, asRequest(request))
    response.writeHead(answer.status, { 'content-type': 'application/json' })
    response.end(await answer.text())
  })
}

export const paths = (received: readonly Received[]) => received.map(({ url }) => url.replace('/v1/', ''))

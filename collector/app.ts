import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { readBody } from './body.ts'
import { groupCommit } from './group-commit.ts'
import { readHeaders } from './headers.ts'
import { readBatch } from './ingest.ts'
import { Refusal } from './refusal.ts'
import { secondPass } from './second-pass.ts'
import { StorageFailed, type Kept, type Storage } from './storage.ts'
import type { Gate } from './token.ts'

/** A full disk is cleared by a person; asking more often than this only adds load. */
const RETRY_AFTER_SECONDS = '30'

type Parts = {
  storage: Pick<Storage, 'find' | 'insert' | 'totals' | 'quarantined'>
  gate: Gate
  /** ms since 1970 */
  now: () => number
  /** Takes one line without any content of a request. */
  log: (line: string) => void
}

/** The routes. Needs no port: `app.request()` answers like the server does. */
export function createApp({ storage, gate, now, log }: Parts) {
  const store = groupCommit(storage.insert)
  const app = new Hono()

  app.post('/v1/batches', async (c) => {
    if (!gate(c.req.header('authorization'))) throw new Refusal('token', 'Authorization', 'A bearer token of this collector is needed.')
    const { id, digest } = readHeaders(c.req.raw.headers)
    const body = await readBody(c.req.raw)
    if (!createHash('sha256').update(body).digest().equals(digest))
      throw new Refusal('content-digest', 'Content-Digest', 'The body does not have this digest.')

    // Asked first: what is stored stays acknowledged, even if its id has grown old or the schema has moved on since.
    const kept = storage.find(id, digest) ?? (await keep(id, digest, body))
    if (kept.status === 'conflict')
      throw new Refusal('conflict', 'Idempotency-Key', 'Other bytes are stored under this id; they stay as they are.')
    const { status, sequences, actions, quarantined } = kept
    return c.json({ id, status, sequences, actions, ...(quarantined > 0 && { quarantined }) }, status === 'stored' ? 201 : 200)
  })

  async function keep(id: string, digest: Buffer, sent: Buffer): Promise<Kept> {
    const batch = readBatch(sent, id, now())
    const { clean, findings } = secondPass(batch)
    // The header stays even if no sequence does: a second copy must find its id, and the counts in it are clean.
    const body = findings.length === 0 ? sent : gzipSync(JSON.stringify({ ...batch, sequences: clean }))
    const kept = await store({
      id,
      device: batch.device,
      ordinal: batch.ordinal,
      digest,
      receivedAt: now(),
      sequences: clean.length,
      actions: clean.reduce((sum, sequence) => sum + sequence.actions.length, 0),
      body,
      findings,
    })
    if (kept.status === 'stored') for (const { field, detector } of findings) log(`quarantined ${field} ${detector}`)
    return kept
  }

  app.get('/healthz', (c) => c.json({ status: 'ok', ...storage.totals(), quarantined: storage.quarantined() }))

  for (const [path, allow] of [
    ['/v1/batches', 'POST'],
    ['/healthz', 'GET, HEAD'],
  ] as const)
    app.all(path, (c) => {
      c.header('Allow', allow)
      throw new Refusal('method', null, `This address answers ${allow} only.`)
    })
  app.notFound(() => {
    throw new Refusal('path', null, 'There is nothing at this address.')
  })

  app.onError((error, c) => {
    const refusal = asRefusal(error)
    // A fault of our own is named by class: its message might quote what was being read.
    const reason = error instanceof StorageFailed ? error.message : error instanceof Refusal ? (error.field ?? '') : error.name
    log(`refused ${refusal.status} ${refusal.code} ${reason}`.trimEnd())
    if (refusal.status === 401) c.header('WWW-Authenticate', 'Bearer')
    if (refusal.status === 503) c.header('Retry-After', RETRY_AFTER_SECONDS)
    return c.json({ error: refusal.code, field: refusal.field, message: refusal.message }, refusal.status)
  })
  return app
}

function asRefusal(error: Error): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof StorageFailed) return new Refusal('storage', null, 'The batch could not be stored; deliver it again later.')
  return new Refusal('fault', null, 'The collector failed; deliver the batch again later.')
}

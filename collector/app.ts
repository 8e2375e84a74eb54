import { Hono } from 'hono'
import { Erasure } from '../lib/trace/erasure.ts'
import { GivenUp } from '../lib/trace/given-up.ts'
import { Check, type CheckAnswer } from '../lib/trace/check.ts'
import { TRACE_VERSION } from '../lib/trace/vocabulary.ts'
import { authoriser } from './authorise.ts'
import { readBody } from './body.ts'
import { StorageFailed } from './database.ts'
import { enrolment } from './enrol.ts'
import { groupCommit } from './group-commit.ts'
import { readHeaders, requireSame } from './headers.ts'
import { readBatch } from './ingest.ts'
import { readJsonRequest } from './json-request.ts'
import { waitForNextDay } from './quotas.ts'
import { Refusal } from './refusal.ts'
import { secondPass } from './second-pass.ts'
import type { Kept, Storage, Stored } from './storage.ts'
import { pack, partsOf } from './stored-body.ts'
import { ticketOffice } from './tickets.ts'
import type { Gate } from './token.ts'

/** A full disk is cleared by a person; asking more often than this only adds load. */
const RETRY_AFTER_SECONDS = 30

type Parts = {
  storage: Pick<Storage, 'find' | 'insert' | 'erase' | 'giveUp' | 'totals' | 'quarantined' | 'credentials'>
  /** Tokens that all browsers have in common. */
  gate: Gate
  /** Secrets with which a browser may enrol, to deliver with a key of its own. */
  joinGate: Gate
  /** ms since 1970 */
  now: () => number
  /** Takes one line without any content of a request. */
  log: (line: string) => void
}

/** The routes. Needs no port: `app.request()` answers like the server does. */
export function createApp({ storage, gate, joinGate, now, log }: Parts) {
  const store = groupCommit(storage.insert)
  const { credentials } = storage
  const tickets = ticketOffice(credentials.signingKey(), now)
  const authorise = authoriser({ gate, tickets, credentials, now })
  const app = new Hono<{ Variables: { isRevoked: boolean } }>()
  // Before the guard: who asks to be let in has nothing yet that it would take.
  app.route('/', enrolment({ joinGate, tickets, credentials, now }))

  app.use('/v1/*', async (c, next) => {
    if (c.req.method === 'POST') c.set('isRevoked', authorise(c.req.raw.headers, c.req.path).isRevoked)
    await next()
  })

  app.post('/v1/batches', async (c) => {
    const { id, digest } = readHeaders(c.req.raw.headers)
    const body = await readBody(c.req.raw)
    requireSame(body, digest)

    // Asked first: what is stored stays acknowledged, even if its id has grown old or the schema has moved on since.
    const found = storage.find(id, digest)
    if (!found && c.get('isRevoked')) throw new Refusal('revoked', 'credential', 'Nothing more is taken from this browser.', { id })
    const kept = requireKept(found ?? (await keep(id, digest, body)), id)
    const { status, sequences, actions, ...missing } = kept
    // Where nothing is missing, the answer does not speak of it.
    const counts = Object.fromEntries(Object.entries(missing).filter(([, count]) => count > 0))
    return c.json({ id, status, sequences, actions, ...counts }, status === 'stored' ? 201 : 200)
  })

  app.post('/v1/erasures', async (c) => {
    // Who knows a sequence's random id made it or has a copy of it, so the request needs no right to read.
    const receipt = storage.erase(await readJsonRequest(c.req.raw, Erasure, 'erasure'), now())
    if (receipt === 'conflict') throw new Refusal('conflict', 'id', 'A request of this id was for other sequences.')
    return c.json(receipt)
  })

  app.post('/v1/given-up', async (c) => {
    const note = await readJsonRequest(c.req.raw, GivenUp, 'note')
    storage.giveUp(note, now())
    return c.json({ device: note.device, numbers: note.numbers.length })
  })

  // Whoever comes here has been let in: that is most of the answer. Nothing of the question is stored.
  app.post('/v1/check', async (c) => {
    await readJsonRequest(c.req.raw, Check, 'check')
    const answer: CheckAnswer = { status: 'ok', revoked: c.get('isRevoked'), now: now(), version: TRACE_VERSION }
    return c.json(answer)
  })

  /** @throws {Refusal} */
  function requireKept(kept: Kept, id: string): Stored {
    switch (kept.status) {
      case 'stored':
      case 'duplicate':
        return kept
      case 'conflict':
        throw new Refusal('conflict', 'Idempotency-Key', 'Other bytes are stored under this id; they stay as they are.')
      case 'erased':
        throw new Refusal('erased', 'device', 'All that this device sent was erased, and nothing of it is taken again.', { id })
      case 'revoked':
        throw new Refusal('revoked', 'device', 'Nothing more is taken from this device.', { id })
      case 'quota': {
        const retryAfter = waitForNextDay(now())
        throw new Refusal('quota', 'device', 'This device has delivered as much as it may in a day.', { retryAfter })
      }
      case 'full':
        throw new Refusal('full', null, 'The collector holds as much as it may, or its disk does.')
    }
  }

  async function keep(id: string, digest: Buffer, sent: Buffer): Promise<Kept> {
    const batch = readBatch(sent, id, now())
    const { clean, findings } = secondPass(batch)
    // The header stays even if no sequence does: a second copy must find its id, and the counts in it are clean.
    const body = findings.length === 0 ? sent : pack({ ...batch, sequences: clean })
    const kept = await store({
      id,
      device: batch.device,
      ordinal: batch.ordinal,
      digest,
      receivedAt: now(),
      sequences: clean.length,
      actions: clean.reduce((sum, sequence) => sum + sequence.actions.length, 0),
      body,
      parts: partsOf(clean),
      findings,
      ledger: batch.ledger,
    })
    if (kept.status === 'stored') for (const { field, detector } of findings) log(`quarantined ${field} ${detector}`)
    return kept
  }

  app.get('/healthz', (c) => c.json({ status: 'ok', ...storage.totals(), quarantined: storage.quarantined() }))

  for (const [path, allow] of [
    ['/v1/batches', 'POST'],
    ['/v1/erasures', 'POST'],
    ['/v1/given-up', 'POST'],
    ['/v1/enrol', 'POST'],
    ['/v1/token', 'POST'],
    ['/v1/check', 'POST'],
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
    // A challenge is how each token begins, and nothing that went wrong.
    if (refusal.code !== 'challenge') log(`refused ${refusal.status} ${refusal.code} ${reason}`.trimEnd())
    if (refusal.status === 401) c.header('WWW-Authenticate', 'Bearer')
    const { id, challenge, retryAfter = refusal.status === 503 ? RETRY_AFTER_SECONDS : null } = refusal.more
    if (retryAfter !== null) c.header('Retry-After', String(retryAfter))
    const { code, field, message } = refusal
    const more = { ...(id !== undefined && { id }), ...(challenge !== undefined && { challenge }) }
    return c.json({ error: code, field, message, ...more }, refusal.status)
  })
  return app
}

function asRefusal(error: Error): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof StorageFailed) return new Refusal('storage', null, 'The collector could not write it down; send it again later.')
  return new Refusal('fault', null, 'The collector failed; send it again later.')
}

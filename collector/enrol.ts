/** The two requests by which a browser gets in: its key is taken, and it is given a token. */
import { Hono } from 'hono'
import { credentialOf, Enrolment, TokenRequest } from '../lib/trace/enrolment.ts'
import { requireProof, unknown } from './authorise.ts'
import type { Credentials } from './credentials.ts'
import { enrolRate } from './enrol-rate.ts'
import { readJsonRequest } from './json-request.ts'
import { Refusal } from './refusal.ts'
import { TOKEN_SECONDS, type Tickets } from './tickets.ts'
import { bearerIn, type Gate } from './token.ts'

type Parts = { joinGate: Gate; tickets: Tickets; credentials: Pick<Credentials, 'find' | 'enrol'>; now: () => number }

export function enrolment({ joinGate, tickets, credentials, now }: Parts): Hono {
  const app = new Hono()
  const take = enrolRate(now)

  /** The same key again changes nothing: a browser that did not hear the answer asks again. */
  app.post('/v1/enrol', async (c) => {
    const authorization = c.req.header('authorization')
    if (!joinGate(authorization))
      throw new Refusal('join-secret', 'Authorization', 'The join secret of this collector is needed, one that is still accepted.')
    const { key } = await readJsonRequest(c.req.raw, Enrolment, 'enrolment')
    requireProof(c.req.raw.headers, { path: c.req.path, key, bearer: bearerIn(authorization) })
    const id = await credentialOf(key)
    const retryAfter = credentials.find(id, now()) ? null : take()
    if (retryAfter !== null) throw new Refusal('rate', null, 'More browsers enrol than are taken in a minute.', { retryAfter })
    const { since, isNew } = credentials.enrol(id, key, now())
    return c.json({ id, since }, isNew ? 201 : 200)
  })

  app.post('/v1/token', async (c) => {
    const { id, challenge } = await readJsonRequest(c.req.raw, TokenRequest, 'token-request')
    const known = credentials.find(id, now())
    if (!known) throw unknown()
    if (challenge === null) throw challenged('The challenge of this answer has to be signed.')
    requireProof(c.req.raw.headers, { path: c.req.path, key: known.key, bearer: '' })
    if (!tickets.isAnswered(challenge)) throw challenged('The challenge was answered before, or its time is over.')
    return c.json({ id, token: tickets.token(id), seconds: TOKEN_SECONDS, revoked: known.revoked !== null })
  })

  function challenged(message: string): Refusal {
    return new Refusal('challenge', 'challenge', message, { challenge: tickets.challenge() })
  }
  return app
}

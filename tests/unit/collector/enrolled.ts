/** A browser as the collector sees it: a key, and requests signed with it. Each part can be broken on its own. */
import { gzipSync } from 'node:zlib'
import { expect } from 'vitest'
import { z } from 'zod'
import { credentialOf, proofText } from '../../../lib/trace/enrolment.ts'
import type { Batch } from '../../../lib/trace/schema.ts'
import { aListeningCollector } from '../flush/loopback.ts'
import { read } from './collector.ts'
import { JOIN_SECRET, digestOf, headersFor } from './delivery.ts'

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' }
const Token = z.object({ token: z.string() })
const Challenge = z.object({ challenge: z.string() })

type Change = { by?: CryptoKey; as?: string; headers?: Record<string, string> }

/** @param url of a collector that listens */
export async function aBrowser(url: string) {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify'])
  const key = Buffer.from(await crypto.subtle.exportKey('raw', publicKey)).toString('base64url')
  const id = await credentialOf(key)

  /** `by` signs in place of its own key; `as` is the path that is signed in place of the one that is asked. */
  async function signed(path: string, body: Uint8Array<ArrayBuffer>, bearer: string, { by = privateKey, as = path, headers = {} }: Change) {
    const digest = digestOf(body).slice('sha-256=:'.length, -1)
    const text = new TextEncoder().encode(proofText({ path: as, digest, bearer }))
    const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, by, text)
    const own = {
      ...(bearer !== '' && { authorization: `Bearer ${bearer}` }),
      'content-digest': digestOf(body),
      'waymark-proof': Buffer.from(signature).toString('base64'),
    }
    return { method: 'POST', body, headers: { 'content-type': 'application/json', ...own, ...headers } }
  }
  const json = (value: object) => new TextEncoder().encode(JSON.stringify(value))
  const send = async (path: string, request: RequestInit) => read(fetch(`${url}${path}`, request))
  const post = async (path: string, body: Uint8Array<ArrayBuffer>, bearer: string, change: Change = {}) =>
    send(path, await signed(path, body, bearer, change))

  const enrol = (secret = JOIN_SECRET, change: Change = {}) => post('/v1/enrol', json({ version: 1, key }), secret, change)
  const ask = (challenge: string | null, change: Change = {}) => post('/v1/token', json({ version: 1, id, challenge }), '', change)
  const challenge = async () => Challenge.parse((await ask(null)).body).challenge
  const token = async () => Token.parse((await ask(await challenge())).body).token
  const toDeliver = (batch: Batch, bearer: string, change: Change = {}) => {
    const body = gzipSync(JSON.stringify(batch))
    const { authorization: _, 'content-digest': __, ...headers } = headersFor(body, batch.id)
    return signed('/v1/batches', body, bearer, { ...change, headers: { ...headers, ...change.headers } })
  }
  return {
    id,
    key,
    privateKey,
    enrol,
    ask,
    challenge,
    token,
    send,
    /** The request that delivers a batch, to be sent, and sent again. */
    toDeliver,
    deliver: async (batch: Batch, bearer: string, change: Change = {}) => send('/v1/batches', await toDeliver(batch, bearer, change)),
    erase: (body: object, bearer: string) => post('/v1/erasures', json(body), bearer),
  }
}

/** A collector whose clock stands still until it is moved on. */
export async function aClockedCollector(options: Parameters<typeof aListeningCollector>[0] = {}) {
  const clock = { now: Date.now() }
  const collector = await aListeningCollector({ ...options, now: () => clock.now })
  return { ...collector, clock }
}

export async function anEnrolledBrowser(url: string) {
  const browser = await aBrowser(url)
  expect(await browser.enrol()).toMatchObject({ status: 201, body: { id: browser.id } })
  return browser
}

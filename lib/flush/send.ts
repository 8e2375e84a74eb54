import type { BatchRow, ErasureRow } from '../store/database.ts'
import { digestOf } from '../store/body.ts'
import { PROOF, proofText, type Enrolment, type TokenRequest } from '../trace/enrolment.ts'
import type { Check } from '../trace/check.ts'
import type { Erasure } from '../trace/erasure.ts'
import type { GivenUp } from '../trace/given-up.ts'
import type { Answer } from './answer.ts'
import { boundedText } from './bounded-text.ts'

/** A collector answers within a transaction; 20 s covers a slow line and ends a hung one. */
const TIMEOUT_MS = 20_000

const CONTENT_TYPE = 'application/vnd.waymark.batch+json;v=1'

/** By what requests are let in; `sign` makes the proof that they come from who has the key, where each browser has its own. */
export type Entry = { url: string; bearer: string; sign: ((text: string) => Promise<string>) | null }

/** One try to deliver a batch, as it was sealed. */
export function send({ id, digest }: Pick<BatchRow, 'id' | 'digest'>, body: ArrayBuffer, to: Entry, timeoutMs = TIMEOUT_MS) {
  const headers = { 'Content-Type': CONTENT_TYPE, 'Content-Encoding': 'gzip', 'Idempotency-Key': id }
  return post('/v1/batches', { headers, body, digest }, to, timeoutMs)
}

/** Asks the collector to erase sequences: only who holds their random ids can name them. */
export function askToErase({ id, sequences }: Pick<ErasureRow, 'id' | 'sequences'>, to: Entry, timeoutMs = TIMEOUT_MS) {
  const erasure: Erasure = { version: 1, id, sequences: [...sequences] }
  return postJson('/v1/erasures', erasure, to, timeoutMs)
}

/** Asks the collector to take a key; `to` has the join secret for its bearer. */
export function askToEnrol(enrolment: Enrolment, to: Entry, timeoutMs = TIMEOUT_MS) {
  return postJson('/v1/enrol', enrolment, to, timeoutMs)
}

/** Asks for a token, or for the challenge to ask with. */
export function askForToken(request: TokenRequest, to: Entry, timeoutMs = TIMEOUT_MS) {
  return postJson('/v1/token', request, to, timeoutMs)
}

/** Asks the collector whether it would take a delivery. */
export function askWhether(to: Entry, timeoutMs = TIMEOUT_MS) {
  return postJson('/v1/check', { version: 1 }, to, timeoutMs)
}

/** Tells the collector which numbers of batches will not come. */
export function tellGivenUp(note: GivenUp, to: Entry, timeoutMs = TIMEOUT_MS) {
  return postJson('/v1/given-up', note, to, timeoutMs)
}

async function postJson(path: string, value: Erasure | GivenUp | Check | Enrolment | TokenRequest, to: Entry, timeoutMs: number) {
  const { buffer } = new TextEncoder().encode(JSON.stringify(value))
  const headers = { 'Content-Type': 'application/json' }
  return post(path, { headers, body: buffer, digest: await digestOf(buffer) }, to, timeoutMs)
}

/** Never throws: what goes wrong on the way is an answer too. */
async function post(
  path: string,
  { headers, body, digest }: { headers: Record<string, string>; body: ArrayBuffer; digest: string },
  { url, bearer, sign }: Entry,
  timeoutMs: number,
): Promise<Answer | 'unreachable' | 'timeout'> {
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    const proof = sign && (await sign(proofText({ path, digest, bearer })))
    const response = await fetch(`${url.replace(/\/$/, '')}${path}`, {
      method: 'POST',
      body,
      headers: {
        ...headers,
        'Content-Digest': `sha-256=:${digest}:`,
        ...(bearer !== '' && { Authorization: `Bearer ${bearer}` }),
        ...(proof !== null && { [PROOF]: proof }),
      },
      credentials: 'omit',
      cache: 'no-store',
      // A redirect would carry the token to whoever asked for it.
      redirect: 'error',
      signal,
    })
    return { status: response.status, retryAfter: response.headers.get('Retry-After'), body: await jsonOf(response) }
  } catch {
    return signal.aborted ? 'timeout' : 'unreachable'
  }
}

/** Answers are small; what is larger is no answer of a collector. */
const MAX_ANSWER_CHARACTERS = 100_000

async function jsonOf(response: Response): Promise<unknown> {
  const text = (await boundedText(response, MAX_ANSWER_CHARACTERS)) ?? ''
  try {
    return JSON.parse(text)
  } catch {
    // HTML of a proxy or portal: `judge` treats a missing body as no answer.
    return undefined
  }
}

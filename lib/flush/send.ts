import type { BatchRow, ErasureRow } from '../store/database.ts'
import type { Erasure } from '../trace/erasure.ts'
import type { GivenUp } from '../trace/given-up.ts'
import type { Answer } from './answer.ts'
import { boundedText } from './bounded-text.ts'

/** A collector answers within a transaction; 20 s covers a slow line and ends a hung one. */
const TIMEOUT_MS = 20_000

const CONTENT_TYPE = 'application/vnd.waymark.batch+json;v=1'

export type Collector = { url: string; token: string }

/** One try to deliver a batch, as it was sealed. */
export function send({ id, digest }: Pick<BatchRow, 'id' | 'digest'>, body: ArrayBuffer, to: Collector, timeoutMs = TIMEOUT_MS) {
  const headers = {
    'Content-Type': CONTENT_TYPE,
    'Content-Encoding': 'gzip',
    'Content-Digest': `sha-256=:${digest}:`,
    'Idempotency-Key': id,
  }
  return post('/v1/batches', { headers, body }, to, timeoutMs)
}

/** Asks the collector to erase sequences: only who holds their random ids can name them. */
export function askToErase({ id, sequences }: Pick<ErasureRow, 'id' | 'sequences'>, to: Collector, timeoutMs = TIMEOUT_MS) {
  const erasure: Erasure = { version: 1, id, sequences: [...sequences] }
  return post('/v1/erasures', jsonOfOurs(erasure), to, timeoutMs)
}

/** Tells the collector which numbers of batches will not come. */
export function tellGivenUp(note: GivenUp, to: Collector, timeoutMs = TIMEOUT_MS) {
  return post('/v1/given-up', jsonOfOurs(note), to, timeoutMs)
}

const jsonOfOurs = (value: Erasure | GivenUp) => ({ headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(value) })

/** Never throws: what goes wrong on the way is an answer too. */
async function post(
  path: string,
  { headers, body }: { headers: Record<string, string>; body: BodyInit },
  { url, token }: Collector,
  timeoutMs: number,
): Promise<Answer | 'unreachable' | 'timeout'> {
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    const response = await fetch(`${url.replace(/\/$/, '')}${path}`, {
      method: 'POST',
      body,
      headers: { ...headers, Authorization: `Bearer ${token}` },
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

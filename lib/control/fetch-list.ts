import { boundedText } from '../flush/bounded-text.ts'
import { MAX_LIST_BYTES } from '../policy/allowlist-file.ts'
import type { ProblemCode } from '../policy/problem-codes.ts'

/** A file of 1 MB on a slow line; the end of a server that hangs. */
const TIMEOUT_MS = 20_000

/** `same`: the server has what is known by its ETag. `value` is the status of an answer that has no file. */
export type Fetched =
  | { kind: 'same' }
  | { kind: 'file'; text: string; etag: string | null }
  | { kind: 'none'; code: ProblemCode; value: string }

/** Fetches an allowlist file. Never throws. What it says of the browser that asks is the ETag. */
export async function fetchList(url: string, etag: string | null, timeoutMs = TIMEOUT_MS): Promise<Fetched> {
  try {
    const response = await fetch(url, {
      ...(etag !== null && { headers: { 'If-None-Match': etag } }),
      credentials: 'omit',
      // Whether it changed is asked of the server and not of the browser's cache.
      cache: 'no-store',
      // Another address than the policy names could be anyone's.
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (response.status === 304 && etag !== null) return { kind: 'same' }
    if (response.status !== 200) {
      await response.body?.cancel()
      return { kind: 'none', code: 'list-status', value: String(response.status) }
    }
    const text = await boundedText(response, MAX_LIST_BYTES)
    return text === null ? { kind: 'none', code: 'list-too-large', value: '' } : { kind: 'file', text, etag: response.headers.get('ETag') }
  } catch {
    return { kind: 'none', code: 'list-unreachable', value: '' }
  }
}

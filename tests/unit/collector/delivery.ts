/** How the tests put a batch on the wire. Each part can be broken on its own. */
import { createHash, randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Batch } from '../../../lib/trace/schema.ts'

export const TOKEN = 'token-of-the-tests-0123456789'
export const JOIN_SECRET = 'join-secret-of-the-tests-0123456789'

export const digestOf = (bytes: Uint8Array) => `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`

/** Headers for bytes as sent. */
export function headersFor(bytes: Uint8Array, id: string, change: Record<string, string> = {}) {
  return {
    authorization: `Bearer ${TOKEN}`,
    'content-type': 'application/vnd.waymark.batch+json;v=1',
    'content-encoding': 'gzip',
    'content-digest': digestOf(bytes),
    'idempotency-key': id,
    ...change,
  }
}

/** A request that carries this text as the body of the batch `id`. */
export function deliverText(text: string, id: string, change: Record<string, string> = {}) {
  return deliverBytes(gzipSync(text), id, change)
}

export function deliverBytes(bytes: Uint8Array<ArrayBuffer>, id: string, change: Record<string, string> = {}) {
  return { method: 'POST', headers: headersFor(bytes, id, change), body: bytes }
}

export function deliver(batch: Batch, change: Record<string, string> = {}) {
  return deliverText(JSON.stringify(batch), batch.id, change)
}

/** A request to erase these sequences. */
export function askToErase(sequences: string[], { id = randomUUID(), ...change }: { id?: string } & Record<string, string> = {}) {
  return {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json', ...change },
    body: JSON.stringify({ version: 1, id, sequences }),
  }
}

/** Stored in the gzip member as it is, so that these bytes on the disk would show the text. */
export const deliverInClear = (batch: Batch) => deliverBytes(gzipSync(JSON.stringify(batch), { level: 0 }), batch.id)

import { createHash } from 'node:crypto'
import { Id } from '../lib/trace/target.ts'
import { Refusal } from './refusal.ts'

const MEDIA_TYPE = 'application/vnd.waymark.batch+json;v=1'
/** RFC 9530: a dictionary of algorithms; other algorithms beside sha-256 are permitted and ignored. */
const SHA_256 = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):\s*(?:,|$)/

/** What the headers of a delivery say about its body. */
export type Announced = { id: string; digest: Buffer }

/** @throws {Refusal} naming the header */
export function readHeaders(headers: Headers): Announced {
  const type = (headers.get('content-type') ?? '').toLowerCase().replaceAll(' ', '')
  if (type !== MEDIA_TYPE) throw new Refusal('content-type', 'Content-Type', `This collector reads ${MEDIA_TYPE} and nothing else.`)
  if (headers.get('content-encoding')?.toLowerCase() !== 'gzip')
    throw new Refusal('content-encoding', 'Content-Encoding', 'The body must be compressed with gzip, and the header must say so.')

  const digest = requireDigest(headers)
  const id = headers.get('idempotency-key') ?? ''
  if (!Id.safeParse(id).success || id[14] !== '7')
    throw new Refusal('idempotency-key', 'Idempotency-Key', 'The id of the batch is needed, a UUID of version 7 in lower case.')
  return { id, digest: Buffer.from(digest, 'base64') }
}

/**
 * SHA-256 of the body as its headers announce it, base64.
 * @throws {Refusal}
 */
export function requireDigest(headers: Headers): string {
  const [, digest] = SHA_256.exec(headers.get('content-digest') ?? '') ?? []
  if (digest === undefined)
    throw new Refusal('content-digest', 'Content-Digest', 'The SHA-256 of the body as sent is needed, in the form sha-256=:BASE64:.')
  return digest
}

/** @throws {Refusal} where the body is not the one that was announced */
export function requireSame(body: Buffer, digest: Buffer): void {
  if (!createHash('sha256').update(body).digest().equals(digest))
    throw new Refusal('content-digest', 'Content-Digest', 'The body does not have this digest.')
}

/** Who may make a request: whoever has the token of all browsers, or a browser that enrolled and proves that it has its key. */
import { createPublicKey, verify } from 'node:crypto'
import { CURVE, PROOF, proofText } from '../lib/trace/enrolment.ts'
import type { Credentials } from './credentials.ts'
import { requireDigest } from './headers.ts'
import { Refusal } from './refusal.ts'
import type { Tickets } from './tickets.ts'
import { bearerIn, type Gate } from './token.ts'

type Parts = { gate: Gate; tickets: Tickets; credentials: Pick<Credentials, 'find'>; now: () => number }

/**
 * @param path of the request, as it is signed
 * @returns whether what it sends is taken
 * @throws {Refusal} 401
 */
export function authoriser({ gate, tickets, credentials, now }: Parts) {
  return function authorise(headers: Headers, path: string): { isRevoked: boolean } {
    const authorization = headers.get('authorization') ?? undefined
    if (gate(authorization)) return { isRevoked: false }
    const bearer = bearerIn(authorization)
    const id = tickets.credentialOf(bearer)
    if (id === null) throw new Refusal('token', 'Authorization', 'A bearer token of this collector is needed, one whose time is not over.')
    const known = credentials.find(id, now())
    if (!known) throw unknown()
    requireProof(headers, { path, key: known.key, bearer })
    return { isRevoked: known.revoked !== null }
  }
}

export const unknown = () => new Refusal('credential', 'id', 'No browser has enrolled with this key, or long ago: it has to enrol again.')

/** r and s of 32 bytes each, as WebCrypto writes them, in base64. */
const SIGNATURE = /^[A-Za-z0-9+/]{86}==$/

/**
 * That whoever sends this has the private half of `key`. The digest it vouches for is the announced one: that the body has it is seen when
 * the body is read.
 * @throws {Refusal} `proof`
 */
export function requireProof(headers: Headers, { path, key, bearer }: { path: string; key: string; bearer: string }): void {
  const signature = headers.get(PROOF) ?? ''
  const text = proofText({ path, digest: requireDigest(headers), bearer })
  if (!SIGNATURE.test(signature) || !isSignedBy(key, text, Buffer.from(signature, 'base64')))
    throw new Refusal('proof', PROOF, 'The request must be signed with the key that this token, or this enrolment, is for.')
}

function isSignedBy(key: string, text: string, signature: Buffer): boolean {
  const point = Buffer.from(key, 'base64url')
  const coordinate = (from: number) => point.subarray(from, from + 32).toString('base64url')
  try {
    const jwk = { kty: 'EC', crv: CURVE, x: coordinate(1), y: coordinate(33) }
    return verify('sha256', Buffer.from(text), { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' }, signature)
  } catch {
    // A point that is not on the curve.
    return false
  }
}

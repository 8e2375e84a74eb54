/** How a browser makes itself known to a collector, and proves with each request that it is the one: both sides share the form. */
import { z } from 'zod'
import { uuidOf } from './id.ts'
import { Id } from './target.ts'

/** ECDSA on P-256 is the one curve that every browser's WebCrypto and Node have. */
export const CURVE = 'P-256'
/** An uncompressed point, 65 bytes of which the first is 4, in base64url without padding. */
const PublicKey = z
  .string()
  .regex(/^B[A-P][A-Za-z0-9_-]{85}$/)
  .describe('Public key: an uncompressed P-256 point in base64url.')

/** What travels in a header with every request of a browser that has enrolled: a signature of `proofText`, r and s, in base64. */
export const PROOF = 'Waymark-Proof'

export const Enrolment = z
  .strictObject({ version: z.literal(1).describe('Version of this format.'), key: PublicKey })
  .describe('A browser asks, with the join secret, that its key be taken.')

export const Enrolled = z
  .strictObject({
    id: Id.describe('The credential: follows from the key.'),
    since: z.iso.date().describe('UTC day on which the key was first taken.'),
  })
  .describe('The key is known: requests that are signed with it will be taken.')

export const TokenRequest = z
  .strictObject({
    version: z.literal(1).describe('Version of this format.'),
    id: Id.describe('The credential.'),
    challenge: z
      .string()
      .min(1)
      .max(200)
      .nullable()
      .describe('As the collector gave it a moment ago, so that the request cannot be an old one; null to be given one.'),
  })
  .describe('A browser that has enrolled asks for a token.')

export const Token = z
  .strictObject({
    id: Id.describe('The credential.'),
    token: z
      .string()
      .min(16)
      .max(400)
      .regex(/^[A-Za-z0-9._~+/-]+=*$/)
      .describe(
        'Goes into the Authorization header of requests that are signed with the key of this credential, and is worth nothing without.',
      ),
    seconds: z.int().min(1).max(86_400).describe('How long it is taken.'),
    revoked: z.boolean().describe('Nothing is taken from this browser any more, but it may have erased what it sent.'),
  })
  .describe('What a token request is answered with.')

/** The challenge in a refusal that asks for one. */
export const Challenge = z.object({ error: z.literal('challenge'), challenge: z.string().min(1).max(200) })

export type Enrolment = z.infer<typeof Enrolment>
export type TokenRequest = z.infer<typeof TokenRequest>

/**
 * What is signed: where a request goes, what is in it and what authorises it. Without a time of the browser, whose clock may be
 * wrong: a token has its end from the collector, and a request that is sent a second time changes nothing.
 * @param path below the collector's address, as /v1/batches: what stands before it a proxy may have taken off
 * @param digest SHA-256 of the body, base64
 * @param bearer token or join secret of the Authorization header; empty where there is none
 */
export function proofText({ path, digest, bearer }: { path: string; digest: string; bearer: string }): string {
  return ['waymark-proof-1', 'POST', path, digest, bearer].join('\n')
}

/** The credential of a public key: bits of its SHA-256 in the form of a random id. Nobody can find a second key for one. */
export async function credentialOf(key: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key)))
  return uuidOf(hash.slice(0, 16), 4)
}

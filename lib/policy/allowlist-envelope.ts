/**
 * The signed envelope of an allowlist file: DSSE version 1 (https://github.com/secure-systems-lab/dsse) with one Ed25519 signature. What is
 * signed are the exact bytes of the payload with their type, so nothing is parsed before it is known who wrote it.
 */
import { z } from 'zod'

const PAYLOAD_TYPE = 'application/vnd.waymark.allowlist+json;v=1'

const Envelope = z.strictObject({
  payload: z.string(),
  payloadType: z.literal(PAYLOAD_TYPE),
  signatures: z.tuple([z.strictObject({ sig: z.string() })]),
})

type Sealed = { payload: Uint8Array<ArrayBuffer>; signature: Uint8Array<ArrayBuffer> }

/** What the signature is over: DSSE's PAE, which says type and length of what follows. */
export function signedBytes(payload: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(`DSSEv1 ${PAYLOAD_TYPE.length} ${PAYLOAD_TYPE} ${payload.length} `)
  const bytes = new Uint8Array(head.length + payload.length)
  bytes.set(head)
  bytes.set(payload, head.length)
  return bytes
}

/** The file: one line of JSON. */
export function writeEnvelope({ payload, signature }: Sealed): string {
  return `${JSON.stringify({ payload: base64(payload), payloadType: PAYLOAD_TYPE, signatures: [{ sig: base64(signature) }] })}\n`
}

/** Payload and signature, neither of them judged; null for what `writeEnvelope` has not written in just this way, byte for byte. */
export function readEnvelope(text: string): Sealed | null {
  try {
    const { payload, signatures } = Envelope.parse(JSON.parse(text))
    const sealed = { payload: bytesOf(payload), signature: bytesOf(signatures[0].sig) }
    return writeEnvelope(sealed) === text ? sealed : null
  } catch {
    return null
  }
}

/**
 * Was the payload signed by the holder of the key?
 * @param publicKey as the policy names it
 * @returns null where this browser cannot tell
 */
export async function isSignedBy({ payload, signature }: Sealed, publicKey: string): Promise<boolean | null> {
  let key: CryptoKey
  try {
    key = await crypto.subtle.importKey('jwk', { kty: 'OKP', crv: 'Ed25519', x: publicKey }, 'Ed25519', false, ['verify'])
  } catch {
    return null
  }
  return crypto.subtle.verify('Ed25519', key, signature, signedBytes(payload))
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
}

function base64(bytes: Uint8Array): string {
  let letters = ''
  for (const byte of bytes) letters += String.fromCharCode(byte)
  return btoa(letters)
}

/** The key pair by which a collector knows this browser. Its private half can be used by us and read by nobody, not even by us. */
import { credentialOf, CURVE } from '../trace/enrolment.ts'
import type { Credential } from '../store/state.ts'

const ALGORITHM = { name: 'ECDSA', namedCurve: CURVE }
const EXTRACTABLE = false

/** A credential that no collector has heard of yet. */
export async function makeCredential(url: string, device: string): Promise<Credential> {
  const keys = await crypto.subtle.generateKey(ALGORITHM, EXTRACTABLE, ['sign', 'verify'])
  const id = await credentialOf(await publicKeyOf(keys))
  return { device, url, id, keys, since: null, token: null, revoked: false }
}

/** The public half as it travels: the point in base64url. */
export async function publicKeyOf({ publicKey }: CryptoKeyPair): Promise<string> {
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))
  return base64(point).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** r and s, 32 bytes each, in base64. */
export async function signWith({ privateKey }: CryptoKeyPair, text: string): Promise<string> {
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, new TextEncoder().encode(text))
  return base64(new Uint8Array(signature))
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}

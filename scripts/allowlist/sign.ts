import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { signedBytes, writeEnvelope } from '../../lib/policy/allowlist-envelope.ts'
import type { ListDraft } from '../../lib/policy/allowlist-file.ts'
import { keyFile } from '../signing-key.ts'

/**
 * The Ed25519 key that allowlist files are signed with, made at `file` if there is none. Throws, in words, where the file holds another
 * kind of key or none.
 * @returns `publicKey` as the policy names it
 */
export function listKey(file: string): { privateKey: KeyObject; publicKey: string } {
  const pem = keyFile(file, () => generateKeyPairSync('ed25519').privateKey)
  let privateKey: KeyObject
  try {
    privateKey = createPrivateKey(pem)
  } catch {
    throw new Error(`${file} holds no private key that can be read (PEM, without a passphrase)`)
  }
  if (privateKey.asymmetricKeyType !== 'ed25519')
    throw new Error(`${file} holds a key of the kind ${privateKey.asymmetricKeyType}, and Ed25519 is needed`)
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' })
  if (x === undefined) throw new Error(`the public key of ${file} cannot be told`)
  return { privateKey, publicKey: x }
}

/** The text of the signed file. The list is signed as it was written, defaults left out. */
export function signList(list: ListDraft & { version: number; expires: string }, privateKey: KeyObject): string {
  const { version, expires, ...listed } = list
  const payload = new TextEncoder().encode(JSON.stringify({ version, expires, ...listed }))
  return writeEnvelope({ payload, signature: new Uint8Array(sign(null, signedBytes(payload), privateKey)) })
}

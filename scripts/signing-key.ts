import { createHash, createPublicKey, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** What browsers make their own keys with; the identifier of the extension follows from the key. */
const BITS = 2048

/** Makes the key at first use. Linked into place, so that two programs that start together end up with one key. */
function makeKey(file: string, privateKey: KeyObject): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${randomUUID()}`
  writeFileSync(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(draft)
  }
}

function readKey(file: string): Buffer | null {
  try {
    return readFileSync(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

export type SigningKey = {
  /** Extension identifier, 32 letters from a to p. */
  id: string
  /** The same as 16 bytes. */
  idBytes: Buffer
  /** SPKI, DER. */
  publicKey: Buffer
  /** RSA (PKCS #1 v1.5) of the SHA-256 digest. */
  sign: (bytes: Buffer) => Buffer
}

/** Chromium's rule: the first 16 bytes of the SHA-256 of the public key, each half byte as a letter from a to p. */
function open(pem: Buffer): SigningKey {
  const publicKey = createPublicKey(pem).export({ type: 'spki', format: 'der' })
  const idBytes = createHash('sha256').update(publicKey).digest().subarray(0, 16)
  const id = idBytes.toString('hex').replace(/./g, (half) => String.fromCharCode(97 + Number.parseInt(half, 16)))
  return { id, idBytes, publicKey, sign: (bytes) => sign('sha256', bytes, { key: pem }) }
}

/** What is in a key file (PEM, mode 600), which is made with a key of `make` if there is none. */
export function keyFile(file: string, make: () => KeyObject): Buffer {
  const kept = readKey(file)
  if (kept) return kept
  makeKey(file, make())
  return readFileSync(file)
}

/** The RSA key that an extension is signed with, made at `file` if there is none. */
export function signingKey(file: string): SigningKey {
  return open(keyFile(file, () => generateKeyPairSync('rsa', { modulusLength: BITS }).privateKey))
}

import { createHash, createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Of the packing browser's own choosing; the identifier of the extension follows from the key. */
const BITS = 2048

/** Makes the key at first use. Linked into place, so that two programs that start together end up with one key. */
function ensureKey(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${randomUUID()}`
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: BITS })
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

/** Chromium's rule: the first 16 bytes of the SHA-256 of the public key, each half byte as a letter from a to p. */
function idOf(key: Buffer): string {
  const digest = createHash('sha256')
    .update(createPublicKey(key).export({ type: 'spki', format: 'der' }))
    .digest()
  return digest.toString('hex', 0, 16).replace(/./g, (half) => String.fromCharCode(97 + Number.parseInt(half, 16)))
}

/**
 * The RSA key that an extension is signed with, made at `file` (PEM, mode 600) if there is none.
 * @returns the extension identifier it stands for
 */
export function signingKey(file: string): { id: string } {
  const kept = readKey(file)
  if (kept) return { id: idOf(kept) }
  ensureKey(file)
  return { id: idOf(readFileSync(file)) }
}

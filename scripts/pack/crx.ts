/**
 * The container that Chromium installs from (CRX3, `components/crx_file/crx3.proto` in its sources): a header with the signature, then a
 * zip archive. Written here rather than by Chromium, whose packer puts the files' times into the archive. The signature (PKCS #1
 * v1.5) has nothing random in it, so the same files and key are the same bytes.
 */
import type { SigningKey } from '../signing-key.ts'

/** Numbers of the fields in the header. */
const RSA_PROOF = 2
const SIGNED_DATA = 10_000
const PUBLIC_KEY = 1
const SIGNATURE = 2
const CRX_ID = 1

/** Puts `archive`, a zip of an extension, into a container signed with `key`. */
export function crx(archive: Buffer, { idBytes, publicKey, sign }: SigningKey): Buffer {
  const signedData = field(CRX_ID, idBytes)
  const signature = sign(Buffer.concat([Buffer.from('CRX3 SignedData\0'), length(signedData), signedData, archive]))
  const proof = Buffer.concat([field(PUBLIC_KEY, publicKey), field(SIGNATURE, signature)])
  const header = Buffer.concat([field(RSA_PROOF, proof), field(SIGNED_DATA, signedData)])
  return Buffer.concat([Buffer.from('Cr24'), Buffer.of(3, 0, 0, 0), length(header), header, archive])
}

/** A protocol-buffers field of bytes: its number and wire type, its length, the bytes. */
function field(number: number, bytes: Buffer): Buffer {
  const LENGTH_DELIMITED = 2
  return Buffer.concat([varint(number * 8 + LENGTH_DELIMITED), varint(bytes.length), bytes])
}

/** Seven bits a byte, the lowest first; the eighth says that more follow. */
function varint(value: number): Buffer {
  const bytes: number[] = []
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128)
  return Buffer.from([...bytes, value])
}

function length(bytes: Buffer): Buffer {
  const four = Buffer.alloc(4)
  four.writeUInt32LE(bytes.length)
  return four
}

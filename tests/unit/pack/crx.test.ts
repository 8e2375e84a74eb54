import { createHash, createPublicKey, verify } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { crx } from '../../../scripts/pack/crx.ts'
import { signingKey } from '../../../scripts/signing-key.ts'
import { temporaryFolder } from '../../../scripts/temporary-folder.ts'

const ARCHIVE = Buffer.from('stands for an archive')

/** The fields of a protocol-buffers message, all of which are bytes here, by number. */
function fields(message: Buffer): Map<number, Buffer> {
  const found = new Map<number, Buffer>()
  let at = 0
  const varint = () => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = message[at++] ?? 0
      value += (byte & 127) << shift
      if (byte < 128) return value
    }
  }
  while (at < message.length) {
    const number = varint() >> 3
    const length = varint()
    found.set(number, message.subarray(at, (at += length)))
  }
  return found
}

test('the container holds the archive, the id of the key, and a signature that this key has made of both', () => {
  const { path, remove } = temporaryFolder('crx')
  const key = signingKey(join(path, 'key.pem'))
  const packed = crx(ARCHIVE, key)
  expect(packed.equals(crx(ARCHIVE, signingKey(join(path, 'key.pem'))))).toBe(true)
  remove()

  expect([packed.toString('latin1', 0, 4), packed.readUInt32LE(4)]).toEqual(['Cr24', 3])
  const headerLength = packed.readUInt32LE(8)
  const header = fields(packed.subarray(12, 12 + headerLength))
  expect(packed.subarray(12 + headerLength)).toEqual(ARCHIVE)
  const proof = fields(header.get(2) ?? Buffer.alloc(0))
  const signedData = header.get(10_000) ?? Buffer.alloc(0)
  const publicKey = proof.get(1) ?? Buffer.alloc(0)
  expect(fields(signedData).get(1)).toEqual(createHash('sha256').update(publicKey).digest().subarray(0, 16))

  const length = Buffer.alloc(4)
  length.writeUInt32LE(signedData.length)
  const signed = Buffer.concat([Buffer.from('CRX3 SignedData\0'), length, signedData, ARCHIVE])
  const verifier = createPublicKey({ key: publicKey, format: 'der', type: 'spki' })
  expect(verify('sha256', signed, verifier, proof.get(2) ?? Buffer.alloc(0))).toBe(true)
})

import { crc32, inflateRawSync } from 'node:zlib'
import { Refusal } from './refusal.ts'

/** Far above any batch, far below what would hurt: inflating 4 MiB takes about 10 ms. */
const MAX_JSON_BYTES = 4 * 1024 * 1024
const HEADER_BYTES = 10
const TRAILER_BYTES = 8
/** Magic number, deflate, no flags. */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0])

const malformed = () => new Refusal('gzip', 'body', 'The body is not one complete gzip member without extra fields.')

/**
 * Opens exactly one plain gzip member (RFC 1952). The bytes are kept as sent, so nothing may ride along in them: no file
 * name, comment or extra field, no second member, nothing after the end. Node's own gunzip lets the first four pass.
 * @throws {Refusal} `gzip`, or `size` for a bomb
 */
export function gunzip(bytes: Buffer): Buffer {
  if (bytes.length < HEADER_BYTES + TRAILER_BYTES || !bytes.subarray(0, HEADER.length).equals(HEADER)) throw malformed()
  const deflated = bytes.subarray(HEADER_BYTES, -TRAILER_BYTES)
  const content = inflate(deflated)
  const trailer = bytes.subarray(-TRAILER_BYTES)
  if (trailer.readUInt32LE(0) !== crc32(content) || trailer.readUInt32LE(4) !== content.length) throw malformed()
  return content
}

function inflate(deflated: Buffer): Buffer {
  try {
    // `info` is missing from the type of the options and makes the call answer with how much input it used.
    const options = { maxOutputLength: MAX_JSON_BYTES, info: true }
    const answer: unknown = inflateRawSync(deflated, options)
    if (isInflated(answer) && answer.engine.bytesWritten === deflated.length) return answer.buffer
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal('size', 'body', `The body is larger than ${MAX_JSON_BYTES} bytes when decompressed.`)
  }
  throw malformed()
}

function isInflated(answer: unknown): answer is { buffer: Buffer; engine: { bytesWritten: number } } {
  return typeof answer === 'object' && answer !== null && 'buffer' in answer && 'engine' in answer
}

import { Refusal } from './refusal.ts'

/** Batches are sealed at 256 KiB before compression; anything near 1 MiB after it is not a batch. */
const MAX_BODY_BYTES = 1024 * 1024

const tooLarge = () => new Refusal('size', 'body', `The body is larger than ${MAX_BODY_BYTES} bytes.`)

/**
 * The body as sent, counted as it arrives, so that no more than the limit is ever held in memory.
 * @throws {Refusal} `size`, or `body` when the sender stopped in the middle
 */
export async function readBody(request: Request): Promise<Buffer> {
  // A declared length is refused before a byte is read; the HTTP parser holds the sender to it otherwise.
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) throw tooLarge()
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of request.body ?? []) {
      length += chunk.byteLength
      if (length > MAX_BODY_BYTES) throw tooLarge()
      chunks.push(chunk)
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('body', 'body', 'The body ended before it was complete.')
  }
  return Buffer.concat(chunks, length)
}

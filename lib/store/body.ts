/** Bodies of batches: the bytes that go over the wire. */
import { Batch } from '../trace/schema.ts'

export async function gzip(text: string): Promise<ArrayBuffer> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Response(stream).arrayBuffer()
}

/** The batch in a body, or null where the bytes are damaged: one that cannot be read must not keep others from being dealt with. */
export async function batchIn(body: ArrayBuffer): Promise<Batch | null> {
  try {
    return Batch.parse(await jsonIn(body))
  } catch {
    return null
  }
}

/** @throws where the bytes are not gzip of JSON */
export async function jsonIn(body: ArrayBuffer): Promise<unknown> {
  const stream = new Blob([body]).stream().pipeThrough(new DecompressionStream('gzip'))
  return JSON.parse(await new Response(stream).text())
}

/** SHA-256, base64, as Content-Digest (RFC 9530) carries it. */
export async function digestOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return btoa(String.fromCharCode(...digest))
}

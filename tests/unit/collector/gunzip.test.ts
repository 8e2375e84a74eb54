import { deflateSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { gunzip } from '../../../collector/gunzip.ts'
import { newId } from '../../../lib/trace/id.ts'
import { aBatch } from '../../fixtures/batch.ts'
import { aCollector, read } from './collector.ts'
import { deliverBytes } from './delivery.ts'

const text = JSON.stringify(aBatch())
const gzip = gzipSync(text)
const canary = Buffer.from('Zorvath Quillon')
const withFlag = (flag: number, extra: Buffer) =>
  Buffer.concat([gzip.subarray(0, 3), Buffer.from([flag]), gzip.subarray(4, 10), extra, gzip.subarray(10)])

test('what CompressionStream and zlib write is opened, at every level', async () => {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  expect(gunzip(Buffer.from(await new Response(stream).arrayBuffer())).toString()).toBe(text)
  for (const level of [0, 1, 6, 9]) expect(gunzip(gzipSync(text, { level })).toString()).toBe(text)
})

test.each<[string, Buffer, number]>([
  ['nothing', Buffer.alloc(0), 400],
  ['plain text', Buffer.from(text), 400],
  ['zlib in place of gzip', deflateSync(text), 400],
  ['the first half', gzip.subarray(0, gzip.length / 2), 400],
  ['all but the last byte', gzip.subarray(0, -1), 400],
  ['a flipped bit', Buffer.concat([gzip.subarray(0, 200), Buffer.from([(gzip[200] ?? 0) ^ 4]), gzip.subarray(201)]), 400],
  ['a wrong checksum', Buffer.concat([gzip.subarray(0, -8), Buffer.from([(gzip.at(-8) ?? 0) ^ 1]), gzip.subarray(-7)]), 400],
  ['bytes after the end', Buffer.concat([gzip, canary]), 400],
  ['zeros after the end', Buffer.concat([gzip, Buffer.alloc(8)]), 400],
  ['a second trailer after hidden bytes', Buffer.concat([gzip, canary, gzip.subarray(-8)]), 400],
  ['a second member', Buffer.concat([gzip, gzipSync(canary)]), 400],
  ['a flag without its field', withFlag(1, Buffer.alloc(0)), 400],
  ['a file name', withFlag(8, Buffer.concat([canary, Buffer.from([0])])), 400],
  ['a comment', withFlag(16, Buffer.concat([canary, Buffer.from([0])])), 400],
  ['an extra field', withFlag(4, Buffer.concat([Buffer.from([canary.length, 0]), canary])), 400],
  ['a bomb of 200 MB', gzipSync(Buffer.alloc(200_000_000)), 413],
])('%s is refused and nothing of it is kept', async (_, bytes, status) => {
  const { post, storage, bytesOnDisk } = aCollector()
  const answer = await read(post(deliverBytes(Buffer.from(bytes), newId(Date.now()))))
  expect(answer).toMatchObject({ status, body: { error: status === 413 ? 'size' : 'gzip', field: 'body' } })
  expect(storage.totals().batches).toBe(0)
  expect(bytesOnDisk()).not.toContain('Zorvath')
})

import { expect, test } from 'vitest'
import { fetchList } from '../../../lib/control/fetch-list.ts'
import { MAX_LIST_BYTES } from '../../../lib/policy/allowlist-file.ts'
import { aServer, anAddressOfNobody, type Reply } from '../flush/loopback.ts'

test('a file brings its text and ETag; one that is known is not sent', async () => {
  const { url } = await aServer((response, { headers }) => {
    if (headers['if-none-match'] === '"1"') response.writeHead(304).end()
    else response.writeHead(200, { ETag: '"1"' }).end('text')
  })
  expect(await fetchList(url, null)).toEqual({ kind: 'file', text: 'text', etag: '"1"' })
  expect(await fetchList(url, '"1"')).toEqual({ kind: 'same' })
  expect(await fetchList(url, '"0"')).toMatchObject({ kind: 'file' })
})

test.each<[string, string, Reply, string]>([
  ['another status', 'list-status', (response) => void response.writeHead(500).end('x'), '500'],
  ['nothing changed, though nothing is known', 'list-status', (response) => void response.writeHead(304).end(), '304'],
  [
    'a redirect',
    'list-unreachable',
    (response, { url }) => void (url === '/other' ? response.end('x') : response.writeHead(302, { Location: '/other' }).end()),
    '',
  ],
  ['more than 1 MB', 'list-too-large', (response) => void response.writeHead(200).end('x'.repeat(MAX_LIST_BYTES + 1)), ''],
  ['an answer without end', 'list-unreachable', (response) => void response.writeHead(200).write('x'), ''],
])('%s is no file', async (_, code, reply, value) => {
  const { url } = await aServer(reply)
  expect(await fetchList(url, null, 300)).toEqual({ kind: 'none', code, value })
})

test('nobody there is no file', async () => {
  expect(await fetchList(await anAddressOfNobody(), null)).toEqual({ kind: 'none', code: 'list-unreachable', value: '' })
})

test('a byte order mark or a wrong byte is not smoothed over', async () => {
  const { url } = await aServer((response) => void response.writeHead(200).end(Buffer.from([0xef, 0xbb, 0xbf, 0xff])))
  expect(await fetchList(url, null)).toMatchObject({ text: '\ufeff\ufffd' })
})

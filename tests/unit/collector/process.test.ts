import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openArchive } from '../../../collector/storage.ts'
import { aBatch } from '../../fixtures/batch.ts'
import { aDirectory } from './collector.ts'
import { TOKEN, deliver, headersFor } from './delivery.ts'
import { run, start } from './process.ts'
import { head, openSocket } from './socket.ts'

describe('wrong use ends with 2 and says what is wrong', () => {
  test.each<[string, string[], Record<string, string>, string]>([
    ['no token', ['--port', '0', '--data', 'x'], {}, 'WAYMARK_TOKEN is not set'],
    ['a short token', ['--port', '0', '--data', 'x'], { WAYMARK_TOKEN: 'short-canary' }, 'token 1 is shorter than 16 characters'],
    ['no port', ['--data', 'x'], { WAYMARK_TOKEN: TOKEN }, '--port must be a number from 0 to 65535.'],
    ['a port in words', ['--port', 'http', '--data', 'x'], { WAYMARK_TOKEN: TOKEN }, '--port must be'],
    ['a port too high', ['--port', '65536', '--data', 'x'], { WAYMARK_TOKEN: TOKEN }, '--port must be'],
    ['a quota in words', ['--port', '0', '--data', 'x', '--device-actions', 'many'], { WAYMARK_TOKEN: TOKEN }, '--device-actions must be'],
    ['a floor below nothing', ['--port', '0', '--data', 'x', '--min-free-mb=-1'], { WAYMARK_TOKEN: TOKEN }, '--min-free-mb must be'],
    ['no directory', ['--port', '0'], { WAYMARK_TOKEN: TOKEN }, '--data must name a directory.'],
    ['an unknown option', ['--port', '0', '--data', 'x', '--verbose'], { WAYMARK_TOKEN: TOKEN }, "Unknown option '--verbose'"],
    ['a stray argument', ['--port', '0', '--data', 'x', 'y'], { WAYMARK_TOKEN: TOKEN }, "Unexpected argument 'y'"],
  ])('%s', async (_, args, env, sentence) => {
    const { code, errors } = await run({ args, env }).ended
    expect(code).toBe(2)
    expect(errors).toContain(sentence)
    expect(errors).toContain('Usage: WAYMARK_TOKEN=')
    expect(errors).not.toContain('canary')
  })
})

describe('a place that cannot be used ends with 1 and says so', () => {
  test('a port another program holds', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await new Promise((resolve) => other.once('listening', resolve))
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const { code, errors } = await run({ args: ['--port', String(port), '--data', aDirectory()] }).ended
    expect({ code, errors }).toEqual({ code: 1, errors: `Port ${port} on 127.0.0.1 is in use by another program.\n` })
  })

  test('an address this machine does not have', async () => {
    const { code, errors } = await run({ args: ['--port', '0', '--data', aDirectory(), '--host', '192.0.2.1'] }).ended
    expect({ code, errors }).toEqual({ code: 1, errors: 'Cannot listen on 192.0.2.1 port 0: EADDRNOTAVAIL.\n' })
  })

  test.each<[string, (dir: string) => void]>([
    ['a directory that cannot be written', (dir) => chmodSync(dir, 0o555)],
    ['a directory that holds another thing of that name', (dir) => mkdirSync(join(dir, 'waymark.db'))],
    ['a directory that holds a file of another kind', (dir) => writeFileSync(join(dir, 'waymark.db'), 'no database '.repeat(1000))],
  ])('%s', async (_, spoil) => {
    const dir = aDirectory()
    spoil(dir)
    // Root may write anywhere; without that capability it is held to permissions like everybody else.
    const wrap = process.getuid?.() === 0 ? ['setpriv', '--bounding-set', '-dac_override', '--inh-caps', '-dac_override'] : []
    const { code, errors } = await run({ args: ['--port', '0', '--data', dir], wrap }).ended
    expect(code).toBe(1)
    expect(errors).toMatch(new RegExp(`^The data directory ${dir} cannot be used: .+\\.\n$`))
  })

  test('a directory where the kernel makes none', async () => {
    const { code, errors } = await run({ args: ['--port', '0', '--data', '/proc/waymark'] }).ended
    expect({ code, errors }).toEqual({
      code: 1,
      errors: "The data directory /proc/waymark cannot be used: ENOENT: no such file or directory, mkdir '/proc/waymark'.\n",
    })
  })
})

test('a stop lets the request under way finish, keeps it, and leaves one file', async () => {
  const dir = aDirectory()
  const collector = await start({ dir })
  const batch = aBatch()
  const bytes = gzipSync(JSON.stringify(batch))
  const client = openSocket(collector.port)
  client.write(head({ ...headersFor(bytes, batch.id), 'content-length': String(bytes.length), expect: '100-continue' }))
  await client.receives('100 Continue')
  client.write(bytes.subarray(0, 100))

  collector.child.kill('SIGTERM')
  expect(await collector.line()).toBe('collector stopping')
  await expect(fetch(`${collector.url}/healthz`)).rejects.toThrow('fetch failed')
  collector.child.kill('SIGINT')

  client.write(bytes.subarray(100))
  const answer = await client.closes()
  expect(answer).toContain('HTTP/1.1 201 Created')
  // Said, not only done: else the client would take the socket for alive until the grace period ends.
  expect(answer).toContain('connection: close')
  expect(answer).toContain('"status":"stored"')
  expect(await collector.ended).toEqual({ code: 0, errors: '' })
  expect(readdirSync(dir)).toEqual(['waymark.db'])
  const archive = openArchive(dir)
  expect([...archive.batches()].map(({ id }) => id)).toEqual([batch.id])
  archive.close()
})

test('an idle connection that is kept open does not hold up the stop', async () => {
  const collector = await start({ dir: aDirectory() })
  const answer = await fetch(`${collector.url}/v1/batches`, deliver(aBatch()))
  expect(answer.status).toBe(201)
  await answer.text()
  collector.child.kill('SIGTERM')
  expect(await collector.ended).toEqual({ code: 0, errors: '' })
})

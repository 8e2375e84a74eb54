import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { aBatch } from '../../fixtures/batch.ts'
import { aCollector, aDirectory, read } from './collector.ts'
import { askToErase, deliver } from './delivery.ts'
import { start } from './process.ts'

/** A mount namespace of its own: as root, or in a user namespace where the kernel allows it. */
const UNSHARE = ['unshare', ...(process.getuid?.() === 0 ? [] : ['--user', '--map-root-user']), '--mount', '--propagation', 'private']

/** Command line that runs the one after it with a small disk of its own at `dir`. */
const withDisk = (dir: string, mb: number) => [...UNSHARE, 'sh', '-c', `mount -t tmpfs -o size=${mb}m tmpfs ${dir} && exec "$0" "$@"`]

function canMount(): boolean {
  return spawnSync('env', [...withDisk('/mnt', 1), 'true'], { stdio: 'ignore' }).status === 0
}

/** A collector on a disk of 3 MB, half of it taken by a file that can be removed, filled until it takes no more. */
async function aFullDisk(args: string[]) {
  const dir = aDirectory()
  const collector = await start({ dir, args, wrap: withDisk(dir, 3) })
  // What the process sees at that place, seen from here.
  const filler = join(`/proc/${collector.child.pid}/root`, dir, 'filler')
  writeFileSync(filler, Buffer.alloc(1_500_000))
  const send = (batch: ReturnType<typeof aBatch>) => read(fetch(`${collector.url}/v1/batches`, deliver(batch)))
  const acknowledged = []
  for (;;) {
    const batch = aBatch()
    const answer = await send(batch)
    if (answer.status !== 201) return { ...collector, send, acknowledged, refused: { batch, ...answer }, free: () => rmSync(filler) }
    acknowledged.push(batch)
  }
}

test.skipIf(!canMount())(
  'a full disk is answered with 503, and the collector goes on by itself once there is room',
  { timeout: 60_000 },
  async () => {
    const { send, acknowledged, refused, free, child, ended, url } = await aFullDisk(['--min-free-mb', '0'])
    expect(acknowledged.length).toBeGreaterThan(10)
    expect(refused).toMatchObject({ status: 503, body: { error: 'storage', field: null } })
    expect(refused.headers.get('retry-after')).toBe('30')
    expect((await send(refused.batch)).status).toBe(503)
    for (const batch of acknowledged) expect((await send(batch)).status).toBe(200)
    free()
    expect((await send(refused.batch)).status).toBe(201)
    expect((await send(aBatch())).status).toBe(201)
    expect(await (await fetch(`${url}/healthz`)).json()).toMatchObject({ batches: acknowledged.length + 2 })
    child.kill('SIGTERM')
    const { code, errors } = await ended
    expect(code).toBe(0)
    expect(errors).toMatch(/^(refused 503 storage [^\n]*full\n)+$/)
  },
)

test.skipIf(!canMount())('below the floor of free disk no batch is taken, but erasures are, and batches once there is room', async () => {
  const { send, acknowledged, refused, free, url, child, ended } = await aFullDisk(['--min-free-mb', '2'])
  expect(acknowledged).toEqual([])
  expect(refused).toMatchObject({ status: 503, body: { error: 'full', field: null } })
  expect(await read(fetch(`${url}/v1/erasures`, askToErase([randomUUID()])))).toMatchObject({ status: 200, body: { remembered: 1 } })
  free()
  // The disk is looked at once a second.
  await expect.poll(async () => (await send(refused.batch)).status, { timeout: 10_000, interval: 100 }).toBe(201)
  child.kill('SIGTERM')
  expect((await ended).errors).toMatch(/^(refused 503 full\n)+$/)
})

test('a database that another program holds is answered with 503, and with 201 once it lets go', async () => {
  const { post, dir, lines } = aCollector()
  const other = new DatabaseSync(join(dir, 'waymark.db'))
  other.exec('BEGIN IMMEDIATE')
  const batch = aBatch()
  expect(await read(post(deliver(batch)))).toMatchObject({ status: 503, body: { error: 'storage' } })
  other.exec('ROLLBACK')
  other.close()
  expect((await post(deliver(batch))).status).toBe(201)
  expect(lines).toEqual(['refused 503 storage database is locked'])
})

test('the quotas are what the flags say', { timeout: 60_000 }, async () => {
  const { url } = await start({ dir: aDirectory(), args: ['--device-actions', '10', '--max-mb', '1', '--min-free-mb', '0'] })
  const send = async (batch: ReturnType<typeof aBatch>) => (await fetch(`${url}/v1/batches`, deliver(batch))).status
  const [first, second] = [aBatch(), aBatch()]
  expect(await send(first)).toBe(201)
  expect(await send({ ...second, device: first.device })).toBe(429)
  let status = 201
  let sent = 0
  for (; status === 201 && sent < 2000; sent += 1) status = await send(aBatch())
  expect(status).toBe(503)
  expect(sent).toBeGreaterThan(50)
})

import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readFileSync,
  readdirSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { aBatch, aSequence, anAction, inOrder } from '../../fixtures/batch.ts'
import { ADMIN, admin } from './admin.ts'
import { aCollector, aDirectory, bytesOnDisk, read, rowsOf, sequencesIn } from './collector.ts'
import { askToErase, deliver } from './delivery.ts'
import { start } from './process.ts'

const small = (change = {}) => aBatch({ sequences: [aSequence({ actions: inOrder([anAction('click')]) })], ...change })
const aFile = () => join(aDirectory(), 'backup.db')

async function aStoreWith(count: number) {
  const collector = aCollector()
  const batches = Array.from({ length: count }, () => small())
  for (const batch of batches) await collector.post(deliver(batch))
  return { ...collector, batches }
}

test('a backup taken while batches arrive is a whole one of a moment, and a collector runs on it', { timeout: 60_000 }, async () => {
  const dir = aDirectory()
  const { url, child, ended } = await start({ dir })
  const acknowledged: string[] = []
  const over = new AbortController()
  async function client() {
    while (!over.signal.aborted) {
      const batch = small()
      if ((await fetch(`${url}/v1/batches`, deliver(batch))).status === 201) acknowledged.push(batch.id)
    }
  }
  const clients = Promise.all(Array.from({ length: 8 }, client))
  while (acknowledged.length < 100) await new Promise(setImmediate)
  const before = [...acknowledged]
  const to = aFile()
  const command = spawn(process.execPath, [ADMIN, 'backup', '--data', dir, '--to', to], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  command.stdout.on('data', (data: Buffer) => (said += data.toString()))
  expect(await once(command, 'close')).toEqual([0, null])
  const during = acknowledged.length
  over.abort()
  await clients
  child.kill('SIGTERM')
  await ended
  expect(during).toBeGreaterThan(before.length)

  const restored = aDirectory()
  expect(admin('restore', '--from', to, '--data', restored)).toMatchObject({ status: 0, stderr: '' })
  const ids = Object.keys(sequencesIn(restored))
  expect(said).toBe(`Copied ${ids.length} batches to ${to} and verified them.\n`)
  expect(before.filter((id) => !ids.includes(id))).toEqual([])
  expect(ids.filter((id) => !acknowledged.includes(id))).toEqual([])
  const again = await start({ dir: restored })
  expect(await (await fetch(`${again.url}/healthz`)).json()).toMatchObject({ batches: ids.length, sequences: ids.length })
})

test('a backup is one file, readable by its owner only, and never written over another', async () => {
  const { dir } = await aStoreWith(2)
  const to = aFile()
  expect(admin('backup', '--data', dir, '--to', to)).toEqual({
    status: 0,
    stdout: `Copied 2 batches to ${to} and verified them.\n`,
    stderr: '',
  })
  expect(readdirSync(join(to, '..'))).toEqual(['backup.db'])
  expect(statSync(to).mode & 0o777).toBe(0o600)
  const bytes = readFileSync(to)
  expect(admin('backup', '--data', dir, '--to', to)).toMatchObject({
    status: 1,
    stderr: `backup: ${to} exists already, and no backup is overwritten.\n`,
  })
  expect(readFileSync(to).equals(bytes)).toBe(true)
})

/** Flips a byte in the body of this batch, behind the back of the database. */
function damage(file: string, id: string): void {
  const db = new DatabaseSync(file)
  db.prepare('UPDATE batch SET body = CAST(substr(body, 1, 20) || zeroblob(1) || substr(body, 22) AS BLOB) WHERE id = ?').run(id)
  db.close()
}

test('a damaged batch is named, and keeps no other out of a backup, nor out of what is restored from it', async () => {
  const { dir, batches, close } = await aStoreWith(3)
  close()
  const id = batches[1]?.id ?? ''
  damage(join(dir, 'waymark.db'), id)
  const to = aFile()
  const named = `The batch ${id} is damaged: its bytes do not have their digest.\n`
  const also = '1 batch more was copied as it is, damaged.\n'
  expect(admin('backup', '--data', dir, '--to', to)).toEqual({
    status: 1,
    stdout: `${named}Copied 2 batches to ${to} and verified them.\n${also}`,
    stderr: '',
  })
  const data = aDirectory()
  const { status, stdout } = admin('restore', '--from', to, '--data', data, '--tombstones', dir)
  expect([status, stdout.startsWith(`${named}Restored 2 batches to ${data}.\n`), stdout.endsWith(also)]).toEqual([1, true, true])
  const again = aCollector({ dir: data })
  // What was acknowledged stays so, the damaged one too: a browser has nothing of it any more.
  for (const batch of batches) expect((await again.post(deliver(batch))).status).toBe(200)
  expect(admin('verify', '--data', data)).toMatchObject({ status: 1, stdout: expect.stringContaining('2 batches whole, 1 damaged') })
})

test('a store whose tables are damaged makes no backup', async () => {
  const { dir, close } = await aStoreWith(3)
  close()
  const db = new DatabaseSync(join(dir, 'waymark.db'))
  db.exec('UPDATE total SET batches = batches + 1')
  db.close()
  const to = aFile()
  expect(admin('backup', '--data', dir, '--to', to)).toEqual({
    status: 1,
    stdout: '',
    stderr: 'backup: the table total does not say what the table batch has.\n',
  })
  expect(readdirSync(join(to, '..'))).toEqual([])
})

describe('a restore', () => {
  test('has all that the backup had, says that erasures since must be repeated, and is in the audit chain', async () => {
    const { dir, batches, erase, post } = await aStoreWith(3)
    await erase(askToErase([batches[0]?.sequences[0]?.id ?? '']))
    const to = aFile()
    admin('backup', '--data', dir, '--to', to)
    const data = join(aDirectory(), 'new', 'data')
    const { status, stdout } = admin('restore', '--from', to, '--data', data)
    expect(status).toBe(0)
    expect(stdout).toBe(
      `Restored 3 batches to ${data}.\n` +
        'What was erased since the backup was made is back: repeat those erasures before you start the collector.\n',
    )
    expect(readdirSync(data)).toEqual(['waymark.db'])
    expect(statSync(join(data, 'waymark.db')).mode & 0o777).toBe(0o600)
    expect(sequencesIn(data)).toEqual(sequencesIn(dir))
    expect(rowsOf(data, 'SELECT what FROM audit')).toEqual([{ what: 'erase-sequences' }, { what: 'restore' }])
    expect(admin('audit', '--data', data).status).toBe(0)
    const again = aCollector({ dir: data })
    for (const batch of batches) expect((await again.post(deliver(batch))).status).toBe((await post(deliver(batch))).status)
    // What was erased before the backup stays erased.
    expect((await read(again.post(deliver(small({ sequences: batches[0]?.sequences }))))).body).toMatchObject({ erased: 1 })
  })

  test('leaves out what the lost database remembers as erased, devices too', async () => {
    const { dir, batches, erase } = await aStoreWith(4)
    const to = aFile()
    admin('backup', '--data', dir, '--to', to)
    const device = batches[1]?.device ?? ''
    const revoked = batches[2]?.device ?? ''
    await erase(askToErase([batches[0]?.sequences[0]?.id ?? '', randomUUID()]))
    admin('erase', '--device', device, '--data', dir)
    admin('revoke', '--device', revoked, '--data', dir)

    const data = aDirectory()
    expect(admin('restore', '--from', to, '--data', data, '--tombstones', dir)).toMatchObject({
      status: 0,
      stdout: `Restored 4 batches to ${data}.\n2 sequences that had been erased since the backup was made stayed out.\n`,
    })
    expect(sequencesIn(data)).toEqual({
      [batches[0]?.id ?? '']: [],
      [batches[2]?.id ?? '']: batches[2]?.sequences.map(({ id }) => id),
      [batches[3]?.id ?? '']: batches[3]?.sequences.map(({ id }) => id),
    })
    const again = aCollector({ dir: data })
    expect(again.storage.totals()).toEqual({ batches: 3, sequences: 2, actions: 2 })
    expect((await again.post(deliver(small({ device })))).status).toBe(410)
    expect((await again.post(deliver(small({ device: revoked })))).status).toBe(403)
  })

  test.each<[string, (paths: { data: string; from: string; lost: string }) => void, string]>([
    ['where a database is', ({ data }) => writeFileSync(join(data, 'waymark.db'), ''), 'has a database already; move it elsewhere first.'],
    ['where a log of one is', ({ data }) => writeFileSync(join(data, 'waymark.db-wal'), ''), 'has a database already'],
    ['from something else', ({ from }) => writeFileSync(from, 'no database '.repeat(1000)), 'file is not a database.'],
    ['from a database of another program', ({ from }) => foreign(from), 'it is not a database of this collector.'],
    ['from a backup that was cut off', ({ from }) => truncateSync(from, statSync(from).size - 8192), 'malformed'],
    ['from a backup with a page of nothing', ({ from }) => blank(from, 6), 'restore: '],
    [
      'past tombstones that cannot be read',
      ({ lost }) => writeFileSync(join(lost, 'waymark.db'), 'x'.repeat(9999)),
      'repeat the erasures since then.',
    ],
  ])('%s is refused and leaves nothing', async (_, spoil, sentence) => {
    const { dir, close } = await aStoreWith(1)
    const [data, lost, from] = [aDirectory(), aDirectory(), aFile()]
    admin('backup', '--data', dir, '--to', from)
    close()
    copyFileSync(join(dir, 'waymark.db'), join(lost, 'waymark.db'))
    spoil({ data, from, lost })
    const before = bytesOnDisk(data)
    const { status, stdout, stderr } = admin('restore', '--from', from, '--data', data, '--tombstones', lost)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain(sentence)
    expect(bytesOnDisk(data)).toBe(before)
  })
})

/** Overwrites one page of the file, the first being 0. */
function blank(file: string, page: number): void {
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(4096), 0, 4096, page * 4096)
  closeSync(handle)
}

function foreign(file: string): void {
  if (existsSync(file)) writeFileSync(file, '')
  const db = new DatabaseSync(file)
  db.exec('CREATE TABLE batch (id)')
  db.close()
}

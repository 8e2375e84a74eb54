import { createHash } from 'node:crypto'
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { StorageFailed } from '../../../collector/database.ts'
import { openArchive, openStorage, type Row } from '../../../collector/storage.ts'
import { aDirectory, bytesOnDisk } from './collector.ts'

const digest = new Uint8Array(32).fill(7)
const aRow = (id: string, change: Partial<Row> = {}): Row => ({
  id,
  device: 'd',
  ordinal: 0,
  digest,
  receivedAt: 1,
  sequences: 1,
  actions: 10,
  body: Buffer.from(`body of ${id}`),
  ...change,
})

const kept = { sequences: 1, actions: 10, quarantined: 0, duplicates: 0, erased: 0 }

test('a group is written whole, answers for each row, and its totals survive a restart', () => {
  const dir = aDirectory()
  const storage = openStorage(dir)
  const other = new Uint8Array(32).fill(8)
  expect(storage.insert([aRow('a'), aRow('b'), aRow('a'), aRow('b', { digest: other, actions: 99 })])).toEqual([
    { status: 'stored', ...kept },
    { status: 'stored', ...kept },
    { status: 'duplicate', ...kept },
    { status: 'conflict' },
  ])
  storage.close()
  const again = openStorage(dir)
  expect(again.totals()).toEqual({ batches: 2, sequences: 2, actions: 20 })
  expect(again.find('a', digest)).toMatchObject({ status: 'duplicate' })
  expect(again.find('a', other)).toMatchObject({ status: 'conflict' })
  expect(again.find('c', digest)).toBeNull()
  again.close()
})

test('a group with one row that cannot be written leaves nothing of itself', () => {
  const dir = aDirectory()
  const storage = openStorage(dir)
  expect(() => storage.insert([aRow('a'), aRow('b', { actions: 1.5 })])).toThrow(StorageFailed)
  expect(storage.totals().batches).toBe(0)
  expect(storage.insert([aRow('a')])).toMatchObject([{ status: 'stored' }])
  storage.close()
})

test('only the owner can read the files', () => {
  const dir = join(aDirectory(), 'deep', 'data')
  const storage = openStorage(dir)
  storage.insert([aRow('a')])
  const modes = ['', 'waymark.db', 'waymark.db-wal', 'waymark.db-shm'].map((name) => statSync(join(dir, name)).mode & 0o777)
  expect(modes).toEqual([0o700, 0o600, 0o600, 0o600])
  storage.close()
})

test('findings are written with their row or not at all, and only with the row that is stored', () => {
  const dir = aDirectory()
  const storage = openStorage(dir)
  const findings: Row['findings'] = [{ sequence: 's', field: 'sequences.0.actions.0.target.name', detector: 'card' }]
  expect(() => storage.insert([aRow('a', { findings }), aRow('b', { actions: 1.5 })])).toThrow(StorageFailed)
  expect(storage.quarantined()).toBe(0)
  const other = new Uint8Array(32).fill(8)
  expect(storage.insert([aRow('a', { findings }), aRow('a', { findings }), aRow('a', { findings, digest: other })])).toMatchObject([
    { status: 'stored', quarantined: 1 },
    { status: 'duplicate', quarantined: 1 },
    { status: 'conflict' },
  ])
  expect(storage.quarantined()).toBe(1)
  storage.close()
})

describe('a directory that cannot be used is refused in words', () => {
  test('because it is a file', () => {
    const file = join(aDirectory(), 'file')
    writeFileSync(file, '')
    expect(() => openStorage(file)).toThrow(StorageFailed)
  })
  test('because the database is a directory', () => {
    const dir = aDirectory()
    mkdirSync(join(dir, 'waymark.db'))
    expect(() => openStorage(dir)).toThrow(StorageFailed)
  })
  test('because the file is no database', () => {
    const dir = aDirectory()
    writeFileSync(join(dir, 'waymark.db'), 'something else entirely, long enough to be read as a header '.repeat(100))
    expect(() => openStorage(dir)).toThrow('not a database')
  })
  test('because the database is that of another program', () => {
    const dir = aDirectory()
    const db = new DatabaseSync(join(dir, 'waymark.db'))
    db.exec('CREATE TABLE batch (id)')
    db.close()
    expect(() => openStorage(dir)).toThrow('not a database of this collector')
  })
  test('because the database comes from a newer version', () => {
    const dir = aDirectory()
    openStorage(dir).close()
    const db = new DatabaseSync(join(dir, 'waymark.db'))
    db.exec('PRAGMA user_version = 6')
    db.close()
    expect(() => openStorage(dir)).toThrow('newer version')
    expect(() => openArchive(dir)).toThrow('newer version')
  })
})

describe('an archive', () => {
  test('gives every batch in order of id, as it was when it was opened', () => {
    const dir = aDirectory()
    const storage = openStorage(dir)
    const whole = (id: string) => aRow(id, { digest: createHash('sha256').update(`body of ${id}`).digest() })
    storage.insert([whole('b'), whole('a')])
    const archive = openArchive(dir)
    storage.insert([whole('c')])
    expect([...archive.batches()].map(({ id, body }) => [id, Buffer.from(body).toString()])).toEqual([
      ['a', 'body of a'],
      ['b', 'body of b'],
    ])
    archive.close()
    storage.close()
  })

  test('names the first batch whose bytes are not as delivered, where nobody is to be told of it', () => {
    const dir = aDirectory()
    const storage = openStorage(dir)
    storage.insert([aRow('a')])
    const archive = openArchive(dir)
    expect(() => [...archive.batches()]).toThrow(new StorageFailed('the batch a is damaged: its bytes do not have their digest'))
    archive.close()
    storage.close()
  })

  test('of a directory without a database is refused and makes none', () => {
    const dir = aDirectory()
    expect(() => openArchive(dir)).toThrow('there is no waymark.db')
    expect(bytesOnDisk(dir)).toBe('')
  })
})

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openArchive, openStorage } from '../../../collector/storage.ts'
import { traceReader } from '../../../export/read.ts'
import { newId } from '../../../lib/trace/id.ts'
import type { Batch } from '../../../lib/trace/schema.ts'
import { aBatch, aSequence } from '../../fixtures/batch.ts'
import { aCollector, aDirectory, bytesOnDisk, read, rowsOf, sequencesIn } from './collector.ts'
import { askToErase, deliver } from './delivery.ts'

/** What the first two versions wrote, kept here as it was: the steps of today must begin at their files, not at themselves. */
const OLD = [
  `CREATE TABLE batch (
    id TEXT NOT NULL PRIMARY KEY, device TEXT NOT NULL, ordinal INTEGER NOT NULL, digest BLOB NOT NULL, received_at INTEGER NOT NULL,
    bytes INTEGER NOT NULL, sequences INTEGER NOT NULL, actions INTEGER NOT NULL, body BLOB NOT NULL
  ) STRICT;
  CREATE TABLE total (batches INTEGER NOT NULL, sequences INTEGER NOT NULL, actions INTEGER NOT NULL) STRICT;
  INSERT INTO total VALUES (0, 0, 0);
  PRAGMA application_id = 1463900493;
  PRAGMA user_version = 1;`,
  `CREATE TABLE quarantine (
    batch TEXT NOT NULL, sequence TEXT NOT NULL, device TEXT NOT NULL, field TEXT NOT NULL, detector TEXT NOT NULL,
    received_at INTEGER NOT NULL, PRIMARY KEY (batch, sequence)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE reduced (batch TEXT NOT NULL PRIMARY KEY, digest BLOB NOT NULL) STRICT, WITHOUT ROWID;
  PRAGMA user_version = 2;`,
]

/** A file as version `version` left it, with these batches and one body that nobody can read. */
function anOldDatabase(version: 1 | 2, batches: Batch[]): string {
  const dir = aDirectory()
  const db = new DatabaseSync(join(dir, 'waymark.db'))
  db.exec(`PRAGMA journal_mode = WAL; ${OLD.slice(0, version).join('')}`)
  const insert = db.prepare('INSERT INTO batch VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?)')
  const digestOf = (body: Uint8Array) => createHash('sha256').update(body).digest()
  for (const batch of batches) {
    const { id, device, ordinal, sequences } = batch
    const body = gzipSync(JSON.stringify(batch))
    insert.run(id, device, ordinal, digestOf(body), body.length, sequences.length, sequences.length * 18, body)
  }
  const body = Buffer.from('no gzip at all')
  insert.run('z', 'd', 0, digestOf(body), body.length, 1, 18, body)
  const sequences = batches.reduce((sum, batch) => sum + batch.sequences.length, 1)
  db.prepare('UPDATE total SET batches = ?, sequences = ?, actions = ?').run(batches.length + 1, sequences, sequences * 18)
  db.close()
  return dir
}

test.each([1, 2] as const)('a database of version %i is brought up to date with all that is in it, each sequence once', async (version) => {
  const shared = aSequence()
  const ledger = { day: '2026-01-01', recorded: 9, acknowledged: 4, waiting: 3, dropped: { 'dropped-paused': 2 } }
  const [first, second] = [
    aBatch({ id: newId(Date.now(), 1), sequences: [aSequence(), shared], ledger }),
    aBatch({ id: newId(Date.now(), 2), sequences: [shared, aSequence()] }),
  ]
  const dir = anOldDatabase(version, [first, second])
  expect(() => openArchive(dir)).toThrow('older version')

  const { post, erase, storage } = aCollector({ dir })
  expect(storage.totals()).toEqual({ batches: 3, sequences: 4, actions: 72 })
  expect(storage.quarantined()).toBe(0)
  const kept = second.sequences[1]?.id ?? ''
  expect(sequencesIn(dir)).toEqual({ [first.id]: first.sequences.map(({ id }) => id), [second.id]: [kept], z: undefined })
  expect(rowsOf(dir, 'SELECT batch, day, recorded, acknowledged, waiting, dropped FROM ledger')).toContainEqual({
    ...ledger,
    batch: first.id,
    dropped: '{"dropped-paused":2}',
  })
  expect(rowsOf(dir, 'SELECT sum(bytes) AS bytes FROM batch')).toEqual(rowsOf(dir, 'SELECT bytes FROM total'))
  const archive = openArchive(dir)
  const reader = traceReader(archive)
  expect([...reader.traces()]).toHaveLength(3)
  expect([...reader.report.rejected]).toEqual([['unreadable: gzip', 1]])
  archive.close()

  expect((await read(post(deliver(first)))).body).toMatchObject({ status: 'duplicate', sequences: 2 })
  expect((await read(post(deliver(second)))).body).toMatchObject({ status: 'duplicate', sequences: 1, duplicates: 1 })
  expect((await read(post(deliver(aBatch({ sequences: [shared] }))))).body).toMatchObject({ sequences: 0, duplicates: 1 })
  expect((await read(erase(askToErase([shared.id, kept])))).body).toMatchObject({ erased: 2 })
  expect(Object.values(sequencesIn(dir)).flat()).toContain(first.sequences[0]?.id)
  expect(Object.values(sequencesIn(dir)).flat()).not.toContain(shared.id)
})

test('a database that fails to be brought up to date is left as it was', () => {
  const dir = anOldDatabase(2, [aBatch()])
  const db = new DatabaseSync(join(dir, 'waymark.db'))
  db.exec('CREATE TABLE audit (in_the_way TEXT)')
  db.close()
  expect(() => openStorage(dir)).toThrow('audit already exists')
  expect(rowsOf(dir, 'PRAGMA user_version')).toEqual([{ user_version: 2 }])
  expect(rowsOf(dir, "SELECT count(*) AS count FROM sqlite_schema WHERE name = 'sequence'")).toEqual([{ count: 0 }])
  expect(bytesOnDisk(dir)).toContain('no gzip at all')
})

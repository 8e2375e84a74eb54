/**
 * The only file that knows SQLite. One row a batch: the columns before the body are the ledger, the body is the bytes as sent,
 * or what the second pass left of them.
 * Another engine, for more than one machine, has these functions to provide and no others.
 */
import { createHash } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { Finding } from './second-pass.ts'

const FILE = 'waymark.db'
/** "WAYM" in the file's header: the collector touches no database that it did not make. */
const APPLICATION = 0x5741594d

/** The body is the last column, so that reading the ledger never pages through bodies. */
const FIRST = `
  CREATE TABLE batch (
    id TEXT NOT NULL PRIMARY KEY, device TEXT NOT NULL, ordinal INTEGER NOT NULL, digest BLOB NOT NULL, received_at INTEGER NOT NULL,
    bytes INTEGER NOT NULL, sequences INTEGER NOT NULL, actions INTEGER NOT NULL, body BLOB NOT NULL
  ) STRICT;
  CREATE TABLE total (batches INTEGER NOT NULL, sequences INTEGER NOT NULL, actions INTEGER NOT NULL) STRICT;
  INSERT INTO total VALUES (0, 0, 0);
  PRAGMA application_id = ${APPLICATION};
`
/** Sequences held back: where something fired and what, never what it was. `reduced` has the digest of a body that is not as sent. */
const QUARANTINE = `
  CREATE TABLE quarantine (
    batch TEXT NOT NULL, sequence TEXT NOT NULL, device TEXT NOT NULL, field TEXT NOT NULL, detector TEXT NOT NULL,
    received_at INTEGER NOT NULL, PRIMARY KEY (batch, sequence)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE reduced (batch TEXT NOT NULL PRIMARY KEY, digest BLOB NOT NULL) STRICT, WITHOUT ROWID;
`
/** What each version added; a database of an earlier one is brought up to date when it is opened for writing. */
const STEPS = [FIRST, QUARANTINE]

const Ledger = z.object({ digest: z.instanceof(Uint8Array), sequences: z.int(), actions: z.int(), quarantined: z.int() })
const Count = z.object({ count: z.int() })
const Totals = z.object({ batches: z.int(), sequences: z.int(), actions: z.int() })
const Archived = z.object({ id: z.string(), digest: z.instanceof(Uint8Array), body: z.instanceof(Uint8Array) })
export type Totals = z.infer<typeof Totals>
export type Archived = z.infer<typeof Archived>

/**
 * `receivedAt` in ms since 1970; `digest` is the SHA-256 of the bytes as sent, which `body` is unless there are findings.
 * `sequences` and `actions` count what is in `body`.
 */
export type Row = {
  id: string
  device: string
  ordinal: number
  digest: Uint8Array
  receivedAt: number
  sequences: number
  actions: number
  body: Uint8Array
  /** One for each sequence that was sent and is not in `body`. */
  findings?: Finding[]
}

/** What is stored under an id: `conflict` when other bytes than those asked about were sent. */
export type Kept = { status: 'stored' | 'duplicate' | 'conflict'; sequences: number; actions: number; quarantined: number }

/** Reading or writing failed. The message is SQLite's or the file system's, which names no content. */
export class StorageFailed extends Error {
  override readonly name = 'StorageFailed'
}

function failing<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof StorageFailed) throw error
    throw new StorageFailed(error instanceof Error ? error.message : 'unknown failure')
  }
}

const pragma = (db: DatabaseSync, name: string) => Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0]

function requireOurs(db: DatabaseSync): void {
  if (pragma(db, 'application_id') !== APPLICATION) throw new StorageFailed(`${FILE} is not a database of this collector`)
  const version = Number(pragma(db, 'user_version'))
  if (version > STEPS.length) throw new StorageFailed(`${FILE} was written by a newer version of the collector`)
  if (version < STEPS.length) throw new StorageFailed(`${FILE} was written by an older version of the collector; start this one on it once`)
}

function bringUpToDate(db: DatabaseSync): void {
  const isNew = db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined
  const version = Number(pragma(db, 'user_version'))
  if ((isNew || pragma(db, 'application_id') === APPLICATION) && version < STEPS.length)
    db.exec([...STEPS.slice(version), `PRAGMA user_version = ${STEPS.length};`].join(''))
  requireOurs(db)
}

function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    db.exec('COMMIT')
    return result
  } catch (error) {
    // SQLite has rolled back by itself after some failures (disk full), not after others.
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}

function openForWriting(dir: string): DatabaseSync {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  // Made here for its permissions, which SQLite copies to the files beside it.
  closeSync(openSync(join(dir, FILE), 'a', 0o600))
  // An exporter or a backup may hold the file for a moment; waiting longer would hold up every browser.
  const db = new DatabaseSync(join(dir, FILE), { timeout: 100 })
  // Erased pages are overwritten, and a commit has reached the disk when it returns.
  db.exec('PRAGMA secure_delete = ON; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;')
  inTransaction(db, () => {
    bringUpToDate(db)
    // Writes nothing new, but fails now rather than at the first batch where the disk cannot be written.
    db.exec('UPDATE total SET batches = batches')
  })
  return db
}

/**
 * Opens the collector's database in `dir`, creating both.
 * @throws {StorageFailed} here and from every function of it
 */
export function openStorage(dir: string) {
  const db = failing(() => openForWriting(dir))
  const select = db.prepare(
    'SELECT digest, sequences, actions, (SELECT count(*) FROM quarantine WHERE batch = id) AS quarantined FROM batch WHERE id = ?',
  )
  const insert = db.prepare('INSERT INTO batch VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING')
  const add = db.prepare('UPDATE total SET batches = batches + ?, sequences = sequences + ?, actions = actions + ?')
  const sum = db.prepare('SELECT batches, sequences, actions FROM total')
  const hold = db.prepare('INSERT INTO quarantine VALUES (?, ?, ?, ?, ?, ?)')
  const held = db.prepare('SELECT count(*) AS count FROM quarantine')
  const reduce = db.prepare('INSERT INTO reduced VALUES (?, ?)')

  function find(id: string, digest: Uint8Array): Kept | null {
    const row = select.get(id)
    if (row === undefined) return null
    const { digest: known, ...kept } = Ledger.parse(row)
    return { status: Buffer.compare(known, digest) === 0 ? 'duplicate' : 'conflict', ...kept }
  }

  function insertOne(row: Row): Kept {
    const { id, device, ordinal, digest, receivedAt, sequences, actions, body, findings = [] } = row
    const { changes } = insert.run(id, device, ordinal, digest, receivedAt, body.length, sequences, actions, body)
    const known = changes === 0 ? find(id, digest) : null
    if (known) return known
    for (const { sequence, field, detector } of findings) hold.run(id, sequence, device, field, detector, receivedAt)
    if (findings.length > 0) reduce.run(id, createHash('sha256').update(body).digest())
    return { status: 'stored', sequences, actions, quarantined: findings.length }
  }

  return {
    /** What is stored under this id, or null. */
    find: (id: string, digest: Uint8Array) => failing(() => find(id, digest)),

    /** Writes all rows in one transaction, or none; durable when it returns. An id that is taken is left as it is. */
    insert: (rows: Row[]): Kept[] =>
      failing(() =>
        inTransaction(db, () => {
          const kept = rows.map(insertOne)
          const fresh = kept.filter(({ status }) => status === 'stored')
          const total = (key: 'sequences' | 'actions') => fresh.reduce((all, row) => all + row[key], 0)
          add.run(fresh.length, total('sequences'), total('actions'))
          return kept
        }),
      ),

    totals: (): Totals => failing(() => Totals.parse(sum.get())),

    /** How many sequences were held back. */
    quarantined: (): number => failing(() => Count.parse(held.get()).count),

    /** Folds the log into the file, so that one file is the whole database, and lets go of it. */
    close: () =>
      failing(() => {
        db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
        db.close()
      }),
  }
}
export type Storage = ReturnType<typeof openStorage>

/**
 * Opens the same database for reading, beside a running collector if there is one.
 * @throws {StorageFailed} also when there is none
 */
export function openArchive(dir: string) {
  const file = join(dir, FILE)
  if (!existsSync(file)) throw new StorageFailed(`there is no ${FILE} in ${dir}`)
  const db = failing(() => {
    const opened = new DatabaseSync(file, { readOnly: true, timeout: 1000 })
    // One snapshot for everything read through it, whatever is delivered meanwhile; it is taken by the first read.
    opened.exec('BEGIN')
    requireOurs(opened)
    return opened
  })

  return {
    /**
     * Every batch in the order of its id, which is the order of sealing; one at a time in memory. `digest` is that of the
     * body as stored; a body may hold no sequence.
     */
    *batches(): Generator<Archived> {
      const all = 'SELECT id, coalesce((SELECT digest FROM reduced WHERE batch = id), digest) AS digest, body FROM batch ORDER BY id'
      for (const row of db.prepare(all).iterate()) yield Archived.parse(row)
    },
    close: () => db.close(),
  }
}
export type Archive = ReturnType<typeof openArchive>

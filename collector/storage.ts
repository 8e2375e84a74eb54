/**
 * The only file that knows SQLite. One row a batch: the columns before the body are the ledger, the body is the bytes as sent.
 * Another engine, for more than one machine, has these functions to provide and no others.
 */
import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

const FILE = 'waymark.db'
const VERSION = 1
/** "WAYM" in the file's header: the collector touches no database that it did not make. */
const APPLICATION = 0x5741594d

/** The body is the last column, so that reading the ledger never pages through bodies. */
const SCHEMA = `
  CREATE TABLE batch (
    id TEXT NOT NULL PRIMARY KEY, device TEXT NOT NULL, ordinal INTEGER NOT NULL, digest BLOB NOT NULL, received_at INTEGER NOT NULL,
    bytes INTEGER NOT NULL, sequences INTEGER NOT NULL, actions INTEGER NOT NULL, body BLOB NOT NULL
  ) STRICT;
  CREATE TABLE total (batches INTEGER NOT NULL, sequences INTEGER NOT NULL, actions INTEGER NOT NULL) STRICT;
  INSERT INTO total VALUES (0, 0, 0);
  PRAGMA application_id = ${APPLICATION};
  PRAGMA user_version = ${VERSION};
`

const Ledger = z.object({ digest: z.instanceof(Uint8Array), sequences: z.int(), actions: z.int() })
const Totals = z.object({ batches: z.int(), sequences: z.int(), actions: z.int() })
const Archived = z.object({ id: z.string(), digest: z.instanceof(Uint8Array), body: z.instanceof(Uint8Array) })
export type Totals = z.infer<typeof Totals>
export type Archived = z.infer<typeof Archived>

/** `receivedAt` in ms since 1970; `digest` is the SHA-256 of `body`. */
export type Row = {
  id: string
  device: string
  ordinal: number
  digest: Uint8Array
  receivedAt: number
  sequences: number
  actions: number
  body: Uint8Array
}

/** What is stored under an id: `conflict` when other bytes than those asked about are. */
export type Kept = { status: 'stored' | 'duplicate' | 'conflict'; sequences: number; actions: number }

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
  if (pragma(db, 'user_version') !== VERSION) throw new StorageFailed(`${FILE} was written by a newer version of the collector`)
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
    if (db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined) db.exec(SCHEMA)
    requireOurs(db)
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
  const select = db.prepare('SELECT digest, sequences, actions FROM batch WHERE id = ?')
  const insert = db.prepare('INSERT INTO batch VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING')
  const add = db.prepare('UPDATE total SET batches = batches + ?, sequences = sequences + ?, actions = actions + ?')
  const sum = db.prepare('SELECT batches, sequences, actions FROM total')

  function find(id: string, digest: Uint8Array): Kept | null {
    const row = select.get(id)
    if (row === undefined) return null
    const { digest: known, sequences, actions } = Ledger.parse(row)
    return { status: Buffer.compare(known, digest) === 0 ? 'duplicate' : 'conflict', sequences, actions }
  }

  function insertOne(row: Row): Kept {
    const { id, device, ordinal, digest, receivedAt, sequences, actions, body } = row
    const { changes } = insert.run(id, device, ordinal, digest, receivedAt, body.length, sequences, actions, body)
    return (changes === 0 ? find(id, digest) : null) ?? { status: 'stored', sequences, actions }
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
    /** Every batch in the order of its id, which is the order of sealing; one at a time in memory. */
    *batches(): Generator<Archived> {
      for (const row of db.prepare('SELECT id, digest, body FROM batch ORDER BY id').iterate()) yield Archived.parse(row)
    },
    close: () => db.close(),
  }
}
export type Archive = ReturnType<typeof openArchive>

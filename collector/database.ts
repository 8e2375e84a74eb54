/** The file: how it is made, opened and brought up to date, and what a failure of it is called. */
import { closeSync, existsSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { makeFolder } from './folder.ts'
import { logState } from './log.ts'
import { APPLICATION, STEPS } from './steps.ts'

export const FILE = 'waymark.db'
/** An exporter or a backup may hold the file for a moment; waiting longer would hold up every browser. */
const WAIT_MS = 100
/** A command has nobody waiting behind it. */
const COMMAND_WAIT_MS = 5_000
/** Erased pages are overwritten, and a commit has reached the disk when it returns. */
const SAFE = 'PRAGMA secure_delete = ON; PRAGMA synchronous = FULL;'

/** Reading or writing failed. The message is SQLite's or the file system's, which names no content. */
export class StorageFailed extends Error {
  override readonly name = 'StorageFailed'
}

export function failing<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof StorageFailed) throw error
    throw new StorageFailed(error instanceof Error ? error.message : 'unknown failure')
  }
}

export const pragma = (db: DatabaseSync, name: string) => Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0]

export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
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

/**
 * Folds the log into the file and empties it, so that what was erased is in neither.
 * @returns false while somebody is reading an older state out of the log
 */
export const emptyLog = (db: DatabaseSync): boolean => Number(pragma(db, 'wal_checkpoint(TRUNCATE)')) === 0

/** What a command that mends a log leaves until it is done. */
export const MENDING = `${FILE}.mending`

/** SQLite would go on without what is behind the damage, and write over it. */
function requireWholeLog(dir: string): void {
  if (existsSync(join(dir, `${MENDING}-wal`)))
    throw new StorageFailed('its log was being mended, and that did not end; give the command "mend" again')
  const log = logState(join(dir, `${FILE}-wal`))
  if (log.state === 'damaged')
    throw new StorageFailed(
      `${FILE}-wal is damaged in frame ${log.frame}, and ${log.transactions} transactions from there on, acknowledged all, would be lost; nothing was changed, and the command "mend" brings back what can be`,
    )
}

/** One sentence about a transaction at the end of the log that is not whole, or null. Ask before the database is opened. */
export function unfinishedEnd(dir: string): string | null {
  const log = logState(join(dir, `${FILE}-wal`))
  if (log.state !== 'unfinished') return null
  return `The last transaction of ${FILE}-wal, from frame ${log.frame} on, is not whole and is left out: as after a loss of power while it was written, before anybody was told of it. Without one, the disk has damaged it; "gaps" shows what is missing then.`
}

function requireOurs(db: DatabaseSync): void {
  if (pragma(db, 'application_id') !== APPLICATION) throw new StorageFailed(`${FILE} is not a database of this collector`)
  const version = Number(pragma(db, 'user_version'))
  if (version > STEPS.length) throw new StorageFailed(`${FILE} was written by a newer version of the collector`)
  if (version < STEPS.length) throw new StorageFailed(`${FILE} was written by an older version of the collector; start this one on it once`)
}

function bringUpToDate(db: DatabaseSync): void {
  const isNew = db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined
  const version = Number(pragma(db, 'user_version'))
  if ((isNew || pragma(db, 'application_id') === APPLICATION) && version < STEPS.length) {
    for (const step of STEPS.slice(version)) step(db)
    db.exec(`PRAGMA user_version = ${STEPS.length}`)
  }
  requireOurs(db)
}

/** Nobody closes what could not be opened: its snapshot would keep the log from being emptied. */
function prepared(db: DatabaseSync, prepare: (db: DatabaseSync) => void): DatabaseSync {
  try {
    prepare(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** For the collector: makes the directory and the file if need be, and brings an older file up to date. */
export function openForWriting(dir: string, file = FILE): DatabaseSync {
  makeFolder(dir)
  requireWholeLog(dir)
  // Made here for its permissions, which SQLite copies to the files beside it.
  closeSync(openSync(join(dir, file), 'a', 0o600))
  return prepared(new DatabaseSync(join(dir, file), { timeout: WAIT_MS }), (db) => {
    db.exec(`PRAGMA journal_mode = WAL; ${SAFE}`)
    inTransaction(db, () => {
      bringUpToDate(db)
      // Writes nothing new, but fails now rather than at the first batch where the disk cannot be written.
      db.exec('UPDATE total SET batches = batches')
    })
    // A process that died between erasing and emptying the log has left the erased in it.
    emptyLog(db)
  })
}

function existing(dir: string): string {
  const file = join(dir, FILE)
  if (!existsSync(file)) throw new StorageFailed(`there is no ${FILE} in ${dir}`)
  requireWholeLog(dir)
  return file
}

/** For a command beside a running collector: changes what is there, and nothing about its form. */
export function openBeside(dir: string): DatabaseSync {
  return prepared(new DatabaseSync(existing(dir), { timeout: COMMAND_WAIT_MS }), (db) => {
    db.exec(SAFE)
    requireOurs(db)
  })
}

/** One snapshot for everything read through it, whatever is delivered meanwhile; it is taken by the first read. */
export function openForReading(dir: string): DatabaseSync {
  return prepared(new DatabaseSync(existing(dir), { readOnly: true, timeout: 1000 }), (db) => {
    db.exec('BEGIN')
    requireOurs(db)
  })
}

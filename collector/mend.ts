/** Brings back what stands in a damaged log behind the damage. */
import { copyFileSync, constants, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { FILE, MENDING, StorageFailed, emptyLog } from './database.ts'
import { sync } from './folder.ts'
import { mendedLog } from './log.ts'
import { verify, type Verified } from './verify.ts'

const SUFFIXES = ['', '-wal', '-shm'] as const

/**
 * Folds what SQLite reads of the log into the file, which leaves no log.
 * @throws {StorageFailed} where somebody else has the database open
 */
function foldIn(file: string): void {
  const db = new DatabaseSync(file, { timeout: 0 })
  try {
    // With a lock of this kind nobody else can have it open, in whatever way.
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT')
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown failure'
    throw new StorageFailed(`${FILE} cannot be had alone (${why}); stop the collector and whatever else reads it`)
  } finally {
    db.close()
  }
  // What is folded in later would go over what was mended.
  if (existsSync(`${file}-wal`)) throw new StorageFailed(`what can be read of ${FILE}-wal could not be folded in`)
}

/**
 * Has SQLite read all of the log, with the damaged page in it as it is, and keeps the result unless it damages a table. It needs as much
 * room as the database has. Where it is killed, the collector does not start until it has been given again.
 * @returns what of the store is whole then; null where no log was damaged. `isMended` is false where the log could not be read in
 *   that way: then what was in it from the damage on is lost.
 * @throws {StorageFailed | Error} and then has changed nothing, or waits to be given again
 */
export function mend(dir: string): (Verified & { isMended: boolean }) | null {
  const file = join(dir, FILE)
  const copy = join(dir, MENDING)
  if (!existsSync(file)) throw new StorageFailed(`there is no ${FILE} in ${dir}`)
  const log = `${copy}-wal`
  let isNew = false
  if (!existsSync(log)) {
    const bytes = mendedLog(`${file}-wal`)
    if (bytes === null) return null
    const unfinished = `${log}.unfinished`
    writeFileSync(unfinished, bytes, { mode: 0o600 })
    sync(unfinished)
    renameSync(unfinished, log)
    sync(dir)
    isNew = true
  }
  try {
    foldIn(file)
  } catch (error) {
    // Nothing was folded in, and the damaged log is where it was.
    if (isNew) rmSync(log)
    throw error
  }

  const bytes = `${copy}.db`
  for (const suffix of SUFFIXES) rmSync(bytes + suffix, { force: true })
  copyFileSync(file, bytes, constants.COPYFILE_FICLONE)
  copyFileSync(log, `${bytes}-wal`)
  const found = readThrough(bytes)
  if (found.structure.length === 0) {
    sync(bytes)
    renameSync(bytes, file)
    sync(dir)
  }
  for (const suffix of SUFFIXES) rmSync(bytes + suffix, { force: true })
  rmSync(log)
  sync(dir)
  return { ...found, isMended: found.structure.length === 0 }
}

/** What is whole and what is not once the log is in the file. */
function readThrough(path: string): Verified {
  let db
  try {
    db = new DatabaseSync(path)
    const found = verify(db)
    return emptyLog(db) ? found : { ...found, structure: ['the log cannot be folded in'] }
  } catch (error) {
    return { batches: 0, damaged: [], structure: [error instanceof Error ? error.message : 'unknown failure'] }
  } finally {
    db?.close()
  }
}

/** A copy of the database that can be trusted, and the way back from one. */
import { closeSync, constants, chmodSync, copyFileSync, existsSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { record } from './audit.ts'
import { sentenceOf } from './bodies.ts'
import { FILE, StorageFailed, emptyLog, inTransaction, openForReading, openForWriting, pragma } from './database.ts'
import { eraser } from './erase.ts'
import { makeFolder, sync } from './folder.ts'
import { APPLICATION } from './steps.ts'
import { verify } from './verify.ts'

const Sequences = z.array(z.object({ sequence: z.string() }))
const Revoked = z.array(z.object({ id: z.string(), key: z.string(), day: z.string(), revoked: z.string() }))
const Devices = z.array(z.object({ device: z.string(), why: z.enum(['erased', 'revoked']), at: z.int() }))

function remove(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true })
}

/** How many batches are whole, and a sentence about each that is not. */
export type Copied = { batches: number; damaged: string[] }

/**
 * Looks whether a file is a database of the collector with all its structure, and at every body. One that does not have its digest is
 * no reason to have no copy of the others.
 * @throws {StorageFailed} naming what else is damaged
 */
function look(file: string): Copied {
  const db = new DatabaseSync(file)
  try {
    if (pragma(db, 'application_id') !== APPLICATION) throw new StorageFailed('it is not a database of this collector')
    const { batches, structure, damaged } = verify(db)
    const first = structure[0]
    if (first !== undefined) throw new StorageFailed(first)
    return { batches, damaged: damaged.map(sentenceOf) }
  } finally {
    db.close()
  }
}

/**
 * Copies the database as it is at one moment, beside a running collector, into a new file that only its owner can read. The file
 * has its name once it was verified, not before.
 * @throws {StorageFailed | Error} also when there is a file of that name
 */
export function backup(dir: string, to: string): Copied {
  if (existsSync(to)) throw new StorageFailed(`${to} exists already, and no backup is overwritten`)
  const unfinished = `${to}.unfinished`
  remove(unfinished)
  let isDone = false
  // Holds the name, so that what the finished file takes the place of is ours.
  closeSync(openSync(to, 'wx', 0o600))
  try {
    // Made here for its permissions; SQLite fills an empty file.
    closeSync(openSync(unfinished, 'wx', 0o600))
    const db = openForReading(dir)
    try {
      // The snapshot that reading began with cannot be copied inside of its transaction.
      db.exec('COMMIT')
      db.prepare('VACUUM INTO ?').run(unfinished)
    } finally {
      db.close()
    }
    const found = look(unfinished)
    sync(unfinished)
    renameSync(unfinished, to)
    isDone = true
    sync(dirname(resolve(to)))
    return found
  } finally {
    remove(unfinished)
    if (!isDone) rmSync(to)
  }
}

type Tombstones = { sequences: string[]; devices: z.infer<typeof Devices>; revoked: z.infer<typeof Revoked> }

/** What must not come back, from what is left of the lost database. */
function tombstonesIn(dir: string): Tombstones {
  const db = openForReading(dir)
  try {
    const sequences = Sequences.parse(db.prepare('SELECT sequence FROM erased').all()).map(({ sequence }) => sequence)
    return {
      sequences,
      devices: Devices.parse(db.prepare('SELECT device, why, at FROM shut').all()),
      revoked: Revoked.parse(db.prepare('SELECT id, key, day, revoked FROM credential WHERE revoked IS NOT NULL').all()),
    }
  } finally {
    db.close()
  }
}

function erasedSince(lost: string): Tombstones {
  try {
    return tombstonesIn(lost)
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown failure'
    throw new StorageFailed(
      `what was erased since the backup cannot be read in ${lost} (${why}); restore without --tombstones, and repeat the erasures since then`,
    )
  }
}

/**
 * Puts a backup where there is no database, once it was verified and without what is remembered as erased in the lost one.
 * @param lost directory of the lost database, or null
 * @param now ms since 1970
 * @throws {StorageFailed | Error} and leaves nothing behind
 */
export function restore(from: string, dir: string, lost: string | null, now: number): Copied & { erased: number } {
  for (const name of [FILE, `${FILE}-wal`])
    if (existsSync(join(dir, name))) throw new StorageFailed(`${dir} has a database already; move it elsewhere first`)
  const tombstones = lost === null ? null : erasedSince(lost)
  makeFolder(dir)
  const name = `${FILE}.unfinished`
  const unfinished = join(dir, name)
  remove(unfinished)
  try {
    copyFileSync(from, unfinished, constants.COPYFILE_EXCL)
    chmodSync(unfinished, 0o600)
    const { batches, damaged } = look(unfinished)
    const db = openForWriting(dir, name)
    let erased = 0
    try {
      inTransaction(db, () => {
        const { forget, device: forgetDevice } = eraser(db)
        if (tombstones) erased = forget(new Set(tombstones.sequences), now)
        for (const { device, why, at } of tombstones?.devices ?? [])
          if (why === 'erased') erased += forgetDevice(device, now).sequences
          else db.prepare('INSERT INTO shut VALUES (?, ?, ?) ON CONFLICT (device) DO NOTHING').run(device, why, at)
        // One that was let in again since then is revoked again, if the backup has it so: that is found out, and set right, sooner than the reverse.
        for (const { id, key, day, revoked } of tombstones?.revoked ?? [])
          db.prepare('INSERT INTO credential VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET revoked = excluded.revoked').run(
            id,
            key,
            day,
            revoked,
          )
        record(db, now, 'restore', { batches, erased, tombstones: tombstones ? 'applied' : 'none' })
      })
      emptyLog(db)
    } finally {
      db.close()
    }
    sync(unfinished)
    renameSync(unfinished, join(dir, FILE))
    sync(dir)
    return { batches, damaged, erased }
  } finally {
    remove(unfinished)
  }
}

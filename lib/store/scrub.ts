/**
 * Deleting a record leaves its bytes in the browser's files: Chromium's IndexedDB keeps them in its log and tables until
 * something compacts these, which may be never. Deleting a whole database compacts its part of all tables, or removes its
 * file. So the records that stay move to a new database, and the old one goes.
 */
import { deleteDB, openDB, wrap } from 'idb'
import { copyDatabase } from './copy-database.ts'

/** Stands from before the deletion until its bytes are gone. */
const markOf = (base: string) => `${base}:scrub`
/** Versions of the mark, which only goes up. */
const WANTED = 1
const COPIED = 2

/** From here on a worker that is killed scrubs at its next start. Called before records of the database `name` are deleted. */
export async function markScrub(name: string): Promise<void> {
  await touch(markOf(baseOf(name)), WANTED)
}

/** Was anything deleted whose bytes are still there? */
export async function isMarked(name: string): Promise<boolean> {
  return (await indexedDB.databases()).some((known) => known.name === markOf(baseOf(name)))
}

/** What all databases begin with that are, or were, one. */
export const baseOf = (name: string) => name.replace(/:.*/, '')

/**
 * Name of the database that holds what is filed under `base`: without the bytes of anything deleted since `markScrub`, where
 * that was called. Asked before anything opens the database, which nobody may have open meanwhile.
 */
export async function scrubbed(base: string): Promise<string> {
  const { mark, names, holder } = await filed(base)
  let current = holder
  if (mark === undefined) return current

  if (mark !== COPIED && names.length > 0) {
    for (const name of names.slice(1)) await deleteDB(name)
    // A record and its deletion that reach a table together would stay in it.
    await beginLog(base)
    const next = `${base}:${generation(base, current) + 1}`
    await copyDatabase(current, next)
    await touch(markOf(base), COPIED)
    names.push(next)
    current = next
  }
  for (const name of names) if (name !== current) await deleteDB(name)
  await beginLog(base)
  await deleteDB(markOf(base))
  return current
}

/** Name of the database that holds what is filed under `base`, as it is. */
export async function holderOf(base: string): Promise<string> {
  return (await filed(base)).holder
}

async function filed(base: string): Promise<{ mark: number | undefined; names: string[]; holder: string }> {
  const known = new Map((await indexedDB.databases()).map(({ name = '', version = 0 }) => [name, version]))
  const mark = known.get(markOf(base))
  const names = [...known.keys()].filter((name) => generation(base, name) >= 0)
  names.sort((a, b) => generation(base, a) - generation(base, b))
  // A copy that was broken off is begun anew; a complete one has taken the place of its original.
  return { mark, names, holder: (mark === COPIED ? names.at(-1) : names[0]) ?? base }
}

/** Settles when all that was asked of a connection is committed or refused; from the call on, it takes nothing more. */
export async function retire(db: IDBDatabase): Promise<void> {
  // Waits its turn behind every transaction before it.
  const last = wrap(db).transaction([...db.objectStoreNames]).done
  db.close()
  await last
}

/** `base` itself is 0, `base:3` is 3, any other name -1. */
function generation(base: string, name: string): number {
  if (name === base) return 0
  const number = name.startsWith(`${base}:`) ? Number(name.slice(base.length + 1)) : NaN
  return Number.isSafeInteger(number) ? number : -1
}

/** Names of all databases in which something may be filed. */
export async function namesKept(): Promise<string[]> {
  const names = (await indexedDB.databases()).map(({ name = '' }) => name)
  return names.filter((name) => generation(baseOf(name), name) >= 0)
}

/**
 * Makes Chromium begin a new log: any deleted database does; measured: not every time, but with every second. Called at each start of the
 * browser, before anything is written: a browser that was killed in the middle of a write has left half a record at the end of the log.
 * LevelDB overlooks that once, goes on writing behind it, finds a fault at the start after that, and Chromium then deletes all databases.
 */
export async function beginLog(base: string): Promise<void> {
  for (const turn of [1, 2]) {
    const name = `${base}:log-${turn}`
    await touch(name, 1)
    await deleteDB(name)
  }
}

/** Makes a database with nothing in it, or raises its version. */
async function touch(name: string, version: number): Promise<void> {
  const db = await openDB(name, version, {
    upgrade: (empty) => {
      if (!empty.objectStoreNames.contains('nothing')) empty.createObjectStore('nothing')
    },
  })
  db.close()
}

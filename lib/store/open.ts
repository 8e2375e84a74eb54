/** Opens the extension's IndexedDB, brings an older one up to date, and sets aside what it cannot read. */
import { openDB } from 'idb'
import { browser } from 'wxt/browser'
import { z } from 'zod'
import type { Database, Schema } from './database.ts'
import { moveOldBatches, readOldBatches } from './old-batches.ts'

const NAME = 'waymark'
const VERSION = 2
/** What was set aside is kept for a repair, as long as anything may wait for delivery at most, and then deleted. */
const ASIDE_DAYS = 30
/** In `storage.local`: which database is in use, and which were set aside. Absent: the first one, and none. */
const KEY = 'databases'

const Databases = z.strictObject({
  current: z.string(),
  aside: z.array(z.strictObject({ name: z.string(), since: z.number(), reason: z.string() })),
})
export type Databases = z.infer<typeof Databases>

/** @param lost the browser has closed the connection (IDBDatabase `close` event): whoever uses it must open it again */
export async function openDatabase(name = NAME, lost?: () => void): Promise<Database> {
  const db = await openDB<Schema>(name, VERSION, {
    async upgrade(db, oldVersion, _, tx) {
      if (oldVersion < 1) {
        db.createObjectStore('documents', { keyPath: 'document' }).createIndex('tab', 'tab')
        db.createObjectStore('sequences', { keyPath: 'id' }).createIndex('open', ['open', 'tab'])
        db.createObjectStore('actions', { keyPath: ['document', 'n'] }).createIndex('sequence', 'sequence')
        db.createObjectStore('batches', { keyPath: 'id' })
        db.createObjectStore('state')
      }
      if (oldVersion < 2) {
        db.createObjectStore('bodies')
        db.createObjectStore('sent', { keyPath: 'sequence' })
        db.createObjectStore('erasures', { keyPath: 'id' })
        if (oldVersion === 1) {
          tx.objectStore('batches').deleteIndex('parked')
          await moveOldBatches(tx, Date.now())
        }
      }
    },
    // Another worker, of a version to come, wants to bring it up to date: this one has nothing more to do with it.
    blocking: (_current, _blocked, event) => closeOn(event),
    ...(lost && { terminated: lost }),
  })
  await readOldBatches(db)
  return db
}

function closeOn({ target }: Event): void {
  if (target instanceof IDBDatabase) target.close()
}

/**
 * The database in use. One that cannot be opened (damaged, or of a version to come) is set aside under its name, untouched, and
 * recording goes on in a fresh one; what was set aside long ago is deleted.
 */
export async function openUsable(now: number, lost: () => void): Promise<{ db: Database; aside: Databases['aside'] }> {
  const { current, aside } = await databases()
  const kept = []
  for (const old of aside) {
    if (now - old.since < ASIDE_DAYS * 86_400_000) kept.push(old)
    else indexedDB.deleteDatabase(old.name)
  }
  try {
    const db = await openDatabase(current, lost)
    if (kept.length < aside.length) await browser.storage.local.set({ [KEY]: { current, aside: kept } })
    return { db, aside: kept }
  } catch (error) {
    const reason = error instanceof Error ? error.name : 'unknown'
    // A full disk passes; a database that cannot be read does not.
    if (reason === 'QuotaExceededError') throw error
    const next: Databases = { current: `${NAME}-${now}`, aside: [...kept, { name: current, since: now, reason }] }
    const db = await openDatabase(next.current, lost)
    await browser.storage.local.set({ [KEY]: next })
    return { db, aside: next.aside }
  }
}

async function databases(): Promise<Databases> {
  const { data } = Databases.safeParse((await browser.storage.local.get(KEY))[KEY])
  return data ?? { current: NAME, aside: [] }
}

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
/** A full disk or a file that is held passes; until then pages keep what they record, which is minutes of work. */
const PATIENCE_MS = 10 * 60_000
/** In `storage.local`: which database is in use, and which were set aside. Absent: the first one, and none. */
const KEY = 'databases'

const Databases = z.strictObject({
  current: z.string(),
  /** Since when it cannot be opened. */
  failingSince: z.number().nullable(),
  aside: z.array(z.strictObject({ name: z.string(), since: z.number(), reason: z.string() })),
})
export type Databases = z.infer<typeof Databases>

/** @param lost the browser has closed the connection (IDBDatabase `close` event): whoever uses it must open it again */
export async function openDatabase(name = NAME, lost?: () => void): Promise<Database> {
  const db = await openDB<Schema>(name, VERSION, {
    upgrade(db, oldVersion, _, tx) {
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
          // Half an upgrade must not be committed; that the transaction is over already is no second fault.
          moveOldBatches(tx, Date.now()).catch(() => abort(tx))
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

function abort(tx: { abort: () => void }): void {
  try {
    tx.abort()
  } catch {
    // It was aborted by what failed.
  }
}

function closeOn({ target }: Event): void {
  if (target instanceof IDBDatabase) target.close()
}

/**
 * The database in use. One that cannot be opened, because it is damaged or of a version to come, is set aside under its name, untouched,
 * and recording goes on in a fresh one; what was set aside long ago is deleted.
 * @throws what the browser says, where that may pass: until it does, pages keep what they record
 */
export async function openUsable(now: number, lost: () => void): Promise<{ db: Database; aside: Databases['aside'] }> {
  const { current, failingSince, aside } = await databases()
  const kept = aside.filter(({ since }) => now - since < ASIDE_DAYS * 86_400_000)
  for (const { name } of aside) if (!kept.some((one) => one.name === name)) indexedDB.deleteDatabase(name)
  try {
    const db = await openDatabase(current, lost)
    if (failingSince !== null || kept.length < aside.length) await note({ current, failingSince: null, aside: kept })
    return { db, aside: kept }
  } catch (error) {
    const reason = error instanceof Error ? error.name : 'unknown'
    const since = failingSince ?? now
    if (reason !== 'VersionError' && now - since < PATIENCE_MS) {
      await note({ current, failingSince: since, aside: kept })
      throw error
    }
    const next = { current: `${NAME}-${now}`, failingSince: null, aside: [...kept, { name: current, since: now, reason }] }
    const db = await openDatabase(next.current, lost)
    await note(next)
    return { db, aside: next.aside }
  }
}

function note(next: Databases): Promise<void> {
  return browser.storage.local.set({ [KEY]: next })
}

async function databases(): Promise<Databases> {
  const { data } = Databases.safeParse((await browser.storage.local.get(KEY))[KEY])
  return data ?? { current: NAME, failingSince: null, aside: [] }
}

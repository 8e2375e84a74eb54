/** Opens the extension's IndexedDB, brings an older one up to date, and sets aside what it cannot read. */
import { deleteDB, openDB } from 'idb'
import { browser } from 'wxt/browser'
import type { Database, Schema } from './database.ts'
import { noteNoCopies } from './copies.ts'
import { moveOldBatches, readOldBatches, widenRows } from './old-batches.ts'
import { mirroredPause } from './pause.ts'
import { baseOf, beginLog, holderOf, namesKept, scrubbed } from './scrub.ts'
import type { StateRow } from './state.ts'

const NAME = 'waymark'
const VERSION = 4
/** What was set aside is kept for a repair, as long as anything may wait for delivery at most, and then deleted. */
const ASIDE_DAYS = 30
/** A full disk or a file that is held passes; until then pages keep what they record, which is minutes of work. */
const PATIENCE_MS = 10 * 60_000
/** In `storage.local`: since when the database cannot be opened, and that there has been one. */
const FAILING = 'databaseFailingSince'
const MADE = 'databaseMade'

/** A database under its first name; `scrubbed` says what it is called by now. `since` is when it was set aside, ms since 1970. */
export type Aside = { base: string; since: number }

type Initial = Pick<StateRow, 'pause' | 'counts'>

/**
 * @param lost the browser has closed the connection (IDBDatabase `close` event): whoever uses it must open it again
 * @param initial what a database that is made now begins with
 */
export async function openDatabase(name = NAME, lost?: () => void, initial: Initial = {}): Promise<Database> {
  const db = await openDB<Schema>(name, VERSION, {
    upgrade(db, oldVersion, _, tx) {
      if (oldVersion < 1) {
        db.createObjectStore('documents', { keyPath: 'document' }).createIndex('tab', 'tab')
        db.createObjectStore('sequences', { keyPath: 'id' }).createIndex('open', ['open', 'tab'])
        db.createObjectStore('actions', { keyPath: ['document', 'n'] }).createIndex('sequence', 'sequence')
        db.createObjectStore('batches', { keyPath: 'id' })
        const state = db.createObjectStore('state')
        for (const [key, value] of Object.entries(initial)) state.put({ [key]: value }, key).catch(() => abort(tx))
      }
      if (oldVersion < 2) {
        db.createObjectStore('bodies')
        db.createObjectStore('sent', { keyPath: 'sequence' })
        db.createObjectStore('erasures', { keyPath: 'id' })
        if (oldVersion === 1) tx.objectStore('batches').deleteIndex('parked')
      }
      if (oldVersion < 3) {
        db.createObjectStore('givenUp', { keyPath: ['device', 'ordinal'] })
      }
      if (oldVersion < 4) db.createObjectStore('copies')
      // Half an upgrade must not be committed; that the transaction is over already is no second fault.
      bringRows(tx, oldVersion).catch(() => abort(tx))
    },
    // Another worker, of a version to come, wants to bring it up to date: this one has nothing more to do with it.
    blocking: (_current, _blocked, event) => closeOn(event),
    ...(lost && { terminated: lost }),
  })
  await readOldBatches(db)
  return db
}

/** One after the other: two that write the same rows would undo each other. */
async function bringRows(tx: Parameters<typeof widenRows>[0], oldVersion: number): Promise<void> {
  if (oldVersion === 1) await moveOldBatches(tx, Date.now())
  if (oldVersion === 2) await widenRows(tx)
  if (oldVersion === 2 || oldVersion === 3) await noteNoCopies(tx)
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
 * @param isStart the browser has just started, and may have been killed before: see `beginLog`
 * @throws what the browser says, where that may pass: until it does, pages keep what they record
 */
export async function openUsable(
  now: number,
  lost: () => void,
  isStart = false,
): Promise<{ db: Database; aside: Aside[]; isStuck: boolean }> {
  const { current, aside, isNew } = await known()
  const old = aside.filter(({ since }) => now - since >= ASIDE_DAYS * 86_400_000)
  for (const { base } of old) await dropDatabase(base)
  const kept = aside.filter((one) => !old.includes(one))
  const { failingSince, wasMade } = await readNotes()
  // A log that cannot be begun anew is used as it is.
  if (isStart && !isNew) await beginLog(current).catch(() => null)
  // Where there is no room to move, what was deleted is deleted all the same; its bytes go at another start.
  const moved = await scrubbed(current).catch(() => null)
  try {
    // Chromium deletes a database in which it finds a fault, without a word: what was in it is lost, and that is counted.
    const db = await openDatabase(moved ?? (await holderOf(current)), lost, isNew ? await begun(wasMade) : {})
    if (failingSince !== null) await browser.storage.local.remove(FAILING)
    if (!wasMade) await browser.storage.local.set({ [MADE]: true })
    return { db, aside: kept, isStuck: moved === null }
  } catch (error) {
    const since = failingSince ?? now
    if (!(error instanceof Error && error.name === 'VersionError') && now - since < PATIENCE_MS) {
      await browser.storage.local.set({ [FAILING]: since })
      throw error
    }
    // Later than the last one, whatever the clock said then.
    const time = Math.max(now, (aside.at(-1)?.since ?? 0) + 1)
    const db = await openDatabase(`${NAME}-${time}`, lost, await begun(true))
    await browser.storage.local.remove(FAILING)
    return { db, aside: [...kept, { base: current, since: time }], isStuck: false }
  }
}

/** What the person has said holds in a fresh database too; and that there was one before is counted. */
async function begun(isSuccessor: boolean): Promise<Initial> {
  const pause = await mirroredPause()
  return { ...(pause && { pause }), ...(isSuccessor && { counts: { fault: 1 } }) }
}

async function readNotes(): Promise<{ failingSince: number | null; wasMade: boolean }> {
  const { [FAILING]: since, [MADE]: made } = await browser.storage.local.get([FAILING, MADE])
  return { failingSince: typeof since === 'number' ? since : null, wasMade: made === true }
}

/** Each is named for the time at which it took the place of the one before: nothing else need be remembered. */
async function known(): Promise<{ current: string; aside: Aside[]; isNew: boolean }> {
  const names = await namesKept()
  const times = [...new Set(names.map(baseOf))].flatMap((base) =>
    base === NAME ? [0] : /^waymark-\d+$/.test(base) ? [Number(base.slice(8))] : [],
  )
  const bases = times.toSorted((a, b) => a - b).map((since) => ({ since, base: since === 0 ? NAME : `${NAME}-${since}` }))
  const aside = bases.slice(0, -1).map(({ base }, index) => ({ base, since: bases[index + 1]?.since ?? 0 }))
  return { current: bases.at(-1)?.base ?? NAME, aside, isNew: names.length === 0 }
}

/** A database that was set aside, whatever it is called by now. */
export async function dropDatabase(base: string): Promise<void> {
  for (const { name = '' } of await indexedDB.databases()) if (baseOf(name) === base) await deleteDB(name)
}

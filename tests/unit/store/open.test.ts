import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, test } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { openDatabase, openUsable } from '../../../lib/store/open.ts'
import { changePause } from '../../../lib/store/pause.ts'
import { markScrub } from '../../../lib/store/scrub.ts'
import { readState } from '../../../lib/store/state.ts'
import { NOON } from '../../fixtures/draft.ts'
import './empty-database.ts'

const MINUTE = 60_000
const DAY = 86_400_000
const nothing = () => undefined

beforeEach(() => {
  fakeBrowser.reset()
  globalThis.indexedDB = new IDBFactory()
})

/** A database of a version that nobody here knows. */
function fromTheFuture(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 99)
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore('marvels').put('kept', 'key'))
    request.addEventListener('success', () => {
      request.result.close()
      resolve()
    })
    request.addEventListener('error', () => reject(request.error ?? new Error('not opened')))
  })
}

let readable = nothing

/** As a browser answers whose files are damaged or held: every try to open that database fails. */
function unreadable(name: string): void {
  const real = indexedDB.open.bind(indexedDB)
  readable = () => {
    indexedDB.open = real
  }
  indexedDB.open = (asked, version) => {
    if (asked === name) throw new DOMException('Internal error opening backing store', 'UnknownError')
    return real(asked, version)
  }
}

const names = async () => (await indexedDB.databases()).map(({ name }) => name).toSorted()

test('the database is the same at the next start', async () => {
  const { db, aside } = await openUsable(NOON, nothing)
  await db.put('state', { flushAt: 5 }, 'flushAt')
  db.close()
  const again = await openUsable(NOON + DAY, nothing)
  expect([aside, again.aside, await again.db.get('state', 'flushAt')]).toEqual([[], [], { flushAt: 5 }])
})

describe('a database of a version to come', () => {
  test('is set aside untouched, recording goes on in a fresh one, and that is found again', async () => {
    await fromTheFuture('waymark')
    const { db, aside } = await openUsable(NOON, nothing)
    expect(aside).toEqual([{ base: 'waymark', since: NOON }])
    await db.put('state', { flushAt: 5 }, 'flushAt')
    db.close()
    const again = await openUsable(NOON + DAY, nothing)
    expect(await again.db.get('state', 'flushAt')).toEqual({ flushAt: 5 })
    expect(again.aside).toEqual(aside)
    expect(await names()).toEqual(['waymark', again.db.name].toSorted())
  })

  test('is deleted when nothing in it could be delivered any more', async () => {
    await fromTheFuture('waymark')
    const { db } = await openUsable(NOON, nothing)
    db.close()
    const later = await openUsable(NOON + 31 * DAY, nothing)
    expect(later.aside).toEqual([])
    await expect.poll(names).toEqual([later.db.name])
  })
})

describe('a database that cannot be opened', () => {
  test('is given ten minutes, since a full disk passes, and is then set aside', async () => {
    const { db } = await openUsable(NOON, nothing)
    await db.put('state', { flushAt: 5 }, 'flushAt')
    db.close()
    unreadable('waymark')
    for (const minute of [1, 2, 10])
      await expect(openUsable(NOON + minute * MINUTE, nothing)).rejects.toMatchObject({ name: 'UnknownError' })
    const { db: fresh, aside } = await openUsable(NOON + 11 * MINUTE, nothing)
    expect(aside).toEqual([{ base: 'waymark', since: NOON + 11 * MINUTE }])
    expect(await fresh.get('state', 'flushAt')).toBeUndefined()
    expect(await names()).toContain('waymark')
  })

  test('but then can, has lost nothing, and the time begins anew', async () => {
    await (await openUsable(NOON, nothing)).db.put('state', { flushAt: 5 }, 'flushAt')
    const real = indexedDB.open
    for (let time = 0; time < 3; time += 1) {
      unreadable('waymark')
      for (const minute of [0, 9])
        await expect(openUsable(NOON + (time * 15 + minute) * MINUTE, nothing)).rejects.toMatchObject({ name: 'UnknownError' })
      indexedDB.open = real
      const { db, aside } = await openUsable(NOON + (time * 15 + 10) * MINUTE, nothing)
      expect([aside, await db.get('state', 'flushAt')]).toEqual([[], { flushAt: 5 }])
      db.close()
    }
  })
})

test('a worker of a version to come is not kept waiting: this one lets go', async () => {
  const db = await openDatabase()
  await fromTheFuture('waymark')
  expect(() => db.transaction('state')).toThrow(expect.objectContaining({ name: 'InvalidStateError' }))
})

describe('a pause', () => {
  test('holds in the database that takes the place of one that cannot be read', async () => {
    const { db } = await openUsable(NOON, nothing)
    await changePause(db, () => ({ since: NOON, until: NOON + DAY }))
    db.close()
    unreadable('waymark')
    await expect(openUsable(NOON + MINUTE, nothing)).rejects.toThrow('backing store')
    const { db: fresh } = await openUsable(NOON + 12 * MINUTE, nothing)
    expect(await readState(fresh.transaction('state').store, 'pause')).toEqual({ since: NOON, until: NOON + DAY })
    expect(await readState(fresh.transaction('state').store, 'counts')).toEqual({ fault: 1 })
  })
})

describe('a database that the browser has deleted', () => {
  test('is counted, and a pause holds in the one that takes its place', async () => {
    const { db } = await openUsable(NOON, nothing)
    await changePause(db, () => ({ since: NOON, until: NOON + DAY }))
    expect(await readState(db.transaction('state').store, 'counts')).toBeUndefined()
    db.close()
    globalThis.indexedDB = new IDBFactory()
    const { db: fresh } = await openUsable(NOON + MINUTE, nothing)
    expect(await readState(fresh.transaction('state').store, 'pause')).toEqual({ since: NOON, until: NOON + DAY })
    expect(await readState(fresh.transaction('state').store, 'counts')).toEqual({ fault: 1 })
  })

  test('is counted too where the worker was stopped while it began a new log', async () => {
    const { db } = await openUsable(NOON, nothing)
    db.close()
    globalThis.indexedDB = new IDBFactory()
    ;(await openDatabase('waymark:log-1')).close()
    const { db: fresh } = await openUsable(NOON + MINUTE, nothing, true)
    expect(await readState(fresh.transaction('state').store, 'counts')).toEqual({ fault: 1 })
  })
})

test('at the start of the browser the log is begun anew, and nothing else becomes of the database', async () => {
  const { db } = await openUsable(NOON, nothing, true)
  await db.put('state', { flushAt: 5 }, 'flushAt')
  db.close()
  const dropped: string[] = []
  const real = indexedDB.deleteDatabase.bind(indexedDB)
  indexedDB.deleteDatabase = (name) => {
    dropped.push(name)
    return real(name)
  }
  const woken = await openUsable(NOON, nothing)
  woken.db.close()
  expect(dropped).toEqual([])
  const again = await openUsable(NOON, nothing, true)
  expect(dropped).toEqual(['waymark:log-1', 'waymark:log-2'])
  expect([again.aside, await again.db.get('state', 'flushAt'), await names()]).toEqual([[], { flushAt: 5 }, ['waymark']])
})

test('where what stays cannot be moved, the database is used as it is, and moved at another start', async () => {
  const { db } = await openUsable(NOON, nothing)
  await db.put('state', { flushAt: 5 }, 'flushAt')
  await markScrub(db.name)
  db.close()
  unreadable('waymark:1')
  const stuck = await openUsable(NOON + DAY, nothing)
  expect([stuck.isStuck, stuck.aside, stuck.db.name, await stuck.db.get('state', 'flushAt')]).toEqual([true, [], 'waymark', { flushAt: 5 }])
  stuck.db.close()
  readable()
  const moved = await openUsable(NOON + DAY, nothing)
  expect([moved.isStuck, moved.db.name, await moved.db.get('state', 'flushAt')]).toEqual([false, 'waymark:1', { flushAt: 5 }])
})

test('what is set aside while the clock is ahead does not stand before what comes later', async () => {
  await fromTheFuture('waymark')
  const { db } = await openUsable(NOON + 400 * DAY, nothing)
  db.close()
  await fromTheFuture(db.name)
  const next = await openUsable(NOON, nothing)
  await next.db.put('state', { flushAt: 5 }, 'flushAt')
  next.db.close()
  expect(await (await openUsable(NOON, nothing)).db.get('state', 'flushAt')).toEqual({ flushAt: 5 })
})

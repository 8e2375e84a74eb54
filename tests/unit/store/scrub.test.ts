/** The moving of records away from deleted ones, broken off at each of its steps. The bytes are `tests/faults`' business. */
import 'fake-indexeddb/auto'
import { openDB, unwrap } from 'idb'
import { afterEach, expect, test, vi } from 'vitest'
import { copyDatabase } from '../../../lib/store/copy-database.ts'
import { markScrub, retire, scrubbed } from '../../../lib/store/scrub.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

const open = (name: string) =>
  openDB(name, 3, {
    upgrade: (empty) => {
      empty.createObjectStore('inline', { keyPath: ['a', 'n'] }).createIndex('by', 'by', { unique: true })
      empty.createObjectStore('outline').createIndex('tags', 'tags', { multiEntry: true })
      empty.createObjectStore('counted', { autoIncrement: true })
    },
  })

async function filled(base: string): Promise<void> {
  const db = await open(base)
  const tx = db.transaction(['inline', 'outline'], 'readwrite')
  for (let n = 0; n < 450; n += 1) await tx.objectStore('inline').put({ a: 'a', n, by: n })
  await tx.objectStore('outline').put({ tags: ['one', 'two'], bytes: new Uint8Array([1, 2]).buffer }, 'key')
  await tx.done
  db.close()
}

async function contents(base: string) {
  const db = await open(await scrubbed(base))
  try {
    const { unique } = db.transaction('inline').store.index('by')
    const { autoIncrement } = db.transaction('counted').store
    const byIndex = [await db.countFromIndex('inline', 'by', 449), await db.countFromIndex('outline', 'tags', 'two')]
    return {
      inline: await db.getAll('inline'),
      outline: await db.getAll('outline'),
      keys: await db.getAllKeys('outline'),
      byIndex,
      unique,
      autoIncrement,
    }
  } finally {
    db.close()
  }
}

const names = async () => (await indexedDB.databases()).map(({ name }) => name)

/** The k-th time a database is opened, deleted or written to, the worker is no more. */
function dieAt(k: number): void {
  let steps = 0
  const step = () => {
    steps += 1
    if (steps >= k) throw new Error('killed')
  }
  const { open: opening, deleteDatabase } = IDBFactory.prototype
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, ...args) {
    step()
    return opening.apply(this, args)
  })
  vi.spyOn(IDBFactory.prototype, 'deleteDatabase').mockImplementation(function (this: IDBFactory, ...args) {
    step()
    return deleteDatabase.apply(this, args)
  })
  const { transaction } = IDBDatabase.prototype
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
    // The one of an upgrade is begun by the database, not by us.
    if (Reflect.get(args, 1) !== 'versionchange') step()
    return transaction.apply(this, args)
  })
}

test('records, keys and indexes arrive under another name, and the old one is gone', async () => {
  await filled('whole')
  const before = await contents('whole')
  expect(await scrubbed('whole')).toBe('whole')
  await markScrub('whole')
  expect(await scrubbed('whole')).toBe('whole:1')
  expect(await names()).toEqual(['whole:1'])
  expect(await contents('whole')).toEqual(before)
  await markScrub('whole')
  expect(await scrubbed('whole')).toBe('whole:2')
  expect(await contents('whole')).toEqual(before)
})

test('killed at any step, it has lost and doubled nothing, and the next start ends what it began', async () => {
  const steps = await brokenOffAt(1)
  expect(steps).toBeGreaterThan(15)
})

/** Breaks off at the k-th step and each later one. @returns how many steps there are */
async function brokenOffAt(k: number): Promise<number> {
  const base = `killed-${k}`
  await filled(base)
  const before = await contents(base)
  await markScrub(base)
  dieAt(k)
  const ended = await scrubbed(base).then(
    () => true,
    () => false,
  )
  vi.restoreAllMocks()
  expect(await contents(base)).toEqual(before)
  expect((await names()).filter((name) => name?.startsWith(`${base}:`))).toEqual([`${base}:1`])
  expect(await names()).not.toContain(base)
  return ended ? k - 1 : brokenOffAt(k + 1)
}

test('a copy that is not committed, and on the disk, has taken the place of nothing', async () => {
  await filled('refused')
  const durability = new Set<string>()
  const put = IDBObjectStore.prototype.put
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    durability.add(this.transaction.durability)
    const request = put.apply(this, args)
    // As where a disk has no room for what was already taken.
    if (this.name === 'outline') request.addEventListener('success', () => this.transaction.abort())
    return request
  })
  await expect(copyDatabase('refused', 'refused:1')).rejects.toThrow()
  vi.restoreAllMocks()
  expect([...durability]).toEqual(['strict'])
  expect((await contents('refused')).keys).toEqual(['key'])
})

test('nothing to scrub is no database', async () => {
  await markScrub('absent')
  expect(await scrubbed('absent')).toBe('absent')
  expect((await names()).filter((name) => name?.startsWith('absent'))).toEqual([])
})

test('a retired connection has committed what it was asked, and takes nothing more', async () => {
  await filled('retired')
  const db = await open('retired')
  const late = db.put('outline', { tags: [] }, 'asked before')
  await retire(unwrap(db))
  await late
  await expect(async () => db.put('outline', { tags: [] }, 'asked after')).rejects.toThrow()
  expect((await contents('retired')).keys).toEqual(['asked before', 'key'])
})

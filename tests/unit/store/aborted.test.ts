/** Each operation is broken off at each of its requests. What it was to do has then not happened at all, and can be done again. */
import { describe, expect, test, vi } from 'vitest'
import type { Database } from '../../../lib/store/database.ts'
import { abortAt } from './abort-at.ts'
import { filled, operations } from './operations.ts'

const STORES = ['documents', 'sequences', 'actions', 'batches', 'bodies', 'sent', 'copies', 'erasures', 'givenUp', 'state'] as const

const contentsOf = async (db: Database) => Object.fromEntries(await Promise.all(STORES.map(async (name) => [name, await db.getAll(name)])))

describe('broken off at any request', () => {
  test.each(operations)('%s leaves everything as it was', async (_, operation) => {
    let broken = 0
    for (let k = 1; ; k += 1) {
      const { db, closed } = await filled()
      const before = await contentsOf(db)
      const { struck, restore } = abortAt(k)
      const outcome = await operation(db, closed).then(
        () => 'done',
        () => 'broken off',
      )
      restore()
      if (!struck()) {
        expect(outcome).toBe('done')
        expect(await contentsOf(db)).not.toEqual(before)
        break
      }
      broken += 1
      expect(outcome).toBe('broken off')
      expect(await contentsOf(db)).toEqual(before)
      await operation(db, closed)
      expect(await contentsOf(db)).not.toEqual(before)
    }
    expect(broken).toBeGreaterThan(0)
  })
})

/** What a power cut may take: who records is gone with the browser, and what was counted beside the account, or kept for looking at, is no loss. */
const MAY_BE_LOST = ['closing documents', 'forgetting documents', 'letting copies expire', 'counting']

describe('until it is committed', () => {
  test.each(operations)('%s is not said to be done', async (_, operation) => {
    let broken = 0
    for (let k = 1; ; k += 1) {
      const { db, closed } = await filled()
      const { struck, restore } = abortAt(k, 'answered')
      const outcome = await operation(db, closed).then(
        () => 'done',
        () => 'broken off',
      )
      restore()
      if (!struck()) break
      broken += 1
      expect([k, outcome]).toEqual([k, 'broken off'])
    }
    expect(broken).toBeGreaterThan(0)
  })

  test.each(operations.filter(([name]) => !MAY_BE_LOST.includes(name)))('and on the disk, %s is not either', async (_, operation) => {
    const { db, closed } = await filled()
    const writings: string[] = []
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction')
    await operation(db, closed)
    for (const { value } of transaction.mock.results)
      if (value instanceof IDBTransaction && value.mode === 'readwrite') writings.push(value.durability)
    transaction.mockRestore()
    expect(new Set(writings)).toEqual(new Set(['strict']))
  })
})

import { expect, test } from 'vitest'
import { sealAll } from '../../../lib/flush/seal.ts'
import { closeSequences } from '../../../lib/store/queue.ts'
import { withRoom } from '../../../lib/store/room.ts'
import { NOON } from '../../fixtures/draft.ts'
import { accountOf, ledgerOf } from './account.ts'
import { clicks } from './clicks.ts'
import { aPage, emptyDatabase } from './empty-database.ts'

/** As a browser answers that gives no more room, so many times. */
function full(times: number): void {
  const put = IDBObjectStore.prototype.put
  let left = times
  IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
    // The actions are what needs room; what is deleted and counted does not.
    if (this.name !== 'actions' || left === 0) return put.call(this, value, key)
    left -= 1
    throw new DOMException('no more room', 'QuotaExceededError')
  }
}

/** Five batches of about the same size, and a page. */
async function filled() {
  const db = await emptyDatabase()
  for (const tab of ['run:1', 'run:2', 'run:3', 'run:4', 'run:5']) {
    await (await aPage(db, { tab })).send(clicks(5))
    await closeSequences(db, (row) => (row.tab === tab ? 'idle' : null))
    await sealAll(db, '0.1.0', NOON)
  }
  return { db, page: await aPage(db) }
}

test('where there is no room the older half goes, counted, and what is new is stored', async () => {
  const { db, page } = await filled()
  full(1)
  const answer = await withRoom(db, NOON, () => page.send(clicks(3)))
  const { actions, batches, counts } = await accountOf(db)
  expect([answer?.acknowledged, actions.length, batches.length, counts['dropped-full']]).toEqual([2, 3, 2, 15])
  expect(await ledgerOf(db, NOON)).toMatchObject({ recorded: 28, waiting: 13, dropped: { 'dropped-full': 15 } })
})

test('where there is none even then nothing is acknowledged, so that the page keeps it', async () => {
  const { db, page } = await filled()
  full(2)
  await expect(withRoom(db, NOON, () => page.send(clicks(3)))).rejects.toMatchObject({ name: 'QuotaExceededError' })
  expect((await accountOf(db)).actions).toEqual([])
  expect((await page.send(clicks(3)))?.acknowledged).toBe(2)
})

test('any other fault drops nothing', async () => {
  const { db } = await filled()
  await expect(withRoom(db, NOON, () => Promise.reject(new Error('other')))).rejects.toThrow('other')
  expect((await accountOf(db)).batches).toHaveLength(5)
})

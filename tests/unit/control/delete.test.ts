/** A person deletes in the moment in which a page dies. */
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { Context } from '../../../lib/control/context.ts'
import { deleteRecorded } from '../../../lib/control/delete.ts'
import { clearLocal } from '../../../lib/store/clear-local.ts'
import { changePause, mirroredPause } from '../../../lib/store/pause.ts'
import { SITE } from '../../fixtures/batch.ts'
import { aDraft } from '../../fixtures/draft.ts'
import { accountOf, expectBalance } from '../store/account.ts'
import { aPage, emptyDatabase } from '../store/empty-database.ts'

beforeEach(() => fakeBrowser.reset())

/** What a page leaves in `storage.local` when it dies. */
const tailOf = (document: string, n: number, at: number) => ({
  [`tail:${document}:0`]: { type: 'actions', document, actions: [aDraft('click', { n, at })], counts: {} },
})

test('a tail that is left while the log is cleared is deleted with the rest, and is in no log afterwards', async () => {
  const now = Date.now()
  const db = await emptyDatabase()
  const page = await aPage(db, { seenAt: now })
  await page.send([aDraft('click', { n: 0, at: now - 2000 })], {}, now)
  const { local } = fakeBrowser.storage
  await local.set(tailOf(page.document, 1, now - 1500))
  // A pause is kept there too, and is no tail.
  await changePause(db, () => ({ since: 1, until: 2 }))
  const clear = local.clear.bind(local)
  let times = 0
  const clearing = vi.spyOn(local, 'clear').mockImplementation(async () => {
    times += 1
    if (times === 1) await local.set(tailOf(page.document, 2, now - 1000))
    await clear()
  })
  const context = { db, resolution: { kind: 'empty' }, aside: [], run: 'run' } as unknown as Context
  await deleteRecorded(context, { kind: 'site', origin: SITE }, now)
  clearing.mockRestore()
  // Once with it in it, and once more after it was taken out.
  expect(times).toBe(2)
  expect(Object.keys(await local.get(null))).toEqual(['pause'])
  expect(await mirroredPause()).toEqual({ since: 1, until: 2 })
  expect((await accountOf(db)).actions).toEqual([])
  await expectBalance(db, now)
})

test('a tail that is there already is not cleared, so that no worker can die with it in hand', async () => {
  const { local } = fakeBrowser.storage
  const tail = tailOf('a-document', 0, 0)
  await local.set(tail)
  const clearing = vi.spyOn(local, 'clear')
  expect(await clearLocal()).toBe(1)
  expect(clearing).not.toHaveBeenCalled()
  expect(await local.get(null)).toEqual(tail)
  clearing.mockRestore()
})

test('a worker that is killed before it hears that all was cleared has left the pause where it was', async () => {
  const db = await emptyDatabase()
  await changePause(db, () => ({ since: 1, until: 2 }))
  const { local } = fakeBrowser.storage
  const clear = local.clear.bind(local)
  const cleared = Promise.withResolvers<void>()
  const clearing = vi.spyOn(local, 'clear').mockImplementation(() => {
    cleared.resolve(clear())
    return new Promise(() => undefined)
  })
  void clearLocal()
  await cleared.promise
  expect(await mirroredPause()).toEqual({ since: 1, until: 2 })
  clearing.mockRestore()
})

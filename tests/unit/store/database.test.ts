import { expect, test } from 'vitest'
import { openDatabase } from '../../../lib/store/open.ts'
import { NOON, aDraft } from '../../fixtures/draft.ts'
import { accountOf } from './account.ts'
import { aPage, emptyDatabase } from './empty-database.ts'

test('what was stored is there after the worker was stopped', async () => {
  const db = await emptyDatabase()
  await (await aPage(db)).send([aDraft('click', { n: 0, at: NOON })], { masked: 1 })
  const before = await accountOf(db)
  db.close()
  expect(await accountOf(await openDatabase())).toEqual(before)
})

test('two workers for a moment, as at an update, see the same', async () => {
  const db = await emptyDatabase()
  const other = await openDatabase()
  await (await aPage(db)).send([aDraft('click', { n: 0, at: NOON })])
  expect((await accountOf(other)).actions).toHaveLength(1)
})

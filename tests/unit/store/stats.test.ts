import { describe, expect, test } from 'vitest'
import { writeState } from '../../../lib/store/state.ts'
import { activityIn, addActivity, addToday, dayOf, hasWaiting, todayIn, waitingIn } from '../../../lib/store/stats.ts'
import { remove } from '../../../lib/store/remove.ts'
import { SITE } from '../../fixtures/batch.ts'
import { NOON, aDraft } from '../../fixtures/draft.ts'
import { aRow, putRow } from './batch-row.ts'
import { aPage, emptyDatabase } from './empty-database.ts'
import { all, ofSite } from './removals.ts'

const noonHere = new Date(2026, 0, 5, 12).getTime()
const DAY = 86_400_000

describe('today', () => {
  test('is the day on the wall of the person', () => {
    expect(dayOf(new Date(2026, 0, 5, 0, 0, 0, 0).getTime())).toBe('2026-01-05')
    expect(dayOf(new Date(2026, 0, 5, 23, 59, 59, 999).getTime())).toBe('2026-01-05')
  })

  test('adds up kinds, sites and reasons, and changes no earlier value', () => {
    const first = addToday(undefined, noonHere, SITE, [aDraft('click'), aDraft('nav')], { masked: 1 })
    const second = addToday(first, noonHere + 1000, SITE, [aDraft('click')], { masked: 2 })
    expect(first).toEqual({ day: '2026-01-05', kinds: { click: 1, nav: 1 }, sites: { [SITE]: 2 }, counts: { masked: 1 } })
    expect(second).toEqual({ day: '2026-01-05', kinds: { click: 2, nav: 1 }, sites: { [SITE]: 3 }, counts: { masked: 3 } })
  })

  test('begins anew with the day', () => {
    const before = addToday(undefined, noonHere, SITE, [aDraft('click')], { masked: 1 })
    expect(addToday(before, noonHere + DAY, null, [], {})).toEqual({ day: '2026-01-06', kinds: {}, sites: {}, counts: {} })
  })

  test('names no site on which nothing was kept', () => {
    expect(addToday(undefined, noonHere, SITE, [], { 'dropped-paused': 1 }).sites).toEqual({})
  })

  test('is read without yesterday', async () => {
    const db = await emptyDatabase()
    expect(await todayIn(db, noonHere)).toEqual({ day: '2026-01-05', kinds: {}, sites: {}, counts: {} })
    const kept = { day: '2026-01-05', kinds: { click: 3 }, sites: { [SITE]: 3 }, counts: {} }
    await writeState(db.transaction('state', 'readwrite').store, 'today', kept)
    expect(await todayIn(db, noonHere)).toEqual(kept)
    expect((await todayIn(db, noonHere + DAY)).kinds).toEqual({})
  })
})

describe('activity', () => {
  const before = new Date(2025, 11, 6, 12).getTime()

  test('adds up by the day of the person, and lets go of what is 30 days ago', () => {
    const first = addActivity([], before, 3)
    const second = addActivity(addActivity(first, noonHere, 2), noonHere + 1000, 5)
    expect(second).toEqual([{ day: '2026-01-05', actions: 7 }])
    const whole = addActivity(addActivity([], noonHere - 29 * DAY, 1), noonHere, 1)
    expect(whole.map(({ day }) => day)).toEqual(['2025-12-07', '2026-01-05'])
    expect(addActivity(whole, noonHere + DAY, 0)).toEqual([{ day: '2026-01-05', actions: 1 }])
  })

  test('stands in order also where the clock was set back', () => {
    const days = addActivity(addActivity([], noonHere, 1), noonHere - DAY, 1)
    expect(days.map(({ day }) => day)).toEqual(['2026-01-04', '2026-01-05'])
  })

  test('is counted with what is stored, and gone where everything is deleted', async () => {
    const db = await emptyDatabase()
    await (await aPage(db)).send([aDraft('click', { n: 0 }), aDraft('click', { n: 1 })], { masked: 4 })
    expect(await activityIn(db, NOON)).toEqual([{ day: dayOf(NOON), actions: 2 }])
    await remove(db, ofSite(SITE), NOON)
    expect(await activityIn(db, NOON)).toEqual([{ day: dayOf(NOON), actions: 2 }])
    await remove(db, all, NOON)
    expect(await activityIn(db, NOON)).toEqual([])
  })
})

test('something waits while there is an action or a batch that can be sent', async () => {
  const db = await emptyDatabase()
  const parked = { code: 'refused-422', at: NOON }
  expect(await hasWaiting(db)).toBe(false)
  await putRow(db, aRow({ parked }))
  expect(await hasWaiting(db)).toBe(false)
  await putRow(db, aRow())
  expect(await hasWaiting(db)).toBe(true)
  await db.clear('batches')
  await (await aPage(db)).send([aDraft('click', { n: 0 })])
  expect(await hasWaiting(db)).toBe(true)
})

test('what waits is what is stored and what is sealed, without what was parked', async () => {
  const db = await emptyDatabase()
  await (await aPage(db)).send([aDraft('click', { n: 0 }), aDraft('click', { n: 1 })])
  await putRow(db, aRow({ actions: 30, size: 100 }))
  await putRow(db, aRow({ actions: 30, size: 20, parked: { code: 'refused-422', at: NOON } }))
  expect(await waitingIn(db)).toEqual({ actions: 32, sequences: 2, batches: 1, parked: 1, bytes: 120 })
})

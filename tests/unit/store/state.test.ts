import { describe, expect, test } from 'vitest'
import { addCounts, highestCounts, readState, subtractCounts, writeState } from '../../../lib/store/state.ts'
import { emptyDatabase } from './empty-database.ts'

describe('counts', () => {
  test('add up by reason, and neither side is changed', () => {
    const [total, more] = [
      { masked: 1, fault: 2 },
      { masked: 3, merged: 4 },
    ]
    expect(addCounts(total, more)).toEqual({ masked: 4, fault: 2, merged: 4 })
    expect([total, more]).toEqual([
      { masked: 1, fault: 2 },
      { masked: 3, merged: 4 },
    ])
  })

  test('less what is known are never below zero, and name no reason that is used up', () => {
    expect(subtractCounts({ masked: 5, merged: 2, fault: 1 }, { masked: 3, merged: 2, fault: 4, duplicate: 9 })).toEqual({ masked: 2 })
  })

  test('of which the highest are taken forget nothing', () => {
    expect(highestCounts({ masked: 5, merged: 2 }, { masked: 3, merged: 4, fault: 1 })).toEqual({ masked: 5, merged: 4, fault: 1 })
  })
})

test('a value is what was written last, and undefined before', async () => {
  const db = await emptyDatabase()
  const { store } = db.transaction('state', 'readwrite')
  expect(await readState(store, 'flushAt')).toBeUndefined()
  await writeState(store, 'flushAt', 5)
  await writeState(store, 'flushAt', 6)
  expect(await readState(store, 'flushAt')).toBe(6)
  expect(await readState(store, 'pause')).toBeUndefined()
})

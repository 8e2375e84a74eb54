import { expect, test } from 'vitest'
import { deliver } from '../../../lib/flush/deliver.ts'
import { closeSequences, sendable } from '../../../lib/store/queue.ts'
import { openDatabase } from '../../../lib/store/open.ts'
import { DELIVERED, to } from '../flush/filled-queue.ts'
import { aListeningCollector } from '../flush/loopback.ts'
import { accountOf, ledgerOf } from './account.ts'
import { abortAt } from './abort-at.ts'
import { marksInBrowser } from './marked.ts'
import { oldDatabase } from './old-database.ts'
import { NOON } from '../../fixtures/draft.ts'

/** Nine actions in three batches, the first of them parked; two in a closed sequence and four in an open one. */
const SEALED = [0, 1, 2, 3, 4, 5, 6, 7, 8]
const STORED = [9, 10, 11, 12, 13, 14]

test('a database of version 1 keeps all that was in it, and knows what is in its batches', async () => {
  await oldDatabase()
  const db = await openDatabase()
  const { stored, sealed } = await marksInBrowser(db)
  expect([stored.toSorted((a, b) => a - b), sealed.toSorted((a, b) => a - b)]).toEqual([STORED, SEALED])
  const { batches, sequences, counts } = await accountOf(db)
  expect(batches.map(({ actions, contents, attempted, parked }) => [actions, contents.length, attempted, parked?.code])).toEqual([
    [3, 1, true, 'refused-422'],
    [3, 1, true, undefined],
    [3, 1, true, undefined],
  ])
  expect(batches.every(({ size, bytes, device }) => size === bytes.byteLength && /^[0-9a-f-]{36}$/.test(device))).toBe(true)
  expect(sequences.every(({ bytes, origins }) => bytes > 0 && origins.join() === 'https://wiki.example.com')).toBe(true)
  expect(counts).toMatchObject({ masked: 6, 'dropped-paused': 1 })
  const { recorded, waiting, acknowledged, dropped } = await ledgerOf(db, Date.now())
  expect([recorded, waiting, acknowledged, dropped]).toEqual([15, 15, 0, {}])
})

test('a database of version 1 is delivered as if it had always been a new one', async () => {
  await oldDatabase()
  const db = await openDatabase()
  await closeSequences(db, () => 'browser-closed')
  expect(await sendable(db, NOON)).toHaveLength(3)
  const collector = await aListeningCollector()
  expect(await deliver(db, to(collector.url))).toEqual(DELIVERED)
  expect(collector.stored()).toEqual([...SEALED, ...STORED])
  expect(await accountOf(db)).toMatchObject({ actions: [], batches: [], sequences: [] })
})

test('an upgrade that is broken off at any request is done at the next start', async () => {
  for (let k = 1; ; k += 1) {
    await oldDatabase()
    const { struck, restore } = abortAt(k)
    const first = await openDatabase().catch(() => null)
    restore()
    first?.close()
    const db = await openDatabase()
    const { stored, sealed } = await marksInBrowser(db)
    expect([...sealed, ...stored].toSorted((a, b) => a - b)).toEqual([...SEALED, ...STORED])
    expect((await accountOf(db)).batches.every(({ contents }) => contents.length === 1)).toBe(true)
    db.close()
    if (struck()) continue
    expect(k).toBeGreaterThan(10)
    return
  }
})

/** A batch that comes again, as it does when its answer was lost: soon or late, and whatever has become of the collector since. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { backup, restore } from '../../../collector/backup.ts'
import { judge } from '../../../lib/flush/answer.ts'
import { newId } from '../../../lib/trace/id.ts'
import { aBatch } from '../../fixtures/batch.ts'
import { aCollector, aDirectory, read, rowsOf, sequencesIn } from './collector.ts'
import { deliver } from './delivery.ts'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR
/** Browsers keep a batch for 30 days. */
const WAITS: [string, number][] = [
  ['a second', 1000],
  ['an hour', HOUR],
  ['29 days', 29 * DAY],
]

type Store = ReturnType<typeof aCollector>
/** What becomes of a collector in between, at `now`; the one that answers from then on. */
const SINCE: Record<string, (store: Store, now: () => number) => Store> = {
  'nothing happened': (store) => store,
  'it was started again': ({ dir, close }, now) => {
    close()
    return aCollector({ dir, now })
  },
  'its body was deleted for age': (store, now) => {
    expect([...store.storage.expire(0, now())]).toEqual([1])
    return store
  },
  'its body was deleted and it was started again': ({ dir, storage, close }, now) => {
    expect([...storage.expire(0, now())]).toEqual([1])
    close()
    return aCollector({ dir, now })
  },
  'it was restored from a backup': ({ dir, close }, now) => {
    const [file, data] = [join(aDirectory(), 'backup.db'), aDirectory()]
    backup(dir, file)
    close()
    restore(file, data, null, now())
    return aCollector({ dir: data, now })
  },
}

describe.each(WAITS)('a batch that comes again after %s, a hundred times at once', (_, wait) => {
  test.each(Object.keys(SINCE))('is stored once, when %s', async (since) => {
    let now = Date.now()
    const first = aCollector({ now: () => now })
    const batch = aBatch()
    expect((await first.post(deliver(batch))).status).toBe(201)
    now += wait
    const store = SINCE[since]?.(first, () => now)
    if (!store) throw new Error('no such thing')
    const before = rowsOf(store.dir, 'SELECT id, bytes, sequences, actions FROM batch')
    const answers = await Promise.all(Array.from({ length: 100 }, () => read(store.post(deliver(batch)))))
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 200, body: { id: batch.id, status: 'duplicate' } })
      expect(judge(batch.id, { ...answer, retryAfter: null }, now, 0)).toEqual({ kind: 'delivered' })
    }
    expect(rowsOf(store.dir, 'SELECT id, bytes, sequences, actions FROM batch')).toEqual(before)
    const isDeleted = since.includes('deleted')
    expect(sequencesIn(store.dir)).toEqual(isDeleted ? {} : { [batch.id]: batch.sequences.map(({ id }) => id) })
    expect(store.storage.totals()).toEqual({ batches: isDeleted ? 0 : 1, sequences: isDeleted ? 0 : 1, actions: isDeleted ? 0 : 18 })
  })
})

test('a batch that comes again every day, of a browser whose clock is ahead, is a copy until its id is refused, and never new', async () => {
  let now = Date.now()
  const { post, storage } = aCollector({ now: () => now })
  const batch = aBatch({ id: newId(now + DAY - 1000) })
  expect((await post(deliver(batch))).status).toBe(201)
  const answers: number[] = []
  for (let day = 0; day < 45; day += 1) {
    now += DAY
    for (const _ of storage.expire(1, now)) continue
    answers.push((await post(deliver(batch))).status)
  }
  const refused = answers.indexOf(422)
  expect(refused).toBeGreaterThanOrEqual(30)
  expect(answers.slice(0, refused)).toEqual(answers.slice(0, refused).map(() => 200))
  expect(answers.slice(refused)).toEqual(answers.slice(refused).map(() => 422))
})

import { expect, test } from 'vitest'
import { judge } from '../../../lib/flush/answer.ts'
import { newId } from '../../../lib/trace/id.ts'
import { aBatch, aSequence } from '../../fixtures/batch.ts'
import { aCollector, read, rowsOf, sequencesIn } from './collector.ts'
import { deliver } from './delivery.ts'

test('a sequence that another batch brought is left out, counted in the answer, and delivered for the browser', async () => {
  const { post, storage, dir } = aCollector()
  const [first, second, third] = [aSequence(), aSequence(), aSequence()]
  const before = aBatch({ sequences: [first, second] })
  expect((await read(post(deliver(before)))).body).toEqual({ id: before.id, status: 'stored', sequences: 2, actions: 36 })
  const after = aBatch({ sequences: [second, third], ordinal: 1 })
  const answer = await read(post(deliver(after)))
  const counts = { id: after.id, sequences: 1, actions: 18, duplicates: 1 }
  expect(answer).toMatchObject({ status: 201, body: { ...counts, status: 'stored' } })
  expect(judge(after.id, { ...answer, retryAfter: null }, Date.now(), 0)).toEqual({ kind: 'delivered' })
  expect((await read(post(deliver(after)))).body).toEqual({ ...counts, status: 'duplicate' })
  expect(storage.totals()).toEqual({ batches: 2, sequences: 3, actions: 54 })
  expect(sequencesIn(dir)).toEqual({ [before.id]: [first.id, second.id], [after.id]: [third.id] })
  expect((await read(post(deliver({ ...after, sequences: [third] })))).status).toBe(409)
})

test('a batch of nothing new leaves its header, and its second copy is a duplicate', async () => {
  const { post, storage, dir } = aCollector()
  const batch = aBatch()
  await post(deliver(batch))
  const again = { ...batch, id: newId(Date.now()), ordinal: 1 }
  const answer = { id: again.id, sequences: 0, actions: 0, duplicates: 1 }
  expect(await read(post(deliver(again)))).toMatchObject({ status: 201, body: answer })
  expect(await read(post(deliver(again)))).toMatchObject({ status: 200, body: answer })
  expect(storage.totals()).toEqual({ batches: 2, sequences: 1, actions: 18 })
  expect(sequencesIn(dir)).toEqual({ [batch.id]: batch.sequences.map(({ id }) => id), [again.id]: [] })
})

test('a sequence under fifty ids of batches at once is stored with one of them, with totals that are true', async () => {
  const { post, storage, dir } = aCollector()
  const shared = aSequence()
  const batches = Array.from({ length: 50 }, (_, ordinal) => aBatch({ ordinal, sequences: [aSequence(), shared] }))
  const answers = await Promise.all(batches.map((batch) => read(post(deliver(batch)))))
  expect(answers.map(({ status }) => status)).toEqual(batches.map(() => 201))
  expect(storage.totals()).toEqual({ batches: 50, sequences: 51, actions: 51 * 18 })
  expect(
    Object.values(sequencesIn(dir))
      .flat()
      .filter((id) => id === shared.id),
  ).toHaveLength(1)
  expect(rowsOf(dir, 'SELECT sum(bytes) AS bytes FROM batch')).toEqual(rowsOf(dir, 'SELECT bytes FROM total'))
})

test('a sequence that was held back is held back once, whichever batch brings it again', async () => {
  const { post, storage } = aCollector()
  const batch = aBatch({ sequences: [aSequence({ site: 'https://wiki.example.com' }), aSequence()] })
  const [first] = batch.sequences
  const [action] = first?.actions ?? []
  if (!first || !action) throw new Error('no actions')
  const foul = {
    ...first,
    actions: [{ ...action, route: { ...action.route, path: '/pay/4111-1111-1111-1111' } }, ...first.actions.slice(1)],
  }
  expect((await read(post(deliver({ ...batch, sequences: [foul] })))).body).toMatchObject({ sequences: 0, quarantined: 1 })
  const again = aBatch({ sequences: [foul, aSequence()] })
  expect((await read(post(deliver(again)))).body).toMatchObject({ sequences: 1, duplicates: 1 })
  expect(storage.quarantined()).toBe(1)
})

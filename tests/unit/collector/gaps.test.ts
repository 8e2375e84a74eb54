import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Ledger } from '../../../lib/trace/schema.ts'
import { aBatch } from '../../fixtures/batch.ts'
import { admin } from './admin.ts'
import { aCollector, read, rowsOf } from './collector.ts'
import { TOKEN, deliver } from './delivery.ts'

const aLedger = (change: Partial<Ledger> = {}): Ledger => ({
  day: '2026-01-01',
  recorded: 10,
  acknowledged: 8,
  waiting: 2,
  dropped: {},
  ...change,
})

async function received(device: string, batches: [ordinal: number, ledger?: Ledger][]) {
  const { post, dir } = collector
  for (const [ordinal, ledger] of batches) expect((await post(deliver(aBatch({ device, ordinal, ledger })))).status).toBe(201)
  return admin('gaps', '--data', dir)
}
let collector: ReturnType<typeof aCollector>

test('a device whose batches are all here, in whatever order, and whose days add up has no gap', async () => {
  collector = aCollector()
  const dropped = { 'dropped-paused': 3, 'dropped-full': 0 }
  const balanced = aLedger({ recorded: 13, dropped })
  const device = randomUUID()
  expect(await received(device, [[2, balanced], [0], [1, aLedger()]])).toEqual({
    status: 0,
    stdout: `${device}: dropped by itself: dropped-paused 3\n1 device, 0 with gaps.\n`,
    stderr: '',
  })
})

test('numbers that no batch came with are a gap, the first ones too', async () => {
  collector = aCollector()
  await received(randomUUID(), [[0], [1]])
  const device = randomUUID()
  expect(await received(device, [[2], [3], [5], [9]])).toEqual({
    status: 1,
    stdout: `${device}: no batch with the number 0-1, 4, 6-8\n2 devices, 1 with gaps.\n`,
    stderr: '',
  })
})

test('a day that does not add up is told, the last one, beside what the device dropped by itself in all its days', async () => {
  collector = aCollector()
  const device = randomUUID()
  const { status, stdout } = await received(device, [
    [0, aLedger({ recorded: 20, dropped: { 'dropped-paused': 1 } })],
    [1, aLedger({ recorded: 16, dropped: { 'dropped-paused': 4, 'dropped-expired': 2 } })],
    [2, aLedger({ day: '2026-01-02', recorded: 30, dropped: { 'dropped-paused': 5 } })],
    [3, aLedger({ day: '2026-01-03' })],
  ])
  expect(status).toBe(1)
  expect(stdout.replace(/[0-9a-f-]{36}(?=\)\n)/, 'BATCH')).toBe(
    `${device}: of 30 actions recorded on 2026-01-02, 15 are accounted for (batch BATCH)\n` +
      `${device}: dropped by itself: dropped-paused 9, dropped-expired 2\n1 device, 1 with gaps.\n`,
  )
})

const tell = (device: string, numbers: [ordinal: number, reason: string][]) =>
  collector.app.request('/v1/given-up', {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ version: 1, device, numbers: numbers.map(([ordinal, reason]) => ({ ordinal, reason })) }),
  })

test('what is missing before a number that was given up, and after it, is a gap', async () => {
  collector = aCollector()
  const device = randomUUID()
  await tell(device, [[2, 'dropped-expired']])
  for (const ordinal of [0, 4]) await collector.post(deliver(aBatch({ device, ordinal })))
  expect(admin('gaps', '--data', collector.dir)).toMatchObject({ status: 1, stdout: expect.stringContaining('with the number 1, 3\n') })
})

test('numbers that a device gave up are no gap, whether it says so before or after its batches; what it did not name is one', async () => {
  collector = aCollector()
  const device = randomUUID()
  expect(
    (
      await tell(device, [
        [0, 'dropped-expired'],
        [5, 'dropped-deleted'],
        [6, 'dropped-expired'],
      ])
    ).status,
  ).toBe(200)
  // Once more, of a number that came all the same, and of one that is yet to come.
  await tell(device, [
    [1, 'dropped-expired'],
    [2, 'dropped-full'],
    [5, 'dropped-full'],
    [9, 'dropped-deleted'],
  ])
  await tell(randomUUID(), [[3, 'dropped-deleted']])
  expect(await received(device, [[2], [4], [8]])).toEqual({
    status: 1,
    stdout:
      `${device}: no batch with the number 3, 7\n` +
      `${device}: given up by itself, by number: dropped-expired 0-1, 6; dropped-deleted 5\n1 device, 1 with gaps.\n`,
    stderr: '',
  })
})

test('what a device gave up goes with it, and what it says afterwards is not kept', async () => {
  collector = aCollector()
  const [kept, erased] = [randomUUID(), randomUUID()]
  for (const device of [kept, erased]) {
    await tell(device, [[0, 'dropped-expired']])
    await received(device, [[1]])
  }
  expect(admin('erase', '--device', erased, '--data', collector.dir)).toMatchObject({ status: 0 })
  await tell(erased, [[1, 'dropped-expired']])
  const rows = 'SELECT device, ordinal FROM given_up'
  expect(rowsOf(collector.dir, rows)).toEqual([{ device: kept, ordinal: 0 }])
  const month = 31 * 24 * 60 * 60_000
  expect([...collector.storage.expire(1, Date.now() + month)]).toEqual([1])
  expect(rowsOf(collector.dir, rows)).toHaveLength(1)
  expect([...collector.storage.expire(1, Date.now() + 3 * month)]).toEqual([])
  expect(rowsOf(collector.dir, rows)).toEqual([])
})

test('a device cannot fill the disk with numbers', async () => {
  collector = aCollector()
  const device = randomUUID()
  for (let from = 0; from < 6000; from += 500)
    await tell(
      device,
      Array.from({ length: 500 }, (_, index): [number, string] => [from + index, 'dropped-full']),
    )
  expect(rowsOf(collector.dir, 'SELECT count(*) AS count FROM given_up')).toEqual([{ count: 5000 }])
})

test.each([
  ['no number', [], 'numbers'],
  ['an unknown reason', [[0, 'lost']], 'numbers.0.reason'],
  ['half a number', [[0.5, 'dropped-full']], 'numbers.0.ordinal'],
] as [string, [number, string][], string][])('a note with %s is refused, and nothing of it kept', async (_, numbers, field) => {
  collector = aCollector()
  const answer = await read(tell(randomUUID(), numbers))
  expect(answer).toMatchObject({ status: 422, body: { error: 'schema', field } })
  expect(rowsOf(collector.dir, 'SELECT device FROM given_up')).toEqual([])
})

test('a batch of which retention has left the id is no gap', async () => {
  collector = aCollector()
  const device = randomUUID()
  await received(device, [[0, aLedger()], [1]])
  expect([...collector.storage.expire(1, Date.now() + 3 * 24 * 60 * 60_000)]).toEqual([2])
  expect(await received(device, [[2]])).toMatchObject({ status: 0 })
})

import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Ledger } from '../../../lib/trace/schema.ts'
import { aBatch } from '../../fixtures/batch.ts'
import { admin } from './admin.ts'
import { aCollector } from './collector.ts'
import { deliver } from './delivery.ts'

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

test('a batch of which retention has left the id is no gap', async () => {
  collector = aCollector()
  const device = randomUUID()
  await received(device, [[0, aLedger()], [1]])
  expect([...collector.storage.expire(1, Date.now() + 3 * 24 * 60 * 60_000)]).toEqual([2])
  expect(await received(device, [[2]])).toMatchObject({ status: 0 })
})

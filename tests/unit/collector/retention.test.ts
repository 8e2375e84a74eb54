import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { keepExpiring } from '../../../collector/expiring.ts'
import { newId } from '../../../lib/trace/id.ts'
import { aBatch, aSequence, aTarget, anAction, inOrder } from '../../fixtures/batch.ts'
import { aCollector, aDirectory, bytesOnDisk, read, rowsOf, sequencesIn } from './collector.ts'
import { deliver, deliverInClear } from './delivery.ts'
import { start } from './process.ts'

const DAY = 24 * 60 * 60_000
const MARKER = 'Reset all shipping labels'

/** A collector whose clock can be set; batches are sealed at its time. */
function aStore() {
  let now = Date.UTC(2026, 5, 1, 12)
  const collector = aCollector({ now: () => now })
  const device = randomUUID()
  let ordinal = 0
  const store = async (change = {}) => {
    const batch = aBatch({ id: newId(now), device, ordinal: ordinal++, ...change })
    expect((await collector.post(deliverInClear(batch))).status).toBe(201)
    return batch
  }
  const expire = (days: number) => [...collector.storage.expire(days, now)]
  return { ...collector, store, expire, pass: (days: number) => (now += days * DAY) }
}

test('batches older than the retention go, bodies, sequences and quarantine; their ids stay, and the run is in the audit chain', async () => {
  const { store, expire, pass, storage, dir, post, app } = aStore()
  const foul = aSequence({ actions: inOrder([anAction('click', { target: aTarget({ name: '4111-1111-1111-1111' }) })]) })
  const marked = aSequence({ actions: inOrder([anAction('click', { target: aTarget({ name: MARKER }) })]) })
  const old = await store({ sequences: [marked] })
  await store({ sequences: [foul] })
  expect(bytesOnDisk(dir)).toContain(MARKER)
  pass(8)
  const young = await store()
  pass(3)
  expect(expire(10)).toEqual([2])

  expect(Object.keys(sequencesIn(dir))).toEqual([young.id])
  expect(bytesOnDisk(dir)).not.toContain(MARKER)
  expect(storage.totals()).toEqual({ batches: 1, sequences: 1, actions: 18 })
  expect((await read(app.request('/healthz'))).body).toMatchObject({ batches: 1, quarantined: 0 })
  expect(rowsOf(dir, 'SELECT batch FROM sequence')).toEqual([{ batch: young.id }])
  expect(rowsOf(dir, 'SELECT what, detail FROM audit')).toEqual([
    { what: 'retention', detail: JSON.stringify({ before: '2026-06-02', days: 10, batches: 2, sequences: 1, actions: 1 }) },
  ])
  expect(await read(post(deliverInClear(old)))).toMatchObject({ status: 200, body: { status: 'duplicate', sequences: 0 } })
  expect((await post(deliverInClear({ ...old, ordinal: 9 }))).status).toBe(409)
  expect(expire(10)).toEqual([])
  expect(rowsOf(dir, 'SELECT count(*) AS count FROM audit')).toEqual([{ count: 1 }])
})

test('ids are forgotten once the clock refuses them, with the whole device, so that no gap is left', async () => {
  const { store, expire, pass, dir, post } = aStore()
  const first = await store()
  pass(5)
  const second = await store()
  const ids = () => rowsOf(dir, 'SELECT id FROM batch ORDER BY ordinal').map((row) => Object.values(row)[0])
  pass(29)
  expire(1)
  expect(ids()).toEqual([first.id, second.id])
  pass(2)
  expire(1)
  // The first is older than a month, the second is not; both are of one device.
  expect(ids()).toEqual([first.id, second.id])
  expect((await post(deliver(first))).status).toBe(409)
  pass(3)
  expire(1)
  expect(ids()).toEqual([])
  expect(await read(post(deliver(first)))).toMatchObject({ status: 422, body: { error: 'clock' } })
})

test('many are deleted in small steps, and a run that ends between two is finished by the next', async () => {
  const { store, expire, pass, storage, dir } = aStore()
  for (let index = 0; index < 120; index += 1) await store({ sequences: [aSequence({ actions: inOrder([anAction('click')]) })] })
  pass(2)
  const steps = storage.expire(1, Date.UTC(2026, 5, 3, 12))
  expect(steps.next().value).toBe(50)
  steps.return(0)
  expect(storage.totals().batches).toBe(70)
  expect(expire(1)).toEqual([50, 20])
  expect(storage.totals()).toEqual({ batches: 0, sequences: 0, actions: 0 })
  expect(rowsOf(dir, 'SELECT detail FROM audit').map((row) => JSON.parse(String(Object.values(row)[0])))).toMatchObject([
    { batches: 120 },
    { batches: 70 },
  ])
  expect(rowsOf(dir, 'SELECT bytes FROM total')).toEqual([{ bytes: 0 }])
})

test('it runs at once and every hour, until it is ended', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const runs: number[] = []
  let now = 0
  const storage = {
    *expire(days: number, at: number) {
      runs.push(at)
      yield days
    },
  }
  const end = keepExpiring(storage, { days: 1, now: () => now, log: () => {} })
  expect(runs).toEqual([0])
  await new Promise(setImmediate)
  now = 3_600_000
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(runs).toEqual([0, 3_600_000])
  await end()
  await vi.advanceTimersByTimeAsync(36_000_000)
  vi.useRealTimers()
  expect(runs).toHaveLength(2)
})

test('a run that fails is told and does not end the collector', async () => {
  const lines: string[] = []
  const storage = {
    // oxlint-disable-next-line require-yield -- it fails before it has anything to give
    *expire(): Generator<number> {
      throw new Error('disk full')
    },
  }
  await keepExpiring(storage, { days: 1, now: () => 0, log: (line) => lines.push(line) })()
  expect(lines).toEqual(['retention failed disk full'])
})

test('the process deletes what is due when it starts, and nothing without the option', async () => {
  const dir = aDirectory()
  const now = Date.now() - 3 * DAY
  const { post, close } = aCollector({ dir, now: () => now })
  await post(deliver(aBatch({ id: newId(now) })))
  close()
  const counts = async (args: string[]) => {
    const { child, ended, url } = await start({ dir, args })
    const counted: unknown = await (await fetch(`${url}/healthz`)).json()
    child.kill('SIGTERM')
    expect(await ended).toEqual({ code: 0, errors: '' })
    return counted
  }
  expect(await counts([])).toMatchObject({ batches: 1 })
  expect(await counts(['--retention-days', '4'])).toMatchObject({ batches: 1 })
  expect(await counts(['--retention-days', '2'])).toMatchObject({ batches: 0 })
})

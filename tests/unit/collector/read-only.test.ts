/**
 * A disk that takes nothing more under a running collector, as the kernel makes it read-only once it finds it damaged. A mount cannot
 * be made so by hand while files on it are open for writing; so the calls are refused one by one, with what the kernel would answer.
 */
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aBatch, aSequence, anAction, inOrder } from '../../fixtures/batch.ts'
import { aCollector, aDirectory, read, sequencesIn } from './collector.ts'
import { askToErase, deliver } from './delivery.ts'
import { canRefuse, startTraced } from './syscalls/traced.ts'

const small = () => aBatch({ sequences: [aSequence({ actions: inOrder([anAction('click')]) })] })

test.skipIf(!canRefuse()).each(['read-only', 'sync'] as const)(
  'a database that fails under a running collector (%s) is answered with 503, and taken up again without a restart',
  { timeout: 60_000 },
  async (fault) => {
    const dir = aDirectory()
    const { url, fail, kill, events } = await startTraced(dir)
    const send = (batch: ReturnType<typeof small>) => read(fetch(`${url}/v1/batches`, deliver(batch)))
    const before = Array.from({ length: 5 }, small)
    for (const batch of before) expect((await send(batch)).status).toBe(201)

    fail(fault)
    const refused = Array.from({ length: 5 }, small)
    const answers = await Promise.all([...refused, ...refused].map(send))
    for (const { status, headers, body } of answers) {
      expect({ status, body }).toMatchObject({ status: 503, body: { error: 'storage', field: null } })
      expect(headers.get('retry-after')).toBe('30')
    }
    expect((await fetch(`${url}/v1/erasures`, askToErase([randomUUID()]))).status).toBe(503)
    expect(events().some((event) => event.startsWith('failed '))).toBe(true)
    // What is stored can still be read, and stays acknowledged.
    for (const batch of before) expect((await send(batch)).status).toBe(200)

    fail(null)
    for (const batch of refused) expect((await send(batch)).status).toBe(201)
    for (const batch of [...before, ...refused]) expect((await send(batch)).status).toBe(200)
    await kill()

    const all = [...before, ...refused]
    const expected = Object.fromEntries(all.map(({ id, sequences }) => [id, sequences.map((sequence) => sequence.id)]))
    expect(sequencesIn(dir)).toEqual(expected)
    const { post, storage } = aCollector({ dir })
    for (const batch of all) expect((await post(deliver(batch))).status).toBe(200)
    expect(storage.totals()).toEqual({ batches: 10, sequences: 10, actions: 10 })
  },
)

test.skipIf(!canRefuse())(
  'a collector whose disk fails for good and that is killed has what it acknowledged and nothing else',
  { timeout: 60_000 },
  async () => {
    const dir = aDirectory()
    const { url, fail, kill } = await startTraced(dir)
    const acknowledged: string[] = []
    const client = async (n: number) => {
      for (let sent = 0; sent < 10; sent += 1) {
        if (n === 0 && sent === 5) fail('read-only')
        const batch = small()
        const { status } = await read(fetch(`${url}/v1/batches`, deliver(batch)))
        if (status === 201) acknowledged.push(batch.id)
        else expect(status).toBe(503)
      }
    }
    await Promise.all(Array.from({ length: 8 }, (_, n) => client(n)))
    await kill()
    expect(acknowledged.length).toBeGreaterThan(5)
    expect(acknowledged.length).toBeLessThan(80)
    // The tracer is gone, and with it the fault: what is found was written before.
    expect(Object.keys(sequencesIn(dir)).sort()).toEqual(acknowledged.sort())
  },
)

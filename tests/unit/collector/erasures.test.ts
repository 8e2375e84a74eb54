import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { openArchive } from '../../../collector/storage.ts'
import { contentsOf } from '../../../collector/stored-body.ts'
import { traceReader } from '../../../export/read.ts'
import { MAX_ERASED, Receipt } from '../../../lib/trace/erasure.ts'
import { aBatch, aSequence, aTarget, anAction, inOrder } from '../../fixtures/batch.ts'
import { aCollector, bytesOnDisk, read, rowsOf, sequencesIn } from './collector.ts'
import { askToErase, deliver, deliverInClear } from './delivery.ts'

/** Interface wording, which the collector keeps as it is. */
const MARKER = 'Reset all shipping labels'
const marked = () => aSequence({ actions: inOrder([anAction('click', { target: aTarget({ name: MARKER }) })]) })

test('an erased sequence is cut out of its batch, and nothing of it is left in any file', async () => {
  const { post, erase, storage, dir, close } = aCollector()
  const sequences = [aSequence(), marked(), aSequence()]
  const batch = aBatch({ sequences })
  const request = deliverInClear(batch)
  await post(request)
  const gone = sequences[1]?.id ?? ''
  expect(bytesOnDisk(dir)).toContain(MARKER)

  const answer = await read(erase(askToErase([gone])))
  expect(answer).toMatchObject({ status: 200, body: { erased: 1, remembered: 1, day: new Date().toISOString().slice(0, 10), entry: 1 } })
  expect(Receipt.safeParse(answer.body).error).toBeUndefined()
  expect(bytesOnDisk(dir)).not.toContain(MARKER)
  // Compressed as it was sent, the middle of the body is as telling as its words.
  expect(bytesOnDisk(dir)).not.toContain(Buffer.from(request.body).subarray(2000, 2040).toString('latin1'))
  const stays = [sequences[0]?.id, sequences[2]?.id]
  expect(sequencesIn(dir)).toEqual({ [batch.id]: stays })
  expect(storage.totals()).toEqual({ batches: 1, sequences: 2, actions: 36 })
  expect((await read(post(request))).body).toEqual({ id: batch.id, status: 'duplicate', sequences: 2, actions: 36, erased: 1 })

  const archive = openArchive(dir)
  const reader = traceReader(archive)
  expect([...reader.traces()].map(({ sequence }) => sequence.id)).toEqual(stays)
  expect([...reader.report.rejected]).toEqual([])
  // What stays is written as it was sent, key by key.
  const expected = gzipSync(JSON.stringify({ ...batch, sequences: [sequences[0], sequences[2]] }))
  expect([...archive.batches()].map(({ body }) => Buffer.from(body).equals(expected))).toEqual([true])
  archive.close()
  close()
  expect(bytesOnDisk(dir)).not.toContain(MARKER)
})

test('the bytes of a compressed body are gone from the files too', async () => {
  const { post, erase, dir } = aCollector()
  const batch = aBatch({ sequences: [marked(), aSequence()] })
  const request = deliver(batch)
  await post(request)
  const middle = Buffer.from(request.body).subarray(300, 340).toString('latin1')
  expect(bytesOnDisk(dir)).toContain(middle)
  await erase(askToErase([batch.sequences[0]?.id ?? '']))
  expect(bytesOnDisk(dir)).not.toContain(middle)
})

test('what is erased does not come back, with its own batch or another, and the answer counts it', async () => {
  const { post, erase, storage } = aCollector()
  const [late, other] = [aSequence(), aSequence()]
  expect((await read(erase(askToErase([late.id])))).body).toMatchObject({ erased: 0, remembered: 1 })
  const batch = aBatch({ sequences: [late, other] })
  expect(await read(post(deliver(batch)))).toMatchObject({ status: 201, body: { sequences: 1, erased: 1 } })
  expect(await read(post(deliver(batch)))).toMatchObject({ status: 200, body: { sequences: 1, erased: 1 } })
  expect(storage.totals()).toEqual({ batches: 1, sequences: 1, actions: 18 })
})

test('a sequence that was held back is erased out of the quarantine', async () => {
  const { post, erase, storage, dir } = aCollector()
  const foul = aSequence({ actions: inOrder([anAction('click', { target: aTarget({ name: '4111-1111-1111-1111' }) })]) })
  const batch = aBatch({ sequences: [foul, aSequence()] })
  await post(deliver(batch))
  expect((await read(erase(askToErase([foul.id])))).body).toMatchObject({ erased: 1 })
  expect(storage.quarantined()).toBe(0)
  expect(rowsOf(dir, 'SELECT * FROM quarantine')).toEqual([])
  expect((await read(post(deliver(batch)))).body).toEqual({ id: batch.id, status: 'duplicate', sequences: 1, actions: 18, erased: 1 })
})

test('the same request has the same receipt, also after a restart; its id with other sequences is refused', async () => {
  const { post, erase, dir, close } = aCollector()
  const batch = aBatch({ sequences: [aSequence(), aSequence()] })
  const [first = '', second = ''] = batch.sequences.map(({ id }) => id)
  await post(deliver(batch))
  const id = randomUUID()
  const receipt = await read(erase(askToErase([first, second], { id })))
  expect(receipt).toMatchObject({ status: 200, body: { id, erased: 2 } })
  // Neither order nor repetition makes another request of it.
  expect(await read(erase(askToErase([second, first, first], { id })))).toMatchObject({ status: 200, body: receipt.body })
  expect(await read(erase(askToErase([first], { id })))).toMatchObject({ status: 409, body: { error: 'conflict', field: 'id' } })
  close()
  const again = aCollector({ dir })
  expect((await read(again.erase(askToErase([first, second], { id })))).body).toEqual(receipt.body)
  expect(rowsOf(dir, 'SELECT n, what, detail FROM audit')).toEqual([
    { n: 1, what: 'erase-sequences', detail: JSON.stringify({ request: id, erased: 2, remembered: 2 }) },
  ])
})

test('no receipt is given while somebody still reads the old state; the same request has it later', async () => {
  const { post, erase, dir } = aCollector()
  const batch = aBatch({ sequences: [marked()] })
  await post(deliverInClear(batch))
  const archive = openArchive(dir)
  const reading = archive.batches()
  reading.next()
  const request = askToErase(batch.sequences.map(({ id }) => id))
  const refused = await read(erase(request))
  expect(refused).toMatchObject({ status: 503, body: { error: 'storage', field: null } })
  expect(refused.headers.get('retry-after')).toBe('30')
  archive.close()
  expect(await read(erase(request))).toMatchObject({ status: 200, body: { erased: 1, entry: 1 } })
  expect(bytesOnDisk(dir)).not.toContain(MARKER)
})

test('erasing at the same time as the same sequences arrive leaves none of them', async () => {
  const { post, erase, storage, dir } = aCollector()
  const batches = Array.from({ length: 40 }, (_, ordinal) => aBatch({ ordinal, sequences: [marked(), aSequence()] }))
  const answers = await Promise.all(
    batches.flatMap((batch, index) => {
      const both = [() => post(deliverInClear(batch)), () => erase(askToErase([batch.sequences[0]?.id ?? '']))]
      return (index % 2 === 0 ? both : both.toReversed()).map((send) => send())
    }),
  )
  expect(answers.filter(({ status }) => status !== 200 && status !== 201)).toEqual([])
  expect(storage.totals()).toEqual({ batches: 40, sequences: 40, actions: 720 })
  const bodies = Object.entries(sequencesIn(dir))
  expect(bodies.map(([, ids]) => ids)).toEqual(bodies.map(([id]) => [batches.find((batch) => batch.id === id)?.sequences[1]?.id]))
})

test('a body that cannot be read goes as a whole', async () => {
  const { post, erase, storage, dir } = aCollector()
  const batch = aBatch({ sequences: [aSequence(), aSequence()] })
  await post(deliver(batch))
  storage.insert([
    {
      id: 'x',
      device: 'd',
      ordinal: 0,
      digest: new Uint8Array(32),
      receivedAt: 1,
      sequences: 2,
      actions: 2,
      body: Buffer.from('damaged'),
      parts: [
        { id: 'a', actions: 1 },
        { id: batch.device, actions: 1 },
      ],
    },
  ])
  expect((await read(erase(askToErase([batch.device])))).body).toMatchObject({ erased: 1 })
  expect(Object.keys(sequencesIn(dir))).toEqual([batch.id])
  expect(storage.totals()).toEqual({ batches: 1, sequences: 2, actions: 36 })
})

describe('a request that is not one is refused by name and does nothing', () => {
  const id = '0f0c2a52-53f4-4a5c-8a8c-0a6d3f3f7f10'
  const body = (value: unknown) => ({ body: JSON.stringify(value) })
  const headers = (change: Record<string, string>) => ({ headers: askToErase([id], change).headers })
  test.each<[string, RequestInit, number, string, string | null]>([
    ['without a token', headers({ authorization: '' }), 401, 'token', 'Authorization'],
    ['of another type', headers({ 'content-type': 'text/plain' }), 415, 'content-type', 'Content-Type'],
    ['that is compressed', headers({ 'content-encoding': 'gzip' }), 415, 'content-encoding', 'Content-Encoding'],
    ['that is no JSON', { body: 'secret' }, 400, 'json', 'body'],
    ['of another version', body({ version: 2, id, sequences: [id] }), 422, 'schema', 'version'],
    ['without an id', body({ version: 1, sequences: [id] }), 422, 'schema', 'id'],
    ['for nothing', body({ version: 1, id, sequences: [] }), 422, 'schema', 'sequences'],
    [
      'for too much',
      body({ version: 1, id, sequences: Array.from({ length: MAX_ERASED + 1 }, () => randomUUID()) }),
      422,
      'schema',
      'sequences',
    ],
    ['for what is no id', body({ version: 1, id, sequences: ['secret'] }), 422, 'schema', 'sequences.0'],
    ['with more in it', body({ version: 1, id, sequences: [id], secret: 1 }), 422, 'schema', 'erasure'],
  ])('%s', async (_, change, status, error, field) => {
    const { erase, dir, lines } = aCollector()
    const answer = await read(erase({ ...askToErase([id]), ...change }))
    expect(answer).toMatchObject({ status, body: { error, field } })
    expect(JSON.stringify([answer.body, lines])).not.toContain('secret')
    expect(rowsOf(dir, 'SELECT * FROM erased')).toEqual([])
    expect(rowsOf(dir, 'SELECT * FROM audit')).toEqual([])
  })
})

test('what the columns say of a body is read from the body itself', () => {
  const sequences = [aSequence(), aSequence()]
  expect(contentsOf(gzipSync(JSON.stringify(aBatch({ sequences }))))?.parts).toEqual(sequences.map(({ id }) => ({ id, actions: 18 })))
  expect(contentsOf(Buffer.from('no gzip'))).toBeNull()
  expect(contentsOf(gzipSync('{"sequences":[{}]}'))).toBeNull()
})

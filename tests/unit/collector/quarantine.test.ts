import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { gunzip } from '../../../collector/gunzip.ts'
import { openArchive } from '../../../collector/storage.ts'
import { traceReader } from '../../../export/read.ts'
import { judge } from '../../../lib/flush/answer.ts'
import type { Action } from '../../../lib/trace/action.ts'
import type { Sequence } from '../../../lib/trace/schema.ts'
import { aBatch, aRoute, aSequence, aTarget, anAction, inOrder } from '../../fixtures/batch.ts'
import { aCollector, aDirectory, bytesOnDisk, read } from './collector.ts'
import { deliver, deliverInClear } from './delivery.ts'
import { start } from './process.ts'

/** Passes the schema, in a name as in a segment of a route. */
const CARD = '4111-1111-1111-1111'
/** Looked for among random identifiers, which have four such digits now and then. */
const START = CARD.slice(0, 9)
const PASSPORT = 'Passport'

const foul = (action: Action = anAction('click', { target: aTarget({ name: `Pay with ${CARD}` }) })) =>
  aSequence({ actions: inOrder([anAction('click'), action]) })

/** Everything a data directory holds: the bytes of its files, the log included, and its bodies opened. */
function everythingIn(dir: string): string {
  const archive = openArchive(dir)
  const bodies = [...archive.batches()].map(({ body }) => gunzip(Buffer.from(body)).toString())
  archive.close()
  return [bytesOnDisk(dir), ...bodies].join('\n')
}

function quarantineOf(dir: string) {
  const db = new DatabaseSync(`${dir}/waymark.db`, { readOnly: true })
  const rows = db.prepare('SELECT * FROM quarantine ORDER BY field').all()
  db.close()
  return rows.map((row) => ({ ...row }))
}

function exportOf(dir: string) {
  const archive = openArchive(dir)
  const reader = traceReader(archive)
  const ids = [...reader.traces()].map(({ sequence }) => sequence.id)
  archive.close()
  return { ids, rejected: [...reader.report.rejected] }
}

const idsOf = (sequences: Sequence[]) => sequences.map(({ id }) => id)

describe('a sequence in which something fires', () => {
  test.each<[string, string, Action]>([
    ['target.name', 'card', anAction('click', { target: aTarget({ name: CARD }) })],
    ['target.anchor.name', 'card', anAction('click', { target: aTarget({ anchor: { kind: 'form', index: 0, count: 1, name: CARD } }) })],
    ['destination.name', 'card', anAction('drag', { destination: aTarget({ name: CARD }) })],
    ['option.name', 'card', anAction('select', { option: aTarget({ name: CARD }) })],
    [
      'option.anchor.name',
      'card',
      anAction('select', { option: aTarget({ anchor: { kind: 'option-group', index: 0, count: 1, name: CARD } }) }),
    ],
    ['labels.1', 'card', anAction('select', { indices: [1, 2], labels: ['Newest first', CARD] })],
    ['route.path', 'card', anAction('click', { route: aRoute({ path: `/pay/${CARD}/done` }) })],
    ['route.query.1', 'card', anAction('click', { route: aRoute({ query: ['tab', `card-${CARD}`] }) })],
    ['target.name', 'numbered-person', anAction('click', { target: aTarget({ name: `${PASSPORT} no. ${CARD.slice(0, 4)}` }) })],
  ])('in its %s by the detector %s is cut out and named without its text; the others are kept', async (field, detector, action) => {
    const { post, dir, lines, close } = aCollector()
    const sequences = [aSequence(), foul(action), aSequence()]
    const batch = aBatch({ sequences })
    const answer = await read(post(deliverInClear(batch)))
    expect(answer).toMatchObject({ status: 201, body: { id: batch.id, status: 'stored', sequences: 2, actions: 36, quarantined: 1 } })
    expect(lines).toEqual([`quarantined sequences.1.actions.1.${field} ${detector}`])
    expect(quarantineOf(dir)).toEqual([
      {
        batch: batch.id,
        sequence: sequences[1]?.id,
        device: batch.device,
        field: `sequences.1.actions.1.${field}`,
        detector,
        received_at: expect.any(Number),
      },
    ])
    expect(everythingIn(dir)).toContain(sequences[2]?.id)
    for (const text of [START, PASSPORT]) expect(everythingIn(dir)).not.toContain(text)
    expect(exportOf(dir)).toEqual({ ids: idsOf([...sequences.slice(0, 1), ...sequences.slice(2)]), rejected: [] })
    close()
    for (const text of [START, PASSPORT]) expect(everythingIn(dir)).not.toContain(text)
  })

  test('is delivered for the browser, so that it never comes again', async () => {
    const { post } = aCollector()
    const batch = aBatch({ sequences: [foul()] })
    const { status, body } = await read(post(deliver(batch)))
    expect(judge(batch.id, { status, retryAfter: null, body }, Date.now(), 0)).toEqual({ kind: 'delivered' })
  })

  test('makes the next copy of the batch no less a duplicate, and other bytes no less a conflict, also after a restart', async () => {
    const { post, close, dir, storage } = aCollector()
    const batch = aBatch({ sequences: [aSequence(), foul()] })
    const kept = { id: batch.id, sequences: 1, actions: 18, quarantined: 1 }
    expect(await read(post(deliver(batch)))).toMatchObject({ status: 201, body: { ...kept, status: 'stored' } })
    expect(await read(post(deliver(batch)))).toMatchObject({ status: 200, body: { ...kept, status: 'duplicate' } })
    const reduced = { ...batch, sequences: batch.sequences.slice(0, 1) }
    expect(await read(post(deliver(reduced)))).toMatchObject({ status: 409, body: { error: 'conflict' } })
    expect(storage.totals()).toEqual({ batches: 1, sequences: 1, actions: 18 })
    expect(storage.quarantined()).toBe(1)

    close()
    const again = aCollector({ dir })
    expect(await read(again.post(deliver(batch)))).toMatchObject({ status: 200, body: kept })
    expect(await read(again.post(deliver(reduced)))).toMatchObject({ status: 409 })
    expect(again.storage.quarantined()).toBe(1)
    expect(exportOf(dir)).toEqual({ ids: idsOf(reduced.sequences), rejected: [] })
  })

  test('is counted once when it is sent a hundred times at once', async () => {
    const { app, post, storage, lines } = aCollector()
    const batch = aBatch({ sequences: [foul(), aSequence(), foul()] })
    const answers = await Promise.all(Array.from({ length: 100 }, () => post(deliver(batch))))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(99)
    expect(storage.quarantined()).toBe(2)
    expect(lines).toHaveLength(2)
    const counts = { batches: 1, sequences: 1, actions: 18, quarantined: 2 }
    expect((await read(app.request('/healthz'))).body).toEqual({ status: 'ok', ...counts })
  })

  test('does not save a batch that is refused for another reason, and is not recorded then', async () => {
    const { post, storage, bytesOnDisk } = aCollector()
    const locators = [{ kind: 'id' as const, css: '#rosebud', matches: 1, positional: false }]
    const batch = aBatch({ sequences: [foul(), foul(anAction('click', { target: aTarget({ locators }) }))] })
    expect(await read(post(deliverInClear(batch)))).toMatchObject({ status: 422, body: { error: 'masking' } })
    expect(storage.totals().batches).toBe(0)
    expect(storage.quarantined()).toBe(0)
    expect(bytesOnDisk()).not.toContain(START)
  })
})

test('a batch of nothing else leaves its header, is acknowledged again, and exports nothing', async () => {
  const { post, dir, storage } = aCollector()
  const batch = aBatch({ sequences: [foul(), foul()], counts: { masked: 7 } })
  const kept = { id: batch.id, sequences: 0, actions: 0, quarantined: 2 }
  expect(await read(post(deliverInClear(batch)))).toMatchObject({ status: 201, body: { ...kept, status: 'stored' } })
  expect(await read(post(deliverInClear(batch)))).toMatchObject({ status: 200, body: { ...kept, status: 'duplicate' } })
  expect(storage.totals()).toEqual({ batches: 1, sequences: 0, actions: 0 })
  expect(exportOf(dir)).toEqual({ ids: [], rejected: [] })
  expect(everythingIn(dir)).toContain('"sequences":[],"counts":{"masked":7}')
  expect(everythingIn(dir)).not.toContain(START)
})

test('a batch in which nothing fires is kept as sent, byte for byte, and says nothing of a quarantine', async () => {
  const { post, dir, lines } = aCollector()
  const batch = aBatch()
  const request = deliverInClear(batch)
  expect((await read(post(request))).body).toEqual({ id: batch.id, status: 'stored', sequences: 1, actions: 18 })
  const archive = openArchive(dir)
  expect([...archive.batches()].map(({ body }) => Buffer.compare(body, request.body))).toEqual([0])
  archive.close()
  expect(quarantineOf(dir)).toEqual([])
  expect(lines).toEqual([])
})

test('the process that is killed after its answer has the quarantine on disk, its text nowhere, and says how many', async () => {
  const dir = aDirectory()
  const collector = await start({ dir })
  const batch = aBatch({ sequences: [aSequence(), foul()] })
  const answer = await read(fetch(`${collector.url}/v1/batches`, deliverInClear(batch)))
  expect(answer).toMatchObject({ status: 201, body: { quarantined: 1 } })
  expect(await (await fetch(`${collector.url}/healthz`)).json()).toMatchObject({ sequences: 1, quarantined: 1 })
  expect(bytesOnDisk(dir)).not.toContain(START)
  collector.child.kill('SIGKILL')
  expect((await collector.ended).errors).toBe('quarantined sequences.1.actions.1.target.name card\n')
  expect(quarantineOf(dir)).toMatchObject([{ batch: batch.id, detector: 'card' }])
  expect(exportOf(dir).ids).toEqual(idsOf(batch.sequences.slice(0, 1)))
  expect(everythingIn(dir)).not.toContain(START)
})

/** A collector that is older than the extension refuses what it does not know. It waits, is shown, and goes out when the collector is newer. */
import { expect, test } from 'vitest'
import { deliver } from '../../../lib/flush/deliver.ts'
import type { Database } from '../../../lib/store/database.ts'
import { untold } from '../../../lib/store/given-up.ts'
import { remove } from '../../../lib/store/remove.ts'
import { waitingIn } from '../../../lib/store/stats.ts'
import { sendable } from '../../../lib/store/queue.ts'
import { admin } from '../collector/admin.ts'
import { accountOf, expectBalance } from '../store/account.ts'
import { contentOf } from '../store/marked.ts'
import { DELIVERED, aClosedSequence, aQueue, to } from './filled-queue.ts'
import { aListeningCollector, aServer, answering, type Reply } from './loopback.ts'

/** Word for word what the collector of commit 10b382e answers to a batch with a ledger, which it does not know, and at other addresses. */
const ofBefore: Reply = (response, request) =>
  request.url === '/v1/batches'
    ? answering(422, { error: 'schema', field: 'batch', message: 'This holds a key that is not in the schema.' })(response, request)
    : answering(404, { error: 'path', field: null, message: 'There is nothing at this address.' })(response, request)

/** One that does not know a key of an action: it names the first sequence that has one. */
const knowingNoKey: Reply = (response, request) =>
  answering(422, { error: 'schema', field: 'sequences.0.actions.0.target', message: 'This holds a key that is not in the schema.' })(
    response,
    request,
  )

/** What is refused is tried again a day later. */
async function aDayLater(db: Database): Promise<void> {
  for (const row of await db.getAll('batches'))
    if (row.parked) await db.put('batches', { ...row, parked: { ...row.parked, at: row.parked.at - 86_400_000 } })
}

test.each([
  ['a key of the batch', ofBefore],
  ['a key of an action', knowingNoKey],
])('one that does not know %s loses nothing, and gets all of it once when it is newer', async (_, reply) => {
  const db = await aQueue(2)
  for (const mark of [20, 30]) await aClosedSequence(db, mark)
  const older = await aServer(reply)
  expect(await deliver(db, to(older.url))).toEqual(DELIVERED)
  const { parked, batches } = await waitingIn(db)
  expect([parked > 0, batches]).toEqual([true, 0])
  expect((await accountOf(db)).batches.map(({ parked: code }) => code?.code)).toEqual(Array(parked).fill('refused-422'))
  await expectBalance(db, Date.now())
  // Nobody asks again every quarter of an hour.
  const { length } = older.received
  expect(await deliver(db, to(older.url))).toEqual(DELIVERED)
  expect(older.received).toHaveLength(length)

  const newer = await aListeningCollector()
  await aDayLater(db)
  expect(await deliver(db, to(newer.url))).toEqual(DELIVERED)
  expect(newer.stored()).toEqual([0, 1, 10, 11, 20, 21, 30, 31])
  expect(await accountOf(db)).toMatchObject({ batches: [], actions: [], sent: { actions: 8 } })
  expect(admin('gaps', '--data', newer.dir).status).toBe(0)
  await expectBalance(db, Date.now())
})

test('the batch of today has nothing that an extension of before did not have, beside what is refused above', async () => {
  const db = await aQueue(1)
  const [{ bytes } = { bytes: new ArrayBuffer(0) }] = (await accountOf(db)).batches
  // A new key here needs a collector that takes it before the extension that sends it: say so in CHANGELOG.md, and add bytes to tests/fixtures/wire.
  expect(Object.keys(contentOf(bytes)).toSorted()).toEqual(
    ['version', 'id', 'device', 'ordinal', 'extension', 'purpose', 'sequences', 'counts', 'ledger'].toSorted(),
  )
})

test('one that cannot be told numbers or asked to erase is told and asked when it can be', async () => {
  const db = await aQueue(3)
  const [, second] = await sendable(db, Date.now())
  const gone = second!.contents[0]!.sequence
  await remove(db, { matches: ({ sequence }) => sequence === gone, reason: 'dropped-deleted', span: null, sent: 'erase' }, Date.now())
  await deliver(db, to((await aServer(ofBefore)).url))
  expect((await untold(db)).flatMap(({ numbers }) => numbers)).toEqual([{ ordinal: 1, reason: 'dropped-deleted' }])
  const newer = await aListeningCollector()
  await aDayLater(db)
  expect(await deliver(db, to(newer.url))).toEqual(DELIVERED)
  expect(await untold(db)).toEqual([])
  expect(admin('gaps', '--data', newer.dir).status).toBe(0)
})

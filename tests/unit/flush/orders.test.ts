/** Answers of a collector that are about the browser, not about a batch. */
import { describe, expect, test } from 'vitest'
import { deliver } from '../../../lib/flush/deliver.ts'
import { pendingErasures } from '../../../lib/store/erasures.ts'
import { readState, writeState } from '../../../lib/store/state.ts'
import type { Database } from '../../../lib/store/database.ts'
import { TOKEN } from '../collector/delivery.ts'
import { accountOf, expectBalance } from '../store/account.ts'
import { aPage } from '../store/empty-database.ts'
import { aDraft } from '../../fixtures/draft.ts'
import { DELIVERED, aClosedSequence, aQueue, to } from './filled-queue.ts'
import { aListeningCollector, aServer, answering, type Reply } from './loopback.ts'

const ordering =
  (status: number, error: string): Reply =>
  (response, request) =>
    answering(status, { error, field: 'device', message: '', id: request.headers['idempotency-key'] })(response, request)

const orderIn = (db: Database) => readState(db.transaction('state').store, 'order')
/** As if the first order had come a minute earlier. */
async function aMinuteLater(db: Database): Promise<void> {
  const order = await orderIn(db)
  await writeState(db.transaction('state', 'readwrite').store, 'order', { ...order!, at: order!.at - 60_000 })
}

describe('a collector that has revoked this browser', () => {
  test('is believed when it says so again a minute later, and loses nothing', async () => {
    const db = await aQueue(2)
    const { url } = await aServer(ordering(403, 'revoked'))
    expect(await deliver(db, to(url))).toMatchObject({ code: 'revoked' })
    expect(await deliver(db, to(url))).toMatchObject({ code: 'revoked' })
    expect(await orderIn(db)).toMatchObject({ kind: 'stop', confirmed: false })
    await aMinuteLater(db)
    expect(await deliver(db, to(url))).toMatchObject({ code: 'revoked' })
    expect(await orderIn(db)).toMatchObject({ kind: 'stop', confirmed: true })
    expect((await accountOf(db)).batches).toHaveLength(2)
  })

  test('has thought better of it when it takes a batch', async () => {
    const db = await aQueue(2)
    const { url } = await aServer(ordering(403, 'revoked'))
    await deliver(db, to(url))
    await aMinuteLater(db)
    await deliver(db, to(url))
    const collector = await aListeningCollector()
    expect(await deliver(db, to(collector.url))).toEqual(DELIVERED)
    expect(await orderIn(db)).toBeUndefined()
    expect(collector.stored()).toHaveLength(4)
  })
})

describe('a collector that has erased this browser', () => {
  test('has everything deleted here when it says so again, counted, under a new pseudonym, with late arrivals refused', async () => {
    const db = await aQueue(2)
    const page = await aPage(db, { tab: 'run:9' })
    const before = Date.now()
    await page.send([aDraft('click', { n: 0, at: before })], {}, before)
    const known = (await accountOf(db)).device
    const { url } = await aServer(ordering(410, 'erased'))
    expect(await deliver(db, to(url))).toMatchObject({ code: 'erased' })
    expect((await accountOf(db)).batches).toHaveLength(2)
    await aMinuteLater(db)
    await deliver(db, to(url))
    const { batches, actions, counts, device } = await accountOf(db)
    expect([batches, actions, counts['dropped-erased']]).toEqual([[], [], 5])
    expect([device, known === undefined]).toEqual([undefined, false])
    await page.send([aDraft('click', { n: 1, at: before })], {}, before)
    expect((await accountOf(db)).actions).toEqual([])
    await expectBalance(db, Date.now())
    // It need not be asked to erase what it has erased.
    expect(await pendingErasures(db)).toEqual([])
  })

  test('is not confused with one that has revoked it: each order begins anew', async () => {
    const db = await aQueue(1)
    await deliver(db, to((await aServer(ordering(403, 'revoked'))).url))
    await aMinuteLater(db)
    await deliver(db, to((await aServer(ordering(410, 'erased'))).url))
    expect((await accountOf(db)).batches).toHaveLength(1)
    expect(await orderIn(db)).toMatchObject({ kind: 'purge', confirmed: false })
  })
})

describe('a token that is not taken', () => {
  const checking =
    (token: string): Reply =>
    (response, request) =>
      request.headers.authorization === `Bearer ${token}`
        ? answering(201, { id: request.headers['idempotency-key'] })(response, request)
        : answering(401, { error: 'token', field: 'Authorization', message: '' })(response, request)

  test('is replaced by the one the policy has by now, once, and the queue goes on', async () => {
    const db = await aQueue(3)
    const { url, received } = await aServer(checking('the-new-token-0123456789'))
    let asked = 0
    const renewed = () => {
      asked += 1
      return Promise.resolve({ url, token: 'the-new-token-0123456789' })
    }
    expect(await deliver(db, { ...to(url), renewed })).toEqual(DELIVERED)
    expect([asked, received.length]).toEqual([1, 4])
  })

  test.each([
    ['the same', () => Promise.resolve({ url: '', token: TOKEN })],
    ['none', () => Promise.resolve(null)],
  ])('is waited for where the policy has %s', async (_, renewed) => {
    const db = await aQueue(2)
    const { url, received } = await aServer(checking('another-token-0123456789'))
    expect(await deliver(db, { ...to(url), renewed })).toMatchObject({ code: 'unauthorized', attempts: 1 })
    expect(received).toHaveLength(1)
    expect((await accountOf(db)).batches).toHaveLength(2)
  })
})

test('a collector that blames the request three times in a row is not asked a fourth time', async () => {
  const db = await aQueue(5)
  const { url, received } = await aServer(answering(400, { error: 'gzip', field: 'body', message: '' }))
  expect(await deliver(db, to(url))).toMatchObject({ code: 'refused-400' })
  expect(received).toHaveLength(3)
  expect((await accountOf(db)).batches.filter(({ parked }) => parked === null)).toHaveLength(2)
})

test('what is refused one time and taken the next is no row of refusals', async () => {
  const db = await aQueue(4)
  let asked = 0
  const { url } = await aServer((response, request) => {
    asked += 1
    return asked % 2 === 1
      ? answering(400, { error: 'gzip', field: 'body', message: '' })(response, request)
      : answering(201, { id: request.headers['idempotency-key'] })(response, request)
  })
  await aClosedSequence(db, 90)
  expect(await deliver(db, to(url))).toEqual(DELIVERED)
  expect((await accountOf(db)).batches).toHaveLength(3)
})

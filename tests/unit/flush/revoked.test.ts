/** A browser whose key was revoked at the real collector, by its command, over HTTP. */
import { deliver } from '../../../lib/flush/deliver.ts'
import { credentialsIn } from '../../../lib/store/credentials.ts'
import type { Database } from '../../../lib/store/database.ts'
import { pendingErasures } from '../../../lib/store/erasures.ts'
import { remove } from '../../../lib/store/remove.ts'
import { admin } from '../collector/admin.ts'
import { sequencesIn } from '../collector/collector.ts'
import { accountOf } from '../store/account.ts'
import { marksInBrowser } from '../store/marked.ts'
import { describe, expect, test } from 'vitest'
import { readState, writeState } from '../../../lib/store/state.ts'
import { DELIVERED, aClosedSequence, aQueue, joining } from './filled-queue.ts'
import { aGateway, enrolledAt, writeCredentials } from './enrolling.ts'
import { aListeningCollector, answering } from './loopback.ts'

const orderIn = (db: Database) => readState(db.transaction('state').store, 'order')
/** As if the first order had come a minute earlier. */
async function aMinuteLater(db: Database): Promise<void> {
  const order = await orderIn(db)
  await writeState(db.transaction('state', 'readwrite').store, 'order', { ...order!, at: order!.at - 60_000 })
}

describe('a browser that is revoked', () => {
  const set = (dir: string, command: string, id: string) => expect(admin(command, '--credential', id, '--data', dir).status).toBe(0)

  /** Has delivered one batch, and three wait. */
  async function aKnownBrowser() {
    const collector = await aListeningCollector()
    const db = await aQueue(1)
    await deliver(db, joining(collector.url))
    for (const mark of [10, 20, 30]) await aClosedSequence(db, mark)
    const [credential] = await credentialsIn(db, collector.url)
    return { ...collector, db, id: credential!.id }
  }

  test('stops when it hears so for the second time, loses nothing, and goes on when it is let in again', async () => {
    const { db, id, url, dir, stored } = await aKnownBrowser()
    set(dir, 'revoke', id)
    expect(await deliver(db, joining(url))).toMatchObject({ code: 'revoked' })
    expect(await orderIn(db)).toMatchObject({ kind: 'stop', confirmed: false })
    await aMinuteLater(db)
    expect(await deliver(db, joining(url))).toMatchObject({ code: 'revoked' })
    expect(await orderIn(db)).toMatchObject({ kind: 'stop', confirmed: true })
    expect((await marksInBrowser(db)).sealed.toSorted((a, b) => a - b)).toEqual([10, 11, 20, 21, 30, 31])

    set(dir, 'unrevoke', id)
    expect(await deliver(db, joining(url))).toEqual(DELIVERED)
    expect(await orderIn(db)).toBeUndefined()
    expect(stored()).toEqual([0, 1, 10, 11, 20, 21, 30, 31])
    expect(enrolledAt(dir)).toEqual([id])
  })

  test('hears that it is let in again although nothing waits any more', async () => {
    const { db, id, url, dir } = await aKnownBrowser()
    set(dir, 'revoke', id)
    await deliver(db, joining(url))
    await aMinuteLater(db)
    await deliver(db, joining(url))
    await remove(db, { matches: () => true, reason: 'dropped-deleted', span: null, sent: 'keep' }, Date.now())
    expect(await deliver(db, joining(url))).toMatchObject({ code: 'revoked' })
    set(dir, 'unrevoke', id)
    expect(await deliver(db, joining(url))).toEqual(DELIVERED)
    expect(await orderIn(db)).toBeUndefined()
  })

  test('gets no new key in the next week: nothing is sent under another pseudonym either', async () => {
    const { db, id, url, dir, stored } = await aKnownBrowser()
    set(dir, 'revoke', id)
    await deliver(db, joining(url))
    const device = (await accountOf(db)).device!
    await remove(db, { matches: () => true, reason: 'dropped-deleted', span: null, sent: 'keep' }, Date.now())
    await writeState(db.transaction('state', 'readwrite').store, 'device', { ...device, week: device.week - 1 })
    await aClosedSequence(db, 70)
    for (let times = 0; times < 2; times += 1) expect(await deliver(db, joining(url))).toMatchObject({ code: 'revoked' })
    expect(enrolledAt(dir)).toEqual([id])
    expect(stored()).toEqual([0, 1])
  })

  test('does not take a collector that is away for one that says so again', async () => {
    const { db, id, url, dir } = await aKnownBrowser()
    let isAway = false
    const gateway = await aGateway(url, () => (isAway ? answering(502) : null))
    const credentials = (await credentialsIn(db, url)).map((one) => ({ ...one, url: gateway.url }))
    await writeCredentials(db, credentials)
    set(dir, 'revoke', id)
    await deliver(db, joining(gateway.url))
    await aMinuteLater(db)
    isAway = true
    expect(await deliver(db, joining(gateway.url))).toMatchObject({ code: 'status-502' })
    expect(await orderIn(db)).toMatchObject({ confirmed: false })
  })

  test('has erased what the person wants gone', async () => {
    const { db, id, url, dir } = await aKnownBrowser()
    set(dir, 'revoke', id)
    await deliver(db, joining(url))
    await remove(db, { matches: () => true, reason: 'dropped-deleted', span: null, sent: 'erase' }, Date.now())
    expect(await deliver(db, joining(url))).toMatchObject({ code: 'revoked' })
    expect(await pendingErasures(db)).toEqual([])
    expect(Object.values(sequencesIn(dir)).flat()).toEqual([])
  })
})

/** Batches that cannot go as they are: too large, with a sequence that nobody takes, or sealed by a wrong clock. */
import { describe, expect, test } from 'vitest'
import { deliver } from '../../../lib/flush/deliver.ts'
import { sealAll } from '../../../lib/flush/seal.ts'
import type { Database } from '../../../lib/store/database.ts'
import { accountOf, expectBalance } from '../store/account.ts'
import { emptyDatabase } from '../store/empty-database.ts'
import { contentOf, marksIn } from '../store/marked.ts'
import { DELIVERED, aClosedSequence, to } from './filled-queue.ts'
import { Died, dieAt } from './die-at.ts'
import { aListeningCollector, aServer, answering, asRequest } from './loopback.ts'

const DAY = 86_400_000
const MARKS = [0, 10, 20, 30, 40]
const ALL = MARKS.flatMap((mark) => [mark, mark + 1])

/** One batch of five sequences of two actions. */
async function oneBatch(sealedAt = Date.now()): Promise<Database> {
  const db = await emptyDatabase()
  for (const mark of MARKS) await aClosedSequence(db, mark)
  await sealAll(db, '0.1.0', sealedAt)
  return db
}

/** The collector behind something that refuses some batches before they reach it. */
async function behind(refuses: (body: Buffer) => { status: number; body: string | object } | null) {
  const collector = await aListeningCollector()
  const ids: string[] = []
  const server = await aServer(async (response, request) => {
    ids.push(String(request.headers['idempotency-key']))
    const refusal = refuses(request.body)
    if (refusal) return answering(refusal.status, refusal.body)(response, request)
    const answer = await collector.app.request(request.url, asRequest(request))
    return answering(answer.status, await answer.json())(response, request)
  })
  return { url: server.url, ids, stored: collector.stored, storage: collector.storage }
}

const sequencesIn = (body: Buffer) => contentOf(body).sequences.length
const tooLarge = (most: number) => (body: Buffer) => (sequencesIn(body) > most ? { status: 413, body: '<html>Too large</html>' } : null)

describe('a batch that is too large for something on the way', () => {
  test.each([4, 2, 1])('arrives in parts of at most %i sequences, each action once', async (most) => {
    const db = await oneBatch()
    const { url, stored } = await behind(tooLarge(most))
    expect(await deliver(db, to(url))).toEqual(DELIVERED)
    expect(stored()).toEqual(ALL)
    expect(await accountOf(db)).toMatchObject({ batches: [], sent: { actions: 10 } })
    await expectBalance(db, Date.now())
  })

  test('is parked where one sequence alone is too large, and tried again the day after', async () => {
    const db = await oneBatch()
    const { url } = await behind((body) => (marksIn(body).includes(20) ? { status: 413, body: '' } : null))
    expect(await deliver(db, to(url))).toEqual(DELIVERED)
    const { batches } = await accountOf(db)
    expect(batches.map(({ parked, actions }) => [parked?.code, actions])).toEqual([['refused-413', 2]])
    await db.put('batches', { ...(await db.getAll('batches'))[0]!, parked: { code: 'refused-413', at: Date.now() - DAY } })
    const { url: mended, stored } = await behind(() => null)
    expect(await deliver(db, to(mended))).toEqual(DELIVERED)
    expect(stored()).toEqual([20, 21])
  })

  test('is halved into the same ids, whenever the worker dies while it does that', async () => {
    const seen = new Set<string>()
    for (let k = 1; ; k += 1) {
      const db = await oneBatch()
      const { url, stored, ids, storage } = await behind(tooLarge(2))
      const { revive } = dieAt(k)
      const outcome = await deliver(db, to(url)).catch((error: unknown) => error)
      revive()
      expect(await deliver(db, to(url))).toEqual(DELIVERED)
      expect(stored()).toEqual(ALL)
      // As many batches as if nothing had happened: nothing was taken apart in two ways.
      expect(storage.totals().batches).toBe(3)
      seen.add(String(new Set(ids).size))
      await expectBalance(db, Date.now())
      if (!(outcome instanceof Died)) break
      expect(k).toBeLessThan(300)
    }
    expect([...seen]).toEqual(['5'])
  })
})

describe('a sequence that nobody takes', () => {
  test.each([0, 2, 4])('at place %i is parked alone, and the others arrive', async (place) => {
    const db = await oneBatch()
    const poison = MARKS[place]!
    const { url, stored } = await behind((body) => {
      const at = contentOf(body).sequences.findIndex((_, index) => marksIn(body)[index * 2] === poison)
      return at < 0 ? null : { status: 422, body: { error: 'schema', field: `sequences.${at}.actions.1.kind`, message: '' } }
    })
    expect(await deliver(db, to(url))).toEqual(DELIVERED)
    expect(stored()).toEqual(ALL.filter((mark) => mark !== poison && mark !== poison + 1))
    const { batches } = await accountOf(db)
    expect(batches.map(({ parked, bytes }) => [parked?.code, marksIn(bytes)])).toEqual([['refused-422', [poison, poison + 1]]])
    await expectBalance(db, Date.now())
  })
})

describe('a batch that was sealed while the clock was wrong', () => {
  test('ahead is sent under an id of today', async () => {
    const db = await oneBatch(Date.now() + 400 * DAY)
    const collector = await aListeningCollector()
    expect(await deliver(db, to(collector.url))).toEqual(DELIVERED)
    expect(collector.stored()).toEqual(ALL)
    expect(await accountOf(db)).toMatchObject({ batches: [] })
  })

  test('waits while the collector has another time, and nothing is parked or dropped', async () => {
    const db = await oneBatch()
    const { url } = await aServer(answering(422, { error: 'clock', field: 'id', message: '' }))
    const before = Date.now()
    const { code, retryAt } = await deliver(db, to(url))
    expect([code, retryAt >= before + 15 * 60_000]).toEqual(['clock', true])
    expect((await accountOf(db)).batches).toMatchObject([{ parked: null, actions: 10 }])
  })
})

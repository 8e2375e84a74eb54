/** The worker dies at each step of its way from a page's message to an empty queue, and the next one goes on. */
import { expect, test } from 'vitest'
import { closeSequences } from '../../../lib/store/queue.ts'
import { deliver } from '../../../lib/flush/deliver.ts'
import type { Database } from '../../../lib/store/database.ts'
import { aDraft } from '../../fixtures/draft.ts'
import { aPage, emptyDatabase } from '../store/empty-database.ts'
import { contentOf, marked, marksIn, marksInBrowser } from '../store/marked.ts'
import { Died, dieAt } from './die-at.ts'
import { DELIVERED, aClosedSequence, aQueue, to } from './filled-queue.ts'
import { aServer, answering } from './loopback.ts'

/** What the collector promises, without a disk: each id once, whatever is too large refused. Its own deaths have tests of their own. */
async function aKeeper(most = 100) {
  const kept = new Map<string, Buffer>()
  const { url } = await aServer((response, request) => {
    const { body, headers } = request
    const id = String(headers['idempotency-key'])
    if (contentOf(body).sequences.length > most) return answering(413, 'too large')(response, request)
    const isNew = !kept.has(id)
    kept.set(id, body)
    return answering(isNew ? 201 : 200, { id })(response, request)
  })
  return { url, stored: () => [...kept.values()].flatMap(marksIn).toSorted((a, b) => a - b) }
}

type Work = {
  marks: number[]
  /** Sequences that the collector takes at once. */
  most?: number
  /** Gives the database and what the worker does in it, from where it can be begun again. */
  begin: () => Promise<{ db: Database; work: (url: string) => Promise<unknown> }>
}

const WORKS: [string, Work][] = [
  [
    'delivering what is sealed and what is not',
    {
      marks: [0, 1, 10, 11, 20, 21],
      begin: async () => {
        const db = await aQueue(1)
        for (const mark of [10, 20]) await aClosedSequence(db, mark)
        return { db, work: (url) => deliver(db, to(url)) }
      },
    },
  ],
  [
    'delivering in parts what is too large',
    {
      marks: [0, 1, 10, 11, 20, 21],
      most: 1,
      begin: async () => {
        const db = await emptyDatabase()
        for (const mark of [0, 10, 20]) await aClosedSequence(db, mark)
        return { db, work: (url) => deliver(db, to(url)) }
      },
    },
  ],
  [
    'taking in what a page says until it is acknowledged, and delivering it',
    {
      marks: [0, 1, 2, 3],
      begin: async () => {
        const db = await emptyDatabase()
        const page = await aPage(db)
        const now = Date.now()
        const drafts = [0, 1, 2, 3].map((n) => marked(aDraft('click', { n, at: now - 1000 + n }), n))
        const work = async (url: string) => {
          // What a worker that died has said is not heard: the page begins anew.
          let acknowledged = -1
          const say = async (most: number) => {
            const answer = await page.send(drafts.filter(({ n }) => n > acknowledged).slice(0, most), {}, now)
            acknowledged = Math.max(acknowledged, answer?.acknowledged ?? -1)
          }
          await say(2)
          await closeSequences(db, () => 'flush')
          await deliver(db, to(url))
          for (let times = 0; times < 2; times++) await say(2)
          await closeSequences(db, () => 'flush')
          return deliver(db, to(url))
        }
        return { db, work }
      },
    },
  ],
]

test.each(WORKS)('%s survives a death at any step', async (_, { marks, most, begin }) => {
  for (let k = 1; ; k += 1) {
    const { url, stored } = await aKeeper(most)
    const { db, work } = await begin()
    const { died, revive } = dieAt(k)
    const outcome = await work(url).catch((error: unknown) => error)
    revive()
    if (died()) expect(outcome).toBeInstanceOf(Died)
    const here = await marksInBrowser(db)
    const held = [...here.stored, ...here.sealed]
    expect(new Set(held).size).toBe(held.length)
    expect(new Set(stored()).size).toBe(stored().length)

    expect(await work(url)).toEqual(DELIVERED)
    expect(stored()).toEqual(marks)
    expect(await marksInBrowser(db)).toEqual({ stored: [], sealed: [] })
    if (!died()) {
      // One request of every transaction and two of every delivery at the least: fewer would mean that steps went by unseen.
      expect(k).toBeGreaterThan(30)
      break
    }
  }
})

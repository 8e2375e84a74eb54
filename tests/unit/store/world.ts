/** Pages, a browser that can die and a collector that can refuse: everything between an action and its being stored for good. */
import { expect } from 'vitest'
import { readBatch } from '../../../collector/ingest.ts'
import { sealAll } from '../../../lib/flush/seal.ts'
import { append } from '../../../lib/store/append.ts'
import { openDatabase } from '../../../lib/store/open.ts'
import { acknowledge, closeSequences, park, sendable } from '../../../lib/store/queue.ts'
import { remove } from '../../../lib/store/remove.ts'
import { trim } from '../../../lib/store/trim.ts'
import { addCounts, writeState } from '../../../lib/store/state.ts'
import type { Draft } from '../../../lib/trace/action.ts'
import type { Counts } from '../../../lib/trace/counts.ts'
import { SITE, aRoute } from '../../fixtures/batch.ts'
import { NOON, aDraft } from '../../fixtures/draft.ts'
import { abortAt } from './abort-at.ts'
import { accountOf, expectBalance } from './account.ts'
import { ADMITTED, aPage, emptyDatabase } from './empty-database.ts'
import { expectCopies } from './copied.ts'
import { contentOf, marked, marksIn, marksInBrowser } from './marked.ts'

const KINDS = ['click', 'press', 'scroll', 'nav', 'type'] as const
export const TABS = 2
/** Pages 0 and 1 are top documents, 2 and 3 are frames of another origin in their tabs. */
export const PAGES = 4

/** What a recorder holds: all it ever made, and up to which number the worker has said that it has it. */
type Recorder = { document: string; frame: number[]; origin: string; made: Draft[]; acknowledged: number; counts: Counts }
/** What becomes of a batch on the wire. */
export type Fate = 'stored' | 'unheard' | 'refused' | 'nobody'

export async function aWorld() {
  let db = await emptyDatabase()
  let now = NOON
  let made = 0
  const pages: Recorder[] = []
  let tails: { document: string; actions: Draft[]; counts: Counts }[] = []
  /** Batches the collector has committed, by id. */
  const collector = new Map<string, ArrayBuffer>()
  /** Batches whose arrival the browser has heard of. */
  const heard = new Set<string>()

  for (let index = 0; index < PAGES; index += 1) {
    const place = index < TABS ? { frame: [], origin: SITE } : { frame: [0], origin: 'https://widget.example.com' }
    const { document } = await aPage(db, { tab: `run:${index % TABS}`, ...place })
    pages.push({ document, ...place, made: [], acknowledged: -1, counts: {} })
  }

  const waitingOf = ({ made: all, acknowledged }: Recorder) => all.filter(({ n }) => n > acknowledged)
  const take = (document: string, actions: Draft[], counts: Counts) =>
    append(db, { type: 'actions', document, actions, counts }, now, ADMITTED)

  const steps = {
    act(index: number, count: number) {
      const page = pages[index]!
      for (let i = 0; i < count; i += 1) {
        now += 37
        const kind = KINDS[made % KINDS.length]!
        const draft = aDraft(kind, { n: page.made.length, at: now, frame: page.frame, route: aRoute({ origin: page.origin }) })
        page.made.push(marked(draft, made))
        page.counts = addCounts(page.counts, { masked: 1 })
        made += 1
      }
    },
    async send(index: number, heard: boolean) {
      const page = pages[index]!
      const answer = await take(page.document, waitingOf(page), page.counts)
      if (heard && answer) page.acknowledged = Math.max(page.acknowledged, answer.acknowledged)
    },
    /** An old message that comes late: acknowledged actions, with the smaller totals of then. */
    async resend(index: number, count: number) {
      const { document, made: all, acknowledged } = pages[index]!
      const actions = all.slice(0, Math.min(count, acknowledged + 1))
      await take(document, actions, { masked: actions.length })
    },
    leaveTail(index: number) {
      const page = pages[index]!
      tails.push({ document: page.document, actions: waitingOf(page), counts: page.counts })
    },
    /** `deleted` is false where the worker dies before the tails are. */
    async drain(deleted: boolean) {
      for (const { document, actions, counts } of tails) await take(document, actions, counts)
      if (deleted) tails = []
    },
    async restart() {
      db.close()
      db = await openDatabase()
    },
    wait(ms: number) {
      now += ms
    },
    async pause(ms: number) {
      await writeState(db.transaction('state', 'readwrite').store, 'pause', { since: now, until: now + ms })
    },
    close: (tab: number) => closeSequences(db, (row) => (row.tab === `run:${tab}` ? 'tab-closed' : null)),
    seal: () => sealAll(db, '0.1.0', now),
    sealTwice: async () => void (await Promise.all([sealAll(db, '0.1.0', now), sealAll(db, '0.1.0', now)])),
    forget: () => remove(db, { matches: () => true, reason: 'dropped-deleted', span: null, sent: 'forget' }, now),
    trim: (maxMb: number) => trim(db, now, { retentionDays: 7, maxMb }),
    async deliver(fates: readonly Fate[]) {
      for (const [index, batch] of (await sendable(db, now)).entries()) {
        const bytes = (await db.get('bodies', batch.id))!
        const fate = fates[index % fates.length]
        if (fate === 'nobody') return
        const known = collector.get(batch.id)
        if (known) expect(Buffer.compare(Buffer.from(known), Buffer.from(bytes))).toBe(0)
        else if (fate === 'refused') {
          await park(db, batch, 'refused-409', now)
          continue
        }
        // As strict as the real one: what it would refuse must not have been sealed.
        else readBatch(Buffer.from(bytes), batch.id, now)
        collector.set(batch.id, bytes)
        if (fate === 'unheard') continue
        await acknowledge(db, batch, now)
        heard.add(batch.id)
      }
    },
  }

  return {
    steps,
    /** Any step, broken off at one of its requests. */
    async breakingOff(k: number, step: () => unknown) {
      const { restore } = abortAt(k)
      try {
        await step()
      } catch (error) {
        expect(error).toMatchObject({ name: 'AbortError' })
      } finally {
        restore()
      }
    },
    /** Nothing is in two places of the browser, nor at the collector twice, whatever is still on its way; and the account balances. */
    async check() {
      await expectBalance(db, now)
      const { stored, sealed } = await marksInBrowser(db)
      await expectCopies(db, collector)
      for (const marks of [[...stored, ...sealed], [...collector.values()].flatMap(marksIn)]) expect(new Set(marks).size).toBe(marks.length)
    },
    /** Lets everything through in the end, and draws up the balance. */
    async settle() {
      await steps.drain(true)
      for (const [index, page] of pages.entries()) while (waitingOf(page).length > 0) await steps.send(index, true)
      for (let tab = 0; tab < TABS; tab += 1) await steps.close(tab)
      await steps.seal()
      await steps.deliver(['stored'])
      const { actions, batches, counts, sent } = await accountOf(db)
      const bodies = [...collector.values(), ...batches.map(({ bytes }) => bytes)]
      // Dropped, and counted, by a browser that never heard that they had arrived: it cannot know better.
      const unheard = [...collector].filter(([id]) => !heard.has(id) && !batches.some((batch) => batch.id === id))
      const known = [...collector].filter(([id]) => heard.has(id)).map(([, bytes]) => bytes)
      const lost = new Set(unheard.map(([, bytes]) => bytes))
      return {
        made,
        arrived: unheard.flatMap(([, bytes]) => marksIn(bytes)).length,
        left: actions.length,
        unsent: batches.filter(({ parked }) => parked === null).length,
        marks: bodies.flatMap(marksIn),
        // What such a batch reported goes out again with the next one.
        counts: bodies
          .filter((bytes) => !lost.has(bytes))
          .map((bytes) => contentOf(bytes).counts)
          .reduce(addCounts, counts),
        sent,
        delivered: { batches: known.length, actions: known.flatMap(marksIn).length },
      }
    },
  }
}
export type World = Awaited<ReturnType<typeof aWorld>>

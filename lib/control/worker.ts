/** The service worker: hands each event to the part that knows it, after everything it needs has been read. */
import { unwrap } from 'idb'
import { browser } from 'wxt/browser'
import { report } from '../log.ts'
import { Delivery, PageMessage, Reading, UiMessage } from '../messages.ts'
import { readManaged } from '../policy/managed.ts'
import { closeDocuments, countOnly, forgetDocuments } from '../store/append.ts'
import { forgetOrder } from '../flush/order.ts'
import { closeSequences } from '../store/queue.ts'
import { isMarked, retire } from '../store/scrub.ts'
import { drainTails, keepTail } from '../store/tails.ts'
import { expireCopies } from '../store/trim.ts'
import { admissionOf } from './admission.ts'
import { applyPolicy } from './apply.ts'
import { factsOf, openContext, publicSuffixes, resolve, type Context } from './context.ts'
import { localOf, runDue, spreadStart, arm } from './jobs.ts'
import { acceptActions, acceptGuard, answerHello } from './pages.ts'
import { tellRecorders } from './registration.ts'
import { answerReading } from './readings.ts'
import { answerRequest, pause, resume, settle } from './requests.ts'
import { listIsUnheard, look, nextLook, noteHeard, take } from './list-file.ts'
import { isGonePage, isOwnPage, pageSender, type Sender } from './sender.ts'
import { isPaused } from './state.ts'
import { closeTab, recordActivation, rememberActive } from './tabs.ts'

/** A pause by shortcut, where nobody chose how long. */
const SHORTCUT_PAUSE_MINUTES = 60
/** A dying page's last words reach us about when its tab is gone; after a second they are here. */
const LAST_WORDS_MS = 1000

export function openWorker() {
  let opened: Promise<Context> | null = null
  /** The one whose database is open. */
  let current: Context | null = null
  /** Whatever closes the store, or decides what may be in it, one after the other. */
  let turn: Promise<unknown> = Promise.resolve()
  /** Likewise for tabs: each switch starts where the one before ended. */
  let tabTurn: Promise<unknown> = Promise.resolve()

  /** Opened once; again where that failed, or the browser has closed a database it found damaged. */
  function ready(): Promise<Context> {
    return opened ?? hold(start())
  }
  function hold(mine: Promise<Context>): Promise<Context> {
    opened = mine
    mine.catch(() => {
      if (opened === mine) opened = null
    })
    return mine
  }
  async function start(): Promise<Context> {
    const context = await begin(await open())
    return context === current ? clean(context) : context
  }
  async function open(): Promise<Context> {
    current = await openContext(() => {
      opened = null
    })
    return current
  }
  // Where nothing can be recorded for want of an allowlist file, it is not waited for until the alarm.
  ready()
    .then(({ resolution }) => (resolution.kind === 'empty' ? refreshList('due') : undefined))
    .catch(report)

  /** One that fails must not stop the next: the worker would be deaf to its policy. */
  function inTurn<T>(run: (context: Context) => Promise<T>): Promise<T> {
    const mine = turn.then(async () => run(await ready()))
    turn = mine.catch(() => undefined)
    return mine
  }

  /** Once more where the store was closed in the middle of it. */
  async function steadily<T>(run: (context: Context) => Promise<T>): Promise<T> {
    const context = await ready()
    try {
      return await run(context)
    } catch (error) {
      if (context === current) throw error
      return run(await ready())
    }
  }

  /**
   * Where something was deleted, the database is closed and opened again without the bytes of it. Whoever comes meanwhile waits; who was in
   * the middle of something fails, as if the worker had died there. Called in turn.
   */
  async function clean(context: Context): Promise<Context> {
    if (context.isStuck || !(await isMarked(context.db.name))) return context
    current = null
    return hold(retire(unwrap(context.db)).then(open))
  }

  /** Every worker start: what a browser run left open is closed, what pages left is stored, the recorder is registered. */
  async function begin(context: Context): Promise<Context> {
    const steps = [
      async () => {
        await drainTails(context.db, Date.now(), await admissionOf(context))
        await closeOldRuns(context)
      },
      () => expireCopies(context.db, Date.now(), localOf(context).retentionDays),
      () => rememberActive(),
      async () => {
        // Another allowlist than before this start: the worker had died when it came, and recorders have not heard of it.
        const isUnheard = await listIsUnheard(context.db)
        if (isUnheard) await closeDocuments(context.db, Date.now())
        if ((await applyPolicy(context)) || isUnheard) await tellRecorders({ type: 'renew' })
        if (isUnheard) await noteHeard(context.db)
      },
    ]
    // One that fails must not take pause, status and delivery with it; it is tried again at the next start.
    for (const step of steps) await step().catch(report)
    return context
  }

  /** What may be recorded has changed: every document must ask again; until it has, nothing it records from now on is kept. */
  async function putInForce(context: Context): Promise<Context> {
    context.resolution = await resolve(context.raw, context.db)
    await closeDocuments(context.db, Date.now())
    await applyPolicy(context)
    const cleaned = await clean(context)
    await tellRecorders({ type: 'renew' })
    return cleaned
  }

  /** Looks for a newer allowlist file, and puts it in force. The network is waited for out of turn. */
  async function refreshList(when: 'due' | 'now'): Promise<void> {
    const { db, resolution } = await ready()
    const nextAt = await nextLook(db, resolution, Date.now())
    if (nextAt === null || (when === 'due' && nextAt > Date.now())) return
    const found = await look(db, resolution)
    await inTurn(async (context) => {
      if (!found || !(await take(context, found, await publicSuffixes(), Date.now()))) return settle(context)
      const { db } = await putInForce(context)
      await noteHeard(db)
    })
  }

  return {
    /** First start of this browser run: the queue of a whole fleet must not go out in the same minute. */
    async browserStarted() {
      const context = await ready()
      await spreadStart(context, Date.now())
      await arm(context, Date.now())
    },

    policyChanged(): Promise<void> {
      return inTurn(async (context) => {
        context.raw = await readManaged()
        await forgetOrder(context.db)
        await putInForce(context)
      }).then(() => refreshList('due'))
    },

    /** @returns an answer to send, or undefined where the speaker is nobody we know */
    async message(message: unknown, sender: Sender): Promise<unknown> {
      const { id } = browser.runtime
      if (isOwnPage(sender, id, location.origin)) {
        const { data: request } = UiMessage.safeParse(message)
        if (request?.type === 'refresh-list') await refreshList('now').catch(report)
        if (request?.type === 'delete') return inTurn((context) => answerRequest(context, request, clean))
        if (request) return steadily((context) => answerRequest(context, request, () => inTurn(clean)))
        const { data: reading } = Reading.safeParse(message)
        return reading && steadily((context) => answerReading(context, reading))
      }
      return steadily((context) => answerPage(context, message, sender))
    },

    async alarm() {
      // Whatever fails, the next alarm must be set, or nothing would ever be due again.
      await steadily((context) => runDue(context, Date.now())).catch(report)
      await inTurn(async (context) => settle(await clean(context)))
      await refreshList('due')
    },

    tailLeft(): Promise<void> {
      return steadily(async (context) => {
        const now = Date.now()
        await drainTails(context.db, now, await admissionOf(context))
        await closeOldRuns(context)
        await arm(context, now)
      })
    },

    async tabActivated(info: { tabId: number; windowId: number }) {
      const now = Date.now()
      const mine = tabTurn.then(() => steadily((context) => recordActivation(context, info, now)))
      tabTurn = mine.catch(report)
      await mine
    },

    async tabRemoved(tabId: number) {
      await new Promise((done) => setTimeout(done, LAST_WORDS_MS))
      await steadily(async (context) => {
        await drainTails(context.db, Date.now(), await admissionOf(context))
        await closeTab(context, tabId)
        await arm(context, Date.now())
      })
    },

    /**
     * A newer version waits. Taken at once, pages would be cut off with what they hold: so they hand it over first. `reload` starts the
     * new version, which drains it and speaks to the same pages.
     */
    async updateAvailable() {
      await tellRecorders({ type: 'leave' })
      await new Promise((done) => setTimeout(done, LAST_WORDS_MS))
      browser.runtime.reload()
    },

    togglePause(): Promise<void> {
      const now = Date.now()
      return steadily(async (context) => {
        await (isPaused(await factsOf(context), now) ? resume(context, now) : pause(context, SHORTCUT_PAUSE_MINUTES, now))
        await settle(context)
      })
    },
  }
}

async function answerPage(context: Context, message: unknown, sender: Sender): Promise<unknown> {
  const now = Date.now()
  const from = pageSender(sender, browser.runtime.id)
  if (!from && isGonePage(sender, browser.runtime.id)) {
    const { data: tail } = Delivery.safeParse(message)
    // Whoever drains the tails hears of it like of any other.
    return tail && void (await keepTail(tail))
  }
  const parsed = from && PageMessage.safeParse(message)
  if (!from || !parsed?.success) return void (await countOnly(context.db, { 'dropped-invalid': 1 }, now))
  if (parsed.data.type === 'hello') return answerHello(context, parsed.data, from, now)
  if (parsed.data.type === 'guard') return acceptGuard(context, parsed.data, from, now)
  const answer = await acceptActions(context, parsed.data, from, now)
  await arm(context, now)
  return answer
}

/** After the tails of an earlier browser run are stored, its documents have nothing more to say. */
async function closeOldRuns({ db, run }: Context): Promise<void> {
  const isOld = ({ tab }: { tab: string }) => !tab.startsWith(`${run}:`)
  await closeSequences(db, (row) => (isOld(row) ? 'browser-closed' : null))
  await forgetDocuments(db, isOld)
}

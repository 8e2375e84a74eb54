/** What the worker knows, read anew at every start: it may be stopped after any event. */
import { browser } from 'wxt/browser'
import { readManaged } from '../policy/managed.ts'
import { parseSuffixes } from '../policy/public-suffixes.ts'
import { resolvePolicy, type Resolution } from '../policy/resolve.ts'
import type { Database } from '../store/database.ts'
import { openUsable, type Aside } from '../store/open.ts'
import { readState } from '../store/state.ts'
import { heldFile, lookOf } from './list-file.ts'
import { isShown, stateOf, type Facts } from './state.ts'

export type Context = {
  db: Database
  /** Id of this browser run: tab ids start again with the browser, so they are worth something only together with it. */
  run: string
  raw: unknown
  resolution: Resolution
  /** Databases that could not be read. */
  aside: Aside[]
  /** What was deleted has left bytes that could not be moved away from; it is tried again at the next start. */
  isStuck: boolean
}

/** @param lost the browser has closed the database */
export async function openContext(lost: () => void): Promise<Context> {
  const opened = browserRun().then(async (known) => ({ known, ...(await openUsable(Date.now(), lost, known === null)) }))
  const [{ known, db, aside, isStuck }, raw] = await Promise.all([opened, readManaged()])
  // Only now: a worker that is stopped before the database is open leaves the start to the next one.
  const run = known ?? (await beginRun())
  return { db, run, raw, resolution: await resolve(raw, db), aside, isStuck }
}

/** What the policy says, together with the allowlist file that was taken, where it names one. */
export async function resolve(raw: unknown, db: Database): Promise<Resolution> {
  const isPublicSuffix = await publicSuffixes()
  return resolvePolicy(raw, isPublicSuffix, await heldFile(db, isPublicSuffix))
}

let suffixes: Promise<(host: string) => boolean> | null = null

export function publicSuffixes(): Promise<(host: string) => boolean> {
  suffixes ??= fetch('/public-suffixes.txt')
    .then((response) => response.text())
    .then(parseSuffixes)
    .catch((error: unknown) => {
      // Asked again at the next policy; until then nothing can be judged, so nothing is recorded.
      suffixes = null
      throw error
    })
  return suffixes
}

/** Null where the browser has just started. */
async function browserRun(): Promise<string | null> {
  const { run } = await browser.storage.session.get('run')
  return typeof run === 'string' ? run : null
}

async function beginRun(): Promise<string> {
  const run = crypto.randomUUID()
  await browser.storage.session.set({ run })
  return run
}

export const tabKey = ({ run }: Context, tabId: number) => `${run}:${tabId}`

export async function factsOf({ db, resolution }: Context): Promise<Facts> {
  const { store } = db.transaction('state')
  return {
    resolution,
    pause: await readState(store, 'pause'),
    consent: await readState(store, 'consent'),
    shown: await readState(store, 'shown'),
    order: await readState(store, 'order'),
    list: await lookOf(db, resolution),
  }
}

/** The policy in force if, at this moment, listed sites are recorded and people have been told of it; else null. */
export async function policyInForce(context: Context, now: number) {
  const { resolution } = context
  const facts = await factsOf(context)
  return resolution.kind === 'ready' && isShown(facts) && stateOf(facts, now) === 'recording' ? resolution.policy : null
}

/** Tells open extension pages that what they show has changed. */
export async function announceChange(): Promise<void> {
  await browser.storage.session.set({ 'status-changed': Date.now() })
}

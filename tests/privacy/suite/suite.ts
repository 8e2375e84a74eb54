/** Drives pages under policies in one browser with one collector, and gathers everything that was written anywhere. */
import { z } from 'zod'
import { Draft } from '../../../lib/trace/action.ts'
import { TAIL_PREFIX } from '../../../lib/trace/vocabulary.ts'
import { temporaryFolder } from '../../../scripts/temporary-folder.ts'
import type { Published } from '../../../scripts/update-server.ts'
import { readDatabase } from '../../e2e/browser/database.ts'
import { openScene, type Scene } from '../../e2e/browser/scene.ts'
import { openGarden, type Canary } from './canaries.ts'
import {
  collectorPlaces,
  databasePlaces,
  exportsOf,
  messagePlace,
  profilePlaces,
  storagePlaces,
  wirePlace,
  type Exports,
} from './places.ts'
import { hostOf, policyOf } from './presets.ts'
import { startRelay } from './relay.ts'
import type { Place } from './search.ts'
import { lookAtSurfaces } from './surfaces.ts'
import { visit, type Job, type Visited } from './visit.ts'
import { openWatch, type Watch } from './watch.ts'
import { openWindows, type Opener } from './windows.ts'

export type Outcome = {
  planted: Canary[]
  visited: Visited[]
  places: Place[]
  /** Stored actions of a visit, those of frames included, in order of time. */
  actionsOf: (visited: Visited) => Draft[]
  exports: Exports
  /** Views in which a page's payload ran as code. */
  bent: string[]
  /** Every stored action that arrived in the browser, was it also delivered? */
  counts: { stored: number; exported: number }
}

/** Tabs driven at once: with two cores, more only wait for each other. */
const TABS = 4

export async function runSuite(extension: Published, jobs: readonly Job[]): Promise<Outcome> {
  const relay = await startRelay()
  const profile = temporaryFolder('profile')
  const scene = await openScene(extension, {
    pages: { [`${hostOf('interface')}/home`]: '<!doctype html><html lang="en"><h1>Home</h1></html>' },
    policy: (parts) => {
      relay.to(parts.collector.url)
      return policyOf(parts, relay.url)
    },
    launch: { userDataDir: profile.path },
  })
  const { launched, collector, sites } = scene
  const garden = openGarden()
  const places: Place[] = []
  let closed = false
  try {
    const watch = await openWatch(launched)
    const printed = listenToConsoles(scene)
    await registered(watch)
    const visited = await visitAll(scene, watch, jobs, (job) => garden.plantFor(job.page.name, job.preset))
    await stored(watch)
    places.push(...(await databasePlaces(launched, 'before delivery')))
    const rows = Rows.parse((await readDatabase(launched)).actions?.map(({ value }) => value) ?? [])

    await watch.evaluate(`chrome.runtime.sendMessage({ type: 'flush' })`)
    places.push(...(await databasePlaces(launched, 'after delivery')), ...collectorPlaces(collector.dataDir, 'running'))
    const exports = await exportsOf(collector.dataDir)
    places.push({ name: 'export', text: exports.jsonl, records: linesOf(exports.jsonl) }, { name: 'timeline', text: exports.timeline })
    places.push({ name: 'what the export printed', text: exports.printed })
    await scene.tab.goto(sites.url(`${hostOf('interface')}/home`))
    const surfaces = await lookAtSurfaces(launched, watch, hostOf('interface'), exports.timeline)
    places.push(...surfaces.places, messagePlace(watch), ...(await storagePlaces(watch)), wirePlace(relay))
    const documents = documentsOf(watch)
    await watch.close()
    await launched.close()
    places.push(...profilePlaces(profile.path, launched.extensionId))
    await collector.stop()
    places.push(...collectorPlaces(collector.dataDir, 'stopped'), { name: 'collector log', text: collector.printed() })
    places.push({ name: 'consoles', text: printed.join('\n') })
    closed = true
    return {
      planted: garden.planted,
      visited,
      places,
      exports,
      bent: surfaces.bent,
      counts: { stored: rows.length, exported: linesOf(exports.jsonl).length },
      actionsOf: ({ tabId }) =>
        rows
          .filter(({ document }) => documents.get(document) === tabId)
          .map(({ action }) => action)
          .toSorted((a, b) => a.at - b.at),
    }
  } finally {
    // Ending twice what has ended is harmless; a failure before must not leave a browser behind.
    if (!closed) await launched.close()
    if (!closed) await collector.stop()
    await sites.close()
    await relay.close()
    profile.remove()
  }
}

const Rows = z.array(z.object({ document: z.string(), action: Draft }))
const Hello = z.object({ type: z.literal('hello'), document: z.string() })
const Sent = z.object({ type: z.literal('actions'), document: z.string(), actions: z.array(z.looseObject({ n: z.int() })) })

const linesOf = (text: string): unknown[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line): unknown => JSON.parse(line))

/** Tab of each document that has said hello. */
function documentsOf({ messages }: Watch): Map<string, number> {
  const known = new Map<string, number>()
  for (const { message, tab } of messages) {
    const hello = Hello.safeParse(message)
    if (hello.success) known.set(hello.data.document, tab)
  }
  return known
}

/** What the extension writes to any console: that of its worker, and that of a page when the text comes from our script. */
function listenToConsoles({ launched }: Scene): string[] {
  const printed: string[] = []
  const ours = `chrome-extension://${launched.extensionId}/`
  launched.context.on('console', (message) => {
    if (message.location().url.startsWith(ours)) printed.push(message.text())
  })
  const hear = (worker: { on: (event: 'console', listener: (message: { text: () => string }) => void) => unknown }) =>
    worker.on('console', (message) => printed.push(message.text()))
  launched.context.serviceWorkers().forEach(hear)
  launched.context.on('serviceworker', hear)
  return printed
}

async function visitAll(
  scene: Scene,
  watch: Watch,
  jobs: readonly Job[],
  plantFor: (job: Job) => ReturnType<ReturnType<typeof openGarden>['plantFor']>,
) {
  const visited: Visited[] = []
  const shared = jobs.filter(({ page }) => !page.alone)
  const alone = jobs.filter(({ page }) => page.alone)
  const { launched, sites } = scene
  const [first, ...others] = await openWindows(launched.context, watch, TABS)
  const take = async (queue: Job[], open: Opener) => {
    for (let job = queue.shift(); job; job = queue.shift()) {
      visited.push(await visit(job, { open, sites, watch, plant: plantFor(job) }))
    }
  }
  const queue = [...shared]
  // The clipboard is one for all tabs: pages that need it go one after the other, beside the others.
  if (first) await Promise.all([take([...alone], first).then(() => take(queue, first)), ...others.map((open) => take(queue, open))])
  return visited
}

async function registered(watch: Watch): Promise<void> {
  await settles(async () => (await watch.evaluate('chrome.scripting.getRegisteredContentScripts().then((all) => all.length)')) === 1)
}

/** Waits until the worker has committed all that pages have handed over, by message or by tail. */
async function stored(watch: Watch): Promise<void> {
  const highest = new Map<string, number>()
  const note = (value: unknown) => {
    const sent = Sent.safeParse(value)
    if (!sent.success) return
    const { document, actions } = sent.data
    for (const { n } of actions) highest.set(document, Math.max(n, highest.get(document) ?? -1))
  }
  await settles(async () => {
    watch.messages.forEach(({ message }) => note(message))
    watch.changes.forEach(({ changes }) => {
      for (const [key, change] of Object.entries(changes)) if (key.startsWith(TAIL_PREFIX)) note(newValueOf(change))
    })
    const acknowledged = new Map(Acknowledged.parse(await watch.evaluate(ACKNOWLEDGED)))
    const waiting = await watch.evaluate(
      `chrome.storage.local.get(null).then((all) => Object.keys(all).some((key) => key.startsWith('${TAIL_PREFIX}')))`,
    )
    return !waiting && [...highest].every(([document, n]) => (acknowledged.get(document) ?? Infinity) >= n)
  })
}

const newValueOf = (change: unknown): unknown =>
  typeof change === 'object' && change !== null && 'newValue' in change ? change.newValue : null
const Acknowledged = z.array(z.tuple([z.string(), z.int()]))
/** Documents that are known, with the highest number of theirs that is committed. */
const ACKNOWLEDGED = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('waymark')
  opening.onerror = () => reject(opening.error)
  opening.onsuccess = () => {
    const reading = opening.result.transaction('documents').objectStore('documents').getAll()
    reading.onsuccess = () => { opening.result.close(); resolve(reading.result.map((row) => [row.document, row.acknowledged])) }
  }
})`

/** Tails are drained and messages sent again within seconds; after this long something was lost, which the records show. */
const SETTLE_MS = 20_000
const LOOK_MS = 200

async function settles(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + SETTLE_MS; Date.now() < end;) {
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
}

/** Drives one situation after the other in one browser, and gives what was recorded of each. */
import type { Page as Tab } from '@playwright/test'
import type { Action, Draft } from '../../../lib/trace/action.ts'
import type { Published } from '../../../scripts/update-server.ts'
import { expect } from '../browser/fixtures.ts'
import { listedPolicy, openScene, type Parts, type Scene, type SceneOptions } from '../browser/scene.ts'
import type { Page as Served } from '../browser/sites.ts'
import { inForce } from '../recorded.ts'
import { DONE, DONE_SIZE, type Situation, type Visit } from './situation.ts'
import { sequencesOf, storedRows, type StoredRow } from './stored.ts'

const SITE = 'listed.localhost'
const BESIDE = 'beside.localhost'
const OUTSIDE = 'unlisted.localhost'

/** Everything a situation waits for is in the page already, or comes within a second. */
const ACT_MS = 5000

export type Run = {
  scene: Scene
  /** What one visit recorded, by sequence; without its arrival and the clicks that end it. */
  record: (situation: Situation) => Promise<Action[][]>
  close: () => Promise<void>
}

/** @param situations every one that `record` may be called with */
export async function openRun(extension: Published, situations: readonly Situation[], launch: SceneOptions['launch'] = {}): Promise<Run> {
  const folders = new Map(situations.map((situation, index) => [situation, `s${index}`]))
  const pages = Object.fromEntries([...folders].flatMap(([situation, folder]) => servedOf(situation, folder)))
  const scene = await openScene(extension, { pages, policy: twoSites, launch })
  await inForce(scene, 1)
  // A situation that cannot be acted fails by itself, and the others go on.
  scene.launched.context.setDefaultTimeout(ACT_MS)
  return {
    scene,
    record: (situation) => {
      const folder = folders.get(situation)
      if (folder === undefined) throw new Error(`nobody serves the situation: ${situation.name}`)
      return recordVisit(scene, situation, folder)
    },
    close: scene.close,
  }
}

const twoSites = (parts: Parts) => ({
  ...listedPolicy(parts),
  recording: { sites: [SITE, BESIDE].map((name) => ({ match: `${parts.sites.url(name)}/*` })) },
})

function servedOf({ body, head = '', others = {} }: Situation, folder: string): [string, Served][] {
  const page = `<!doctype html><html lang="en"><title>Situation</title>${head}<main>${body}</main>${DONE}
    <script>addEventListener('submit', (event) => { if (!event.target.hasAttribute('action')) event.preventDefault() })</script>`
  const beside = Object.entries(others).map(([name, served]): [string, Served] =>
    name.startsWith('beside:') ? [`${BESIDE}/${folder}/${name.slice('beside:'.length)}`, served] : [`${SITE}/${folder}/${name}`, served],
  )
  return [[`${SITE}/${folder}/`, page], ...beside].map(([address, served]) => [address, withAddresses(served, folder)])
}

/** The sites have a port that is not known when situations are written down. */
function withAddresses(served: Served, folder: string): Served {
  if (typeof served !== 'string') return served
  return ({ headers }) => {
    const [, port = ''] = (headers.host ?? '').split(':')
    return served.replaceAll('%beside%', `http://${BESIDE}:${port}/${folder}`).replaceAll('%outside%', `http://${OUTSIDE}:${port}`)
  }
}

async function recordVisit(scene: Scene, { act }: Situation, folder: string): Promise<Action[][]> {
  const { tab, sites, launched } = scene
  const known = new Set((await storedRows(scene)).map(({ key }) => key))
  const rows = () => storedRows(scene, known)

  const visit: Visit = {
    tab,
    here: (name) => sites.url(`${SITE}/${folder}/${name}`),
    beside: (name) => sites.url(`${BESIDE}/${folder}/${name}`),
    arrive: async (move, arrivals = 1) => {
      const count = async () => (await rows()).filter(isArrival).length
      const before = await count()
      await move()
      await expect.poll(count).toBeGreaterThanOrEqual(before + arrivals)
    },
  }
  await visit.arrive(() => tab.goto(visit.here('')))
  await act(visit)

  const tabs = launched.context.pages()
  let ended = 0
  for (const each of tabs) ended += await endIn(each)
  // Leaving hands over at once what a page would hold for a second yet.
  for (const each of tabs) await each.goto('about:blank')
  await expect.poll(async () => (await rows()).filter(isEnd).length, 'clicks that end the visit').toBe(ended)
  const recorded = sequencesOf(since(await rows()))
  for (const each of tabs) if (each !== tab) await each.close()
  return recorded.map((actions, index) => actions.filter((action, place) => !isDone(action) && (index > 0 || place > 0)))
}

/** Clicks the button that ends a visit, in every document that has one. */
async function endIn(tab: Tab): Promise<number> {
  let clicked = 0
  for (const frame of tab.frames()) {
    const done = frame.locator('#done')
    if ((await done.count()) === 0) continue
    await done.click()
    clicked++
  }
  return clicked
}

/** The visit begins with its arrival: tabs of the visit before may have been closed after its rows were read. */
function since(rows: StoredRow[]): StoredRow[] {
  const begin = Math.min(...rows.filter(isArrival).map(({ action }) => action.at))
  return rows.filter(({ action }) => action.at >= begin)
}

const isArrival = ({ action }: StoredRow) => action.kind === 'nav'
const isEnd = ({ action }: StoredRow) => isDone(action)
const isDone = ({ kind, target }: Draft | Action) =>
  kind === 'click' && target?.tag === 'button' && target.box.width === DONE_SIZE.width && target.box.height === DONE_SIZE.height

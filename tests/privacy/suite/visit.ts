/** One person on one page: opens a tab of its own, does what the page asks for, and leaves. */
import type { Page as Tab } from '@playwright/test'
import { z } from 'zod'
import type { Sites } from '../../e2e/browser/sites.ts'
import type { Plant } from './canaries.ts'
import type { PrivacyPage, Visit, Where } from './page.ts'
import { UNLISTED, hostOf, type Preset } from './presets.ts'
import type { Watch } from './watch.ts'

export type Job = { page: PrivacyPage; preset: Preset; path: string }
export type Visited = {
  job: Job
  /** The browser's number for its tab; -1 where no recorder has spoken. */
  tabId: number
  /** What went wrong with the visit itself, or null. */
  failure: string | null
}

type Ground = { open: () => Promise<Tab>; sites: Sites; watch: Watch; plant: Plant }

const Hello = z.object({ type: z.literal('hello'), document: z.string() })
const Actions = z.object({ type: z.literal('actions'), document: z.string(), actions: z.array(z.looseObject({ kind: z.string() })) })

/** Beside the policy's default port the address says nothing that a lexicon knows. */
const whereOf = ({ preset, path }: Job, sites: Sites): Where => {
  const beside: Preset = preset === 'interface' ? 'phrases' : 'interface'
  return {
    here: (name) => sites.url(`${hostOf(preset)}${path}${name === '' ? '' : `/${name}`}`),
    elsewhere: (name) => sites.url(`${UNLISTED}${path}/${name}`),
    beside: (name) => sites.url(`${hostOf(beside)}${path}/${name}`),
  }
}

const DONE = '<button id="done" style="position:fixed;right:0;top:0;z-index:2147483647">Finish</button>'

function documentOf({ page }: Job, plant: Plant, where: Where): string {
  return `<!doctype html><html lang="${page.language ?? 'en'}"><head><title>${plant('title')}</title>
    <meta name="description" content="${plant('attribute')}">${page.head?.(plant, where) ?? ''}</head>
    <body data-user="${plant('attribute')}">${page.body(plant, where)}${DONE}
    <script>addEventListener('submit', (event) => document.body.dataset.submits || event.preventDefault())</script></body></html>`
}

function serve(job: Job, { sites, plant }: Ground): { address: string; where: Where } {
  const where = whereOf(job, sites)
  const place = (url: string) => new URL(url).host.replace(/:\d+$/, '') + new URL(url).pathname
  const first = job.page.unlisted ? where.elsewhere('') : where.here('')
  sites.set(place(first), documentOf(job, plant, where))
  for (const [key, served] of Object.entries(job.page.others?.(plant, where) ?? {})) {
    const [, side, name = ''] = /^(?:(elsewhere|beside):)?(.*)$/.exec(key) ?? []
    sites.set(place(side === 'elsewhere' ? where.elsewhere(name) : side === 'beside' ? where.beside(name) : where.here(name)), served)
  }
  return { address: first + (job.page.address?.(plant) ?? ''), where }
}

/** Number of the tab that a recorder speaks from whose document was loaded from an address. */
function tabAt(watch: Watch, address: string): number | undefined {
  return watch.messages.find(({ message, url, frame }) => frame === 0 && url.startsWith(address) && Hello.safeParse(message).success)?.tab
}

/** Likewise of the tab in which a frame was loaded from an address. */
function frameAt(watch: Watch, address: string): number | undefined {
  return watch.messages.find(({ message, url }) => url.startsWith(address) && Hello.safeParse(message).success)?.tab
}

function arrivals(watch: Watch, tabId: number): number {
  const navs = watch.messages.flatMap(({ message, tab, frame }) => {
    const sent = Actions.safeParse(message)
    return tab === tabId && frame === 0 && sent.success && sent.data.actions.some(({ kind }) => kind === 'nav') ? [sent.data.document] : []
  })
  return new Set(navs).size
}

function visitIn(tab: Tab, tabId: () => number, where: Where, { watch, plant }: Ground): Visit {
  const click = async (...selectors: string[]) => {
    for (const selector of selectors) await tab.locator(selector).first().click({ timeout: CLICK_MS })
  }
  const arrive = async (move: () => Promise<unknown>) => {
    const before = arrivals(watch, tabId())
    await move()
    await watch.until('the next arrival', () => (arrivals(watch, tabId()) > before ? true : undefined))
  }
  return {
    ...where,
    tab,
    plant,
    click,
    arrive,
    async type(selector, kind = 'typed') {
      await click(selector)
      const secret = plant(kind)
      await tab.keyboard.type(secret)
      return secret
    },
    async press(...keys) {
      for (const key of keys) await tab.keyboard.press(key)
    },
    async heard(address) {
      const other = await watch.until('hello', () => tabAt(watch, address))
      await watch.until('the arrival', () => (arrivals(watch, other) > 0 ? true : undefined))
    },
    go: (address) => tab.goto(address, { waitUntil: 'domcontentloaded' }),
  }
}

/** A page of ours is quick; an element that cannot be clicked is a mistake in the page. */
const CLICK_MS = 8000

export async function visit(job: Job, ground: Ground): Promise<Visited> {
  const { open, watch } = ground
  const { address, where } = serve(job, ground)
  const tab = await open()
  let tabId = -1
  try {
    tab.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined))
    await tab.goto(address, { waitUntil: 'domcontentloaded' })
    if (!job.page.unlisted) {
      const loaded = address.split(/[?#]/, 1)[0] ?? address
      tabId = await watch.until('hello', () => tabAt(watch, loaded))
      await watch.until('the arrival', () => (arrivals(watch, tabId) > 0 ? true : undefined))
    }
    await job.page.drive(visitIn(tab, () => tabId, where, ground))
    const done = tab.locator('#done')
    if ((await done.count()) > 0) await done.click({ timeout: CLICK_MS })
    // In a page that is not listed, the recorder of a listed frame asks, and is refused.
    if (job.page.unlisted) tabId = await watch.until('hello of a frame', () => frameAt(watch, where.here('')))
    // What is still held is handed over when the page goes.
    await tab.goto('about:blank')
    return { job, tabId, failure: null }
  } catch (error) {
    return { job, tabId, failure: error instanceof Error ? error.message.split('\n', 3).join(' ') : 'unknown' }
  } finally {
    await tab.close().catch(() => undefined)
  }
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { prepareFirefox, type RunningFirefox } from '../../../scripts/browser/firefox/launch-firefox.ts'
import { packForFirefox } from '../../../scripts/pack/firefox.ts'
import { startCollector, type RunningCollector } from '../../../scripts/start-collector.ts'
import { temporaryFolder } from '../../../scripts/temporary-folder.ts'
import { startSites, type Page, type Sites } from '../browser/sites.ts'
import { openHands, type Hands } from './hands.ts'

const BUILT = new URL('../../../.output/firefox-mv3', import.meta.url).pathname
/** Short, so that the background page ends while tests go on, as it does while people read. */
const IDLE_MS = 1500

export type Desk = {
  sites: Sites
  collector: RunningCollector
  /** Add-on identifier. */
  id: string
  /** Of the extension's own pages. */
  origin: string
  setPolicy: (value: unknown) => void
  /** Runs the browser under a policy that permits the add-on no longer; tells whether it is there. */
  startBlocked: () => Promise<() => Promise<unknown>>
  /** Runs the browser until the next start or the end, and gives somebody to work in it. */
  start: () => Promise<Hands>
  close: () => Promise<void>
}

/** Firefox ESR, a collector and sites, with one profile for all its starts. */
export async function openDesk(pages: Record<string, Page>): Promise<Desk> {
  if (!existsSync(join(BUILT, 'manifest.json')))
    throw new Error('The extension is not built: run npm run build:firefox first, or npm test.')
  const { id, xpi } = packForFirefox(BUILT)
  const type = { 'content-type': 'application/x-xpinstall' }
  const sites = await startSites({ ...pages, 'updates.localhost/waymark.xpi': { headers: type, body: xpi } })
  const data = temporaryFolder('collector')
  const collector = await startCollector(data.path)
  const prepared = prepareFirefox({ id, installUrl: sites.url('updates.localhost/waymark.xpi'), idleMs: IDLE_MS })
  let running: RunningFirefox | null = null
  const end = async () => {
    await running?.quit()
    running = null
  }
  return {
    sites,
    collector,
    id,
    origin: prepared.origin,
    setPolicy: prepared.setPolicy,
    startBlocked: async () => {
      await end()
      prepared.blockAddOn()
      running = await prepared.start()
      const { send, value } = running.marionette
      await send('Marionette:SetContext', { value: 'chrome' })
      const script = `ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs')
        .AddonManager.getAddonByID(arguments[0]).then((addon) => arguments[1](addon !== null))`
      return () => value('WebDriver:ExecuteAsyncScript', { script, args: [id], sandbox: null })
    },
    start: async () => {
      await end()
      running = await prepared.start()
      return openHands(running.marionette, prepared.origin)
    },
    close: async () => {
      await end()
      prepared.remove()
      await collector.stop()
      await sites.close()
      data.remove()
    },
  }
}

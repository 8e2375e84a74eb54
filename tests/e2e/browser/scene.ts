import type { Page as Tab } from '@playwright/test'
import { launchWithPolicy, type Launched } from '../../../scripts/browser/launch.ts'
import type { LaunchOptions } from '../../../scripts/browser/launch-options.ts'
import { startCollector, type RunningCollector } from '../../../scripts/start-collector.ts'
import { temporaryFolder } from '../../../scripts/temporary-folder.ts'
import type { Published } from '../../../scripts/update-server.ts'
import { startSites, type Page, type Sites } from './sites.ts'

export type Parts = { collector: RunningCollector; sites: Sites }
export type SceneOptions = {
  pages?: Record<string, Page>
  /** Managed value for the running parts; without it, `listed.localhost` is recorded. */
  policy?: (parts: Parts) => unknown
  /** For a policy the browser drops parts of: what the extension reads of it. */
  arrives?: unknown
  launch?: Omit<LaunchOptions, 'extension' | 'policy'>
}
export type Scene = Parts & { launched: Launched; tab: Tab; close: () => Promise<void> }

/** Records all of `listed.localhost`, with consent given by the company, and delivers when told to. */
export const listedPolicy = ({ collector, sites }: Parts) => ({
  collector: { url: collector.url, token: collector.token, flushMinutes: 60 },
  recording: { sites: [{ match: `${sites.url('listed.localhost')}/*` }] },
  notice: { company: 'Example Company', contact: 'privacy@example.com', consent: 'obtained' },
})

const EMPTY: Page = '<!doctype html><title>Empty</title>'

/** A collector, sites and a browser whose policy has arrived, with one empty tab. */
export async function openScene(extension: Published, options: SceneOptions = {}): Promise<Scene> {
  const data = temporaryFolder('collector')
  const sites = await startSites({ 'listed.localhost/': EMPTY, 'unlisted.localhost/': EMPTY, ...options.pages })
  const collector = await startCollector(data.path)
  const policy = (options.policy ?? listedPolicy)({ collector, sites })
  const launched = await launchWithPolicy({ ...options.launch, extension, policy })
  await (options.arrives === undefined ? launched.policyArrived() : launched.policyArrived(options.arrives))
  const tab = launched.context.pages()[0] ?? (await launched.context.newPage())

  return {
    collector,
    sites,
    launched,
    tab,
    close: async () => {
      await launched.close()
      await collector.stop()
      await sites.close()
      data.remove()
    },
  }
}

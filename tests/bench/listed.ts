/** A browser with the built extension, installed by a policy that lists one site. */
import { join } from 'node:path'
import { launchWithPolicy, type Launched } from '../../scripts/browser/launch.ts'
import type { LaunchOptions } from '../../scripts/browser/launch-options.ts'
import { packExtension } from '../../scripts/pack.ts'
import { temporaryFolder } from '../../scripts/temporary-folder.ts'
import { publish } from '../../scripts/update-server.ts'

const BUILT = new URL('../../.output/chrome-mv3', import.meta.url).pathname

export type Listed = { browser: Launched; listed: string; close: () => Promise<void> }

/** @returns the browser, and the origin that it records */
export async function openListed({ port }: { port: number }, options: Pick<LaunchOptions, 'viewport'> = {}): Promise<Listed> {
  const folder = temporaryFolder('packed')
  const published = await publish(await packExtension(BUILT, folder.path, { key: join(folder.path, 'key.pem') }))
  const listed = `http://listed.localhost:${port}`
  const policy = {
    // Nobody listens there: delivery is the worker's business, and not what is measured.
    collector: { url: 'http://127.0.0.1:9', token: 'a-token-that-nobody-checks' },
    recording: { sites: [{ match: `${listed}/*` }] },
    notice: { company: 'Example Company', contact: 'privacy@example.com', consent: 'obtained' },
  }
  const browser = await launchWithPolicy({ ...options, extension: published, policy })
  await browser.policyArrived()
  const close = async () => {
    await browser.close()
    await published.close()
    folder.remove()
  }
  return { browser, listed, close }
}

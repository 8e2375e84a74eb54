import type { Browser, BrowserContext, Worker } from '@playwright/test'
import { z } from 'zod'
import { withHidden } from './hidden-page.ts'

const Versions = z.object({
  versions: z.array(z.object({ versionId: z.string(), scriptURL: z.string(), runningStatus: z.string(), status: z.string() })),
})

/** Installing by policy takes 1 to 5 s, and several times that on a machine with too much to do. */
const INSTALL_MS = 60_000

/** The extension's service worker, as soon as it is there. Playwright's handle stays good when the worker restarts. */
export async function waitForWorker(context: BrowserContext, extensionId: string): Promise<Worker> {
  const ours = (worker: Worker) => worker.url().startsWith(`chrome-extension://${extensionId}/`)
  // Listening before looking: it may start between the two.
  const started = context.waitForEvent('serviceworker', { predicate: ours, timeout: INSTALL_MS })
  const running = context.serviceWorkers().find(ours)
  if (!running) {
    return started.catch((error: unknown) => {
      throw new Error(`The browser has not started the extension ${extensionId}.`, { cause: error })
    })
  }
  // Nobody waits for this one any more; it fails when its time is over or the browser closes.
  started.catch(() => {})
  return running
}

/**
 * Stops the extension's service worker as the browser does with an idle one, and settles when it has stopped.
 * @returns false when it was not running
 */
export async function stopWorker(browser: Browser, extensionId: string): Promise<boolean> {
  return withHidden(browser, 'about:blank', async (page) => {
    const script = `chrome-extension://${extensionId}/`
    const ours = (params: unknown, statuses: string[]) =>
      Versions.parse(params).versions.find((version) => version.scriptURL.startsWith(script) && statuses.includes(version.runningStatus))
    const running = page.event('ServiceWorker.workerVersionUpdated', (params) => ours(params, ['running', 'stopped']))
    await page.send('ServiceWorker.enable')
    const { versionId, runningStatus } = await running
    if (runningStatus === 'stopped') return false
    const stopped = page.event('ServiceWorker.workerVersionUpdated', (params) => ours(params, ['stopped']))
    await page.send('ServiceWorker.stopWorker', { versionId })
    await stopped
    return true
  })
}

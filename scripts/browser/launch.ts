import type { Worker } from '@playwright/test'
import { onExit } from '../on-exit.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { browserProcess, hasEnded } from './browser-process.ts'
import { withHidden } from './hidden-page.ts'
import { browserPolicy, type LaunchOptions } from './launch-options.ts'
import { machineFolder } from './machine-folder.ts'
import { NO_NAMESPACE, permittedWay } from './namespace.ts'
import type { PolicyFolder } from './policy-folder.ts'
import { privateFolder } from './private-folder.ts'
import { startBrowser } from './start-browser.ts'
import { storageHolds } from './storage-holds.ts'
import { stopWorker, waitForWorker } from './worker.ts'

function openFolder(permitted: LaunchOptions['policyFolder']): PolicyFolder {
  const way = permittedWay()
  if (way) return privateFolder(way)
  if (permitted === 'machine') return machineFolder()
  throw new Error(NO_NAMESPACE)
}

/**
 * Starts real Chromium with the extension force-installed by enterprise policy, and settles when its service worker runs. On a
 * first start the extension reads an empty policy for some seconds more: `policyArrived` waits for that.
 */
export async function launchWithPolicy(options: LaunchOptions) {
  const { id } = options.extension
  const folder = openFolder(options.policyFolder)
  const profile = options.userDataDir === undefined ? temporaryFolder('profile') : null
  let current = options.policy
  folder.write(browserPolicy(options, current))

  const tidy = () => {
    profile?.remove()
    folder.remove()
  }
  const { context, browser } = await startBrowser(folder.executable, profile?.path ?? options.userDataDir ?? '', options).catch(
    (error: unknown) => {
      tidy()
      throw error
    },
  )
  // Registered after the launch, so that at exit Playwright has killed the browser before its folders go.
  const tidyOnce = onExit(tidy)
  const pid = await browserProcess(browser)
  const ended = new Promise((resolve) => context.once('close', resolve)).then(() => hasEnded(pid)).then(tidyOnce)

  const worker = (): Promise<Worker> => waitForWorker(context, id)
  const inExtension = (expression: string) =>
    withHidden(browser, `chrome-extension://${id}/manifest.json`, (page) => page.evaluate(expression))
  /** What the button on chrome://policy does: the browser rereads the folder without waiting for its settling time. */
  const reload = () => withHidden(browser, 'chrome://policy', (page) => page.evaluate(`chrome.send('reloadPolicies')`))

  const close = async () => {
    await context.close()
    await ended
  }
  await worker().catch(async (error: unknown) => {
    await close()
    throw error
  })

  return {
    context,
    browser,
    extensionId: id,
    worker,
    /** Stops the service worker as the browser does with an idle one; false when it was not running. */
    stopWorker: () => stopWorker(browser, id),

    /** Runs an expression with the extension's rights, in a page that the extension cannot notice and that runs none of its code. */
    inExtension,
    /** What the extension reads from managed storage now. */
    managed: () => inExtension('chrome.storage.managed.get()'),

    /** Changes the managed value. `nudge: false` leaves it to the browser to notice, as on people's machines: 5 s. */
    setPolicy: async (value: unknown, { nudge = true } = {}) => {
      current = value
      folder.write(browserPolicy(options, value))
      if (nudge) await reload()
    },
    /** Puts an administrator's own file in the place of the whole policy. */
    setPolicyFile: async (policy: Record<string, unknown>) => {
      folder.write(policy)
      await reload()
    },
    /** Takes the whole policy away, upon which the browser uninstalls the extension. */
    removePolicy: async ({ nudge = true } = {}) => {
      folder.clear()
      if (nudge) await reload()
    },
    /** Settles when the extension reads the value that was set; or `expected`, where the browser drops part of it. */
    policyArrived: async (expected: unknown = current ?? {}) => {
      await inExtension(storageHolds(expected))
    },

    /** Kills the browser, as a crash or the system would. */
    crash: async () => {
      process.kill(pid, 'SIGKILL')
      await ended
    },
    /** Settles when the browser has ended and its folders are gone; also when the person has closed it before. */
    close,
  }
}
export type Launched = Awaited<ReturnType<typeof launchWithPolicy>>

import type { Browser } from '@playwright/test'
import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { isRunning } from '../is-running.ts'

const Processes = z.object({ processInfo: z.array(z.object({ type: z.string(), id: z.int() })) })
/** How often to look whether a process has ended that is not known to Node as its child. */
const LOOK_MS = 20

/** Process id of the browser's main process, which the others follow when it ends. */
export async function browserProcess(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = Processes.parse(await session.send('SystemInfo.getProcessInfo'))
  await session.detach()
  const main = processInfo.find(({ type }) => type === 'browser')
  if (!main) throw new Error('the browser names no process of its own')
  return main.id
}

/** Settles when the process has ended; until then it may write to its profile, though Playwright has reported it closed. */
export async function hasEnded(pid: number): Promise<void> {
  while (isRunning(pid)) await delay(LOOK_MS)
}

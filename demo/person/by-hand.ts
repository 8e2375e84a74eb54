import { createInterface } from 'node:readline'
import type { Launched } from '../../scripts/browser/launch.ts'
import type { Sites } from '../sites/sites.ts'

/** Opens the sites and waits until the person has had enough: Enter in the terminal, or the window closed. */
export async function workByHand({ context }: Launched, sites: Sites, say: (line: string) => void): Promise<null> {
  for (const origin of [sites.outside, sites.people, sites.search, sites.wiki]) {
    const page = await context.newPage()
    await page.goto(origin)
  }
  say('The browser is yours: the toolbar icon says what is recorded. Press Enter here, or close the window, when you are done.')
  const terminal = createInterface({ input: process.stdin })
  await Promise.race([new Promise((done) => terminal.once('line', done)), new Promise((done) => context.once('close', done))])
  terminal.close()
  return null
}

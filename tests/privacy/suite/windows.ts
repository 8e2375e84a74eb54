/**
 * Windows that stay, with one new tab at a time in each: the tabs of one window wait for each other, since only the one in front
 * draws, and a window for each tab costs more than the page in it. No tab is opened by another, so that what was typed in one is
 * nothing the next could show.
 */
import type { BrowserContext, Page as Tab } from '@playwright/test'
import { z } from 'zod'
import type { Watch } from './watch.ts'

export type Opener = () => Promise<Tab>

export async function openWindows(context: BrowserContext, watch: Watch, count: number): Promise<Opener[]> {
  let turn: Promise<unknown> = Promise.resolve()
  /** One at a time, so that each gets the page it has opened; pages that a page opens have an opener. */
  const opening = (expression: string): Promise<Tab> => {
    const mine = turn.then(async () => {
      const opened = context.waitForEvent('page', async (page) => (await page.opener()) === null)
      await watch.evaluate(expression)
      return opened
    })
    turn = mine.catch(() => undefined)
    return mine
  }
  const openers: Opener[] = []
  for (let index = 0; index < count; index++) {
    const before = await windows(watch)
    await opening(`chrome.windows.create({ url: 'about:blank' }).then(() => null)`)
    const [own] = (await windows(watch)).filter((id) => !before.includes(id))
    openers.push(() => opening(`chrome.tabs.create({ windowId: ${own}, url: 'about:blank' }).then(() => null)`))
  }
  return openers
}

const windows = async (watch: Watch): Promise<number[]> =>
  z.array(z.int()).parse(await watch.evaluate('chrome.windows.getAll().then((all) => all.map(({ id }) => id))'))

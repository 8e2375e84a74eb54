/** Somebody who works in one browser: clicks one button after the other, each once, with trusted input. */
import type { Page as Tab } from '@playwright/test'
import { browserProcess } from '../../scripts/browser/browser-process.ts'
import { launchWithPolicy, type Launched } from '../../scripts/browser/launch.ts'
import type { LaunchOptions } from '../../scripts/browser/launch-options.ts'
import type { Sites } from '../e2e/browser/sites.ts'
import { grantedIn, heldIn } from './held.ts'
import { killDescendants } from './kill-descendants.ts'
import { until } from './until.ts'
import { BUTTONS, WORK_PAGE, markOf, pointOf } from './work-page.ts'

export type Place = { tab: Tab; host: string; next: number }
export type Person = Awaited<ReturnType<typeof seatPerson>>

/** @param freshHost names a listed host where nobody has been */
export async function seatPerson(sites: Sites, options: LaunchOptions, freshHost: () => string) {
  let launched: Launched = await launchWithPolicy(options)
  let pid = await browserProcess(launched.browser)
  const life = { killed: false }
  /** What a killed browser was asked is never answered, nor refused. */
  let death = Promise.withResolvers<null>()
  const unlessDead = <T>(asked: Promise<T>): Promise<T | null> =>
    Promise.race([asked, death.promise]).catch((error: unknown) => {
      if (life.killed) return null
      throw error
    })
  const performed = new Set<string>()
  const acknowledged = new Set<string>()
  await launched.policyArrived()

  /** What is committed now; it is acknowledged from here on. */
  const look = async () => {
    const held = await heldIn(launched)
    for (const mark of held.marks) acknowledged.add(mark)
    return held
  }
  const registered = () =>
    until('the recorder is registered', async () => {
      const count = await launched.inExtension('chrome.scripting.getRegisteredContentScripts().then((all) => all.length)')
      return count === 1 || `${String(count)} scripts are registered`
    })
  await registered()

  /**
   * Opens a listed page where nobody has been; settles when its arrival is committed, from when on everything is recorded. Where it need
   * only be granted, a click may come before the page has heard of that, and is none that anybody could have lost.
   */
  const arrive = async (tab?: Tab, isGrantEnough = false): Promise<Place> => {
    const host = freshHost()
    sites.set(`${host}/`, WORK_PAGE)
    const url = sites.url(`${host}/`)
    const shown = tab ?? launched.context.pages()[0] ?? (await launched.context.newPage())
    await shown.goto(url)
    await until(`${host} is recorded`, async () => {
      const granted = (await grantedIn(launched)).find(({ origin }) => `${origin}/` === url)
      return (granted && (isGrantEnough || granted.acknowledged >= 0)) || 'the page was not granted, or its arrival not committed'
    })
    return { tab: shown, host, next: 0 }
  }
  let here: Place | null = null

  return {
    performed,
    acknowledged,
    /** Folder of everything the browser keeps. */
    profile: options.userDataDir ?? '',
    browser: () => launched,
    look,

    arrive,
    /** The page the person is on; a fresh one when fewer than `times` buttons are left. */
    async place(times: number): Promise<Place> {
      if (here === null || BUTTONS - here.next < times) here = await arrive()
      return here
    },

    /** Clicks so many buttons that were not clicked yet; stops where the page ends or the browser does. */
    async click(place: Place, times: number): Promise<void> {
      for (let left = Math.min(times, BUTTONS - place.next); left > 0 && !life.killed; left--) {
        performed.add(markOf(place.host, place.next))
        const { x, y } = pointOf(place.next)
        place.next += 1
        await unlessDead(place.tab.mouse.click(x, y))
      }
    },

    /** "Send now". A worker that is stopped meanwhile gives no answer; what it did is for the store and the collector to show. */
    flush: () => unlessDead(launched.inExtension(`chrome.runtime.sendMessage({ type: 'flush' }).then(() => true, () => false)`)),

    /** Looks again and again, until the browser is killed. */
    async watch(): Promise<void> {
      while (!life.killed) await unlessDead(look())
    },

    /** Kills every process of the browser at once, as the system does when it runs out of memory or power. */
    async kill(): Promise<void> {
      life.killed = true
      killDescendants(pid)
      const ended = launched.crash()
      death.resolve(null)
      await ended
    },
    /** Starts the browser again, on the same profile. */
    async restart(): Promise<void> {
      launched = await launchWithPolicy(options)
      pid = await browserProcess(launched.browser)
      life.killed = false
      death = Promise.withResolvers<null>()
      await launched.policyArrived()
      await registered()
    },
    close: () => launched.close(),
  }
}

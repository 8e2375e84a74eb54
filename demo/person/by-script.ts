import type { Page } from '@playwright/test'
import type { Launched } from '../../scripts/browser/launch.ts'
import type { Sites } from '../sites/sites.ts'
import { addTally, totalOf, type Tally } from '../tally.ts'
import { handOn } from './hand.ts'
import { useOutside } from './outside.ts'
import { usePeople } from './people.ts'
import { useSearch } from './search.ts'
import { useWiki } from './wiki.ts'

/**
 * About a minute of work by trusted input.
 * @returns what it did, counted by the rules of `docs/trace.md`
 */
export async function workByScript(launched: Launched, sites: Sites, say: (line: string) => void): Promise<Tally> {
  const { context } = launched
  const page = context.pages()[0] ?? (await context.newPage())
  await page.setViewportSize({ width: 1280, height: 800 })
  const hand = handOn(page)
  let total: Tally = {}
  const add = (name: string, tally: Tally) => {
    say(`  ${name}: ${totalOf(tally)} actions`)
    total = addTally(total, tally)
  }
  say('A scripted person goes to work')
  add('on the wiki: search, read, create a page, edit it', await useWiki(hand, sites.wiki))
  add('on the search engine: search, read, go back', await useSearch(hand, sites.search))
  add('on the professional network: feed, filters, message, and settings that are excepted', await usePeople(hand, sites.people))
  add('on the site that is not listed', await useOutside(hand, sites.outside))
  add('between two tabs', await switchTabs(launched, page, sites))
  return total
}

/** From the unlisted tab to a listed one, to another listed one, and back outside. */
async function switchTabs(launched: Launched, outside: Page, sites: Sites): Promise<Tally> {
  const first = await emptyTab(launched)
  await first.goto(`${sites.wiki}/`)
  await first.locator('.tc-site-title').waitFor()
  const second = await emptyTab(launched)
  await second.goto(`${sites.search}/`)
  await second.locator('.pagefind-ui__search-input').waitFor()
  await first.bringToFront()
  await outside.bringToFront()
  // Each new tab is empty first, which is outside; the second time from the wiki. Then search to wiki, and wiki to outside.
  return { nav: 2, tab: 3 }
}

/** Settles when the extension knows the tab that is looked at. */
const TAB_IS_KNOWN = `new Promise((done) => {
  const look = async () => {
    const [shown] = await chrome.tabs.query({ active: true })
    const known = await chrome.storage.session.get('active:' + shown.windowId)
    if (Object.values(known).some(({ tab }) => tab === shown.id)) done()
  }
  chrome.storage.session.onChanged.addListener(() => void look())
  void look()
})`

/** A person takes a while to give a new tab an address; the extension has heard of it by then. */
async function emptyTab({ context, inExtension }: Launched): Promise<Page> {
  const tab = await context.newPage()
  await inExtension(TAB_IS_KNOWN)
  return tab
}

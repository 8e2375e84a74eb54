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
export async function workByScript({ context }: Launched, sites: Sites, say: (line: string) => void): Promise<Tally> {
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
  add('between two tabs', await switchTabs(context, page, sites))
  return total
}

/** From the unlisted tab to a listed one, to another listed one, and back outside. */
async function switchTabs(context: Launched['context'], outside: Page, sites: Sites): Promise<Tally> {
  const first = await context.newPage()
  await first.goto(`${sites.wiki}/`)
  await first.locator('.tc-site-title').waitFor()
  const second = await context.newPage()
  await second.goto(`${sites.search}/`)
  await second.locator('.pagefind-ui__search-input').waitFor()
  await first.bringToFront()
  await outside.bringToFront()
  // Each new tab is empty first, which is outside; the second time from the wiki. Then search to wiki, and wiki to outside.
  return { nav: 2, tab: 3 }
}

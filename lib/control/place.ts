/** Which listed site a tab shows. The browser does the matching, so that the address of an unlisted page is never read. */
import { browser } from 'wxt/browser'
import { siteFor } from '../policy/allowlist.ts'
import { browserPatterns } from './browser-patterns.ts'
import { tabKey, type Context } from './context.ts'
import type { Policy } from '../policy/policy.ts'

export type Listed = { url: string; origin: string; opener: number | null }

/** Null for a tab that is not on a listed site, is excepted, or is gone. */
export async function listedTab(policy: Policy, tabId: number): Promise<Listed | null> {
  const tabs = await browser.tabs.query({ url: browserPatterns(policy.recording.sites.map(({ match }) => match)) })
  const tab = tabs.find(({ id }) => id === tabId)
  if (!tab?.url || !siteFor(tab.url, policy.recording.sites, policy.recording.except)) return null
  return { url: tab.url, origin: new URL(tab.url).origin, opener: tab.openerTabId ?? null }
}

/** Id of the sequence a tab is in, or null. */
export async function openSequence(context: Context, tabId: number): Promise<string | null> {
  return (await context.db.getFromIndex('sequences', 'open', [1, tabKey(context, tabId)]))?.id ?? null
}

/** Tab changes, as actions of the sequence that was left, or of the one that was come to from outside. */
import { browser } from 'wxt/browser'
import { routeTemplate } from '../mask/route.ts'
import { siteFor } from '../policy/allowlist.ts'
import type { Policy } from '../policy/policy.ts'
import { appendOwn } from '../store/append.ts'
import { closeSequences } from '../store/queue.ts'
import type { DraftOf } from '../trace/action.ts'
import type { Route } from '../trace/target.ts'
import type { TabChange } from '../trace/vocabulary.ts'
import { policyInForce, tabKey, type Context } from './context.ts'
import { listedTab, openSequence, type Listed } from './place.ts'

type Active = { tab: number; origin: string | null }

/** At a worker start: which tabs are looked at already, where no activation has told. Their numbers only, no addresses. */
export async function rememberActive(): Promise<void> {
  const known = await browser.storage.session.get(null)
  for (const { id, windowId } of await browser.tabs.query({ active: true })) {
    const key = `active:${windowId}`
    if (id !== undefined && !(key in known)) await browser.storage.session.set({ [key]: { tab: id, origin: null } })
  }
}

/** The person looks at another tab. */
export async function recordActivation(
  context: Context,
  { tabId, windowId }: { tabId: number; windowId: number },
  now: number,
): Promise<void> {
  const key = `active:${windowId}`
  const before = activeFrom((await browser.storage.session.get(key))[key])
  const policy = await policyInForce(context, now)
  const opener = policy ? await openerOf(context, tabId) : null
  if (opener !== null) await committed(tabId)
  const here = policy && (await listedTab(policy, tabId))
  await browser.storage.session.set({ [key]: { tab: tabId, origin: here?.origin ?? null } })
  if (!policy || !before || before.tab === tabId) return
  const there = await listedTab(policy, before.tab)
  const exists = there !== null || (await tabExists(before.tab))
  const from = there?.origin ?? (exists ? null : before.origin)
  if (!from && !here) return
  const change: TabChange = !exists ? 'close' : opener === before.tab ? 'open' : 'switch'
  const owner = from ? { tab: before.tab, origin: from, listed: there } : here && { tab: tabId, origin: here.origin, listed: here }
  if (!owner) return
  const other = from && here ? await openSequence(context, tabId) : null
  await appendOwn(context.db, { tab: tabKey(context, owner.tab), site: owner.origin }, now, (n): DraftOf<'tab'> => ({
    kind: 'tab',
    n,
    at: now,
    until: now,
    frame: [],
    route: routeOf(policy, owner.origin, owner.listed),
    target: null,
    pointer: [],
    effects: [],
    masking: [{ field: 'route', rule: 'segment-masked' }],
    change,
    from: from ? 'listed' : 'outside',
    to: here ? 'listed' : 'outside',
    sequence: other,
    replayable: here !== null,
    reason: here ? null : 'outside',
  }))
}

/** A tab that was just opened has no page yet; whether that is listed, or ours, is known when it has. */
const COMMIT_MS = 1000

export async function committed(tabId: number): Promise<void> {
  const tab = await browser.tabs.get(tabId).catch(() => null)
  if (tab?.status !== 'loading') return
  await new Promise<void>((done) => {
    const heard = (id: number, { status }: { status?: string }) => {
      if (id === tabId && status !== undefined) end()
    }
    const end = () => {
      clearTimeout(timer)
      browser.tabs.onUpdated.removeListener(heard)
      done()
    }
    const timer = setTimeout(end, COMMIT_MS)
    browser.tabs.onUpdated.addListener(heard)
  })
}

/** A tab is gone: its sequence ends, unless its last words are still on their way. */
export async function closeTab(context: Context, tabId: number): Promise<void> {
  const key = tabKey(context, tabId)
  await closeSequences(context.db, ({ tab }) => (tab === key ? 'tab-closed' : null))
}

function activeFrom(value: unknown): Active | null {
  if (typeof value !== 'object' || value === null || !('tab' in value) || !('origin' in value)) return null
  const { tab, origin } = value
  return typeof tab === 'number' ? { tab, origin: typeof origin === 'string' ? origin : null } : null
}

async function tabExists(tabId: number): Promise<boolean> {
  return browser.tabs.get(tabId).then(
    () => true,
    () => false,
  )
}

/** The tab that opened this one, as long as nothing was done in it. */
async function openerOf(context: Context, tabId: number): Promise<number | null> {
  const tab = await browser.tabs.get(tabId).catch(() => null)
  return tab?.openerTabId === undefined || (await openSequence(context, tabId)) !== null ? null : tab.openerTabId
}

function routeOf(policy: Policy, origin: string, listed: Listed | null): Route {
  const site = listed && siteFor(listed.url, policy.recording.sites, policy.recording.except)
  return { origin, ...(listed && site ? routeTemplate(listed.url, site.routes, () => true) : { path: '/*', query: [] }) }
}

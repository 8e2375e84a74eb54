/** Tells people: the notice opens before anything can be recorded, and again before more is. */
import { browser } from 'wxt/browser'
import { termsOf, widenings, type Terms } from '../policy/terms.ts'
import { readState, writeState } from '../store/state.ts'
import { factsOf, type Context } from './context.ts'
import { isShown } from './state.ts'
import { committed } from './tabs.ts'

const PAGE = '/notice.html'

/** Opens the notice beside what the person is doing, unless it is open already: then it shows by itself what has changed. */
export function openNotice(): Promise<void> {
  // Installation and the arrival of the policy may come in the same moment.
  return navigator.locks.request('notice', async () => {
    if ((await browser.tabs.query({ url: browser.runtime.getURL(PAGE) })).length > 0) return
    const { id } = await browser.tabs.create({ url: PAGE, active: false })
    // Only from then on does the browser find it by its address.
    if (id !== undefined) await committed(id)
  })
}

/**
 * Opens the notice where the policy in force records more than it last showed. Opened first and noted then: whoever dies between the two opens
 * it again. Where no window is open to show it in, it fails, nothing is noted, and nothing is recorded: the next page that asks tries again.
 */
export async function showNotice(context: Context, now: number): Promise<void> {
  const { db, resolution } = context
  if (resolution.kind !== 'ready' || isShown(await factsOf(context))) return
  const terms = termsOf(resolution.policy)
  await openNotice()
  const { store } = db.transaction('state', 'readwrite')
  const last = await readState(store, 'shown')
  // Another event has noted it meanwhile.
  if (last && widenings(last.terms, terms).length === 0) return
  // What was opened and never looked at is as new as what has come now.
  const before = last === undefined ? null : last.seenAt === null ? last.before : last.terms
  await writeState(store, 'shown', { terms, version: browser.runtime.getManifest().version, at: now, seenAt: null, before })
}

/** The person is looking at the notice, which shows the terms of this id. */
export async function noteSeen({ db, resolution }: Context, id: string, now: number): Promise<void> {
  if (resolution.kind !== 'ready') return
  const terms = termsOf(resolution.policy)
  const { store } = db.transaction('state', 'readwrite')
  const last = await readState(store, 'shown')
  if (terms.id !== id || !last || widenings(last.terms, terms).length > 0) return
  if (last.seenAt !== null && last.terms.id === id) return
  await writeState(store, 'shown', { ...last, terms, seenAt: now })
}

/** What is recorded that was not when the person last agreed, or last looked: shown in bold. */
export function newTerms(
  terms: Terms,
  { consent, shown }: { consent: { given: boolean; terms?: Terms } | undefined; shown?: { before: Terms | null } | undefined },
): ReturnType<typeof widenings> {
  const before = terms.consent === 'ask' && consent?.given === true && consent.terms ? consent.terms : null
  const more = before === null ? [] : widenings(before, terms)
  if (more.length > 0) return more
  return shown?.before ? widenings(shown.before, terms) : []
}

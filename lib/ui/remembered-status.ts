/** What was known last, for the popup to paint before the worker has answered: kept in memory by the browser, for this run of it. */
import { browserPatterns } from '../control/browser-patterns.ts'
import { extension } from '../extension.ts'
import type { Status } from '../messages.ts'
import { isStatus } from './ask.ts'
import { showsRecording } from './badge.ts'

const KEY = 'status'

export async function rememberStatus(status: Status): Promise<void> {
  // Settings as read may be large, and the popup does not show them.
  await extension.storage.session.set({ [KEY]: { ...status, policy: { ...status.policy, raw: '' } } })
}

/** The status last known, made true for a tab without the worker; null where nothing is known yet. */
export async function rememberedStatus(tab: Promise<number | null>): Promise<Status | null> {
  const [{ [KEY]: status }, tabId] = await Promise.all([extension.storage.session.get(KEY), tab])
  if (!isStatus(status)) return null
  if (status.whole !== 'recording' || tabId === null) return { ...status, state: status.whole, site: null }
  // The browser does the matching: the address of an unlisted page is not read.
  const patterns = browserPatterns(status.policy.sites.map(({ match }) => match))
  const [listed, isShown] = await Promise.all([extension.tabs.query({ url: patterns }), showsRecording(tabId)])
  const url = listed.find(({ id }) => id === tabId)?.url
  const isRecorded = url !== undefined && isShown
  return { ...status, state: isRecorded ? 'recording' : 'off-here', site: isRecorded ? new URL(url).origin : null }
}

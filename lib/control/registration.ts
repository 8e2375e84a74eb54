/** Puts the recorder on listed sites, and nowhere else. */
import { browser } from 'wxt/browser'

const ID = 'recorder'
const FILE = '/recorder.js'

/**
 * Registers the recorder for pages to come. Registrations of an unpacked extension are lost at restart, so this runs at
 * every worker start.
 */
export async function registerRecorder(matches: string[], excludeMatches: string[]): Promise<void> {
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [ID] })
  if (matches.length === 0) {
    if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [ID] })
    return
  }
  const script = {
    id: ID,
    js: [FILE],
    matches,
    excludeMatches,
    allFrames: true,
    matchOriginAsFallback: true,
    runAt: 'document_start' as const,
    world: 'ISOLATED' as const,
    // Tabs that the browser restores load before the worker has read the policy; what may be recorded it says when they ask.
    persistAcrossSessions: true,
  }
  await (known.length > 0 ? browser.scripting.updateContentScripts([script]) : browser.scripting.registerContentScripts([script]))
}

/** Reaches the pages that are open already. The recorder starts once in a document, however often it is injected. */
export async function injectRecorder(matches: string[]): Promise<void> {
  if (matches.length === 0) return
  const tabs = await browser.tabs.query({ url: matches, discarded: false })
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id === undefined) return
      // A tab that closes or navigates meanwhile refuses; its next page is covered by the registration.
      await browser.scripting.executeScript({ target: { tabId: id, allFrames: true }, files: [FILE], injectImmediately: true }).catch(gone)
    }),
  )
}

/** Tells every recorder in every frame of every tab. Tabs without one have nobody to listen. */
export async function tellRecorders(message: { type: 'stop' | 'renew' }): Promise<void> {
  const tabs = await browser.tabs.query({})
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id !== undefined) await browser.tabs.sendMessage(id, message).catch(gone)
    }),
  )
}

function gone(): void {
  // Nobody there any more, or nobody there yet: both are states of the world, not faults.
}

/** Puts the recorder on listed sites, and nowhere else. */
import { browser } from 'wxt/browser'
import { isWhole } from '../policy/allowlist.ts'
import { browserPatterns } from './browser-patterns.ts'

const FILE = '/recorder.js'

/**
 * Registers the recorder for pages to come. Registrations of an unpacked extension are lost at restart, so this runs at
 * every worker start.
 */
export async function registerRecorder(matches: string[], excludeMatches: string[]): Promise<void> {
  // Chromium takes none of a list where one pattern that is to reach inherited frames (about:blank, srcdoc, blob:) has a path. Where only
  // a part of a site is listed, these frames are not recorded: nothing else would keep the recorder out of the other parts.
  await register('recorder', matches.filter(isWhole), excludeMatches, true)
  await register(
    'recorder-parts',
    matches.filter((pattern) => !isWhole(pattern)),
    excludeMatches,
    false,
  )
}

async function register(id: string, matches: string[], excludeMatches: string[], matchOriginAsFallback: boolean): Promise<void> {
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [id] })
  if (matches.length === 0) {
    if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [id] })
    return
  }
  const script = {
    id,
    js: [FILE],
    matches: browserPatterns(matches),
    // With a port it fits nothing in Firefox; the recorder asks the worker, which knows the exception.
    excludeMatches,
    allFrames: true,
    matchOriginAsFallback,
    runAt: 'document_start' as const,
    world: 'ISOLATED' as const,
    // Tabs that the browser restores load before the worker has read the policy; what may be recorded it says when they ask.
    persistAcrossSessions: true,
  }
  await (known.length > 0 ? browser.scripting.updateContentScripts([script]) : browser.scripting.registerContentScripts([script]))
}

/**
 * Reaches the pages that are open already: their top documents. Which documents the frames in them hold the browser does not say
 * without handing out the addresses of unlisted ones; the recorder looks, and has `injectFrames` called where all are its own.
 */
export async function injectRecorder(isListed: (address: string) => boolean, matches: string[]): Promise<void> {
  if (matches.length === 0) return
  const tabs = await browser.tabs.query({ url: browserPatterns(matches), discarded: false })
  const listed = tabs.flatMap(({ id, url }) => (id !== undefined && url && isListed(url) ? [id] : []))
  await patiently(listed.map((tabId) => inject({ tabId, frameIds: [0] })))
}

/** The frames of a page in which every frame is of its own origin. Others are recorded from their next load. */
export async function injectFrames(tabId: number): Promise<void> {
  await patiently([inject({ tabId, allFrames: true })])
}

/** A tab that closes or navigates meanwhile refuses; its next page is covered by the registration. */
function inject(target: { tabId: number; frameIds: number[] } | { tabId: number; allFrames: true }): Promise<unknown> {
  return browser.scripting.executeScript({ target, files: [FILE], injectImmediately: true })
}

/** Tells every recorder in every frame of every tab. Tabs without one have nobody to listen. */
export async function tellRecorders(message: { type: 'stop' | 'renew' | 'leave' }): Promise<void> {
  const tabs = await browser.tabs.query({})
  await patiently(tabs.flatMap(({ id }) => (id === undefined ? [] : [browser.tabs.sendMessage(id, message)])))
}

/** Tells every recorder in every frame of one tab. */
export async function tellTab(tab: number, message: { type: 'stop' | 'renew' }): Promise<void> {
  await patiently([browser.tabs.sendMessage(tab, message)])
}

/** A page that is busy, or shows a dialog, answers when it is done; nobody else waits for it longer than this. */
const PATIENCE_MS = 500

async function patiently(calls: Promise<unknown>[]): Promise<void> {
  const all = Promise.all(calls.map((call) => call.catch(gone)))
  let timer: ReturnType<typeof setTimeout> | undefined
  const enough = new Promise((resolve) => (timer = setTimeout(resolve, PATIENCE_MS)))
  await Promise.race([all, enough])
  clearTimeout(timer)
}

function gone(): void {
  // Nobody there any more, or nobody there yet: both are states of the world, not faults.
}

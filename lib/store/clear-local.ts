/** `storage.local` down to its files: `remove` leaves the bytes in Chromium's log, only `clear` deletes the log itself. */
import { browser } from 'wxt/browser'
import { TAIL_PREFIX } from '../trace/vocabulary.ts'

/** Tells the event of our `clear` from those of removals before it, which may arrive late. */
const SENTINEL = 'clearing:'

/**
 * Leaves nothing of what has been removed. What a page wrote since its owner last looked is put back as it was.
 * @returns how many tails of pages that were: their bytes are in the new log
 */
export async function clearLocal(): Promise<number> {
  const sentinel = SENTINEL + crypto.randomUUID()
  const taken = new Promise<Record<string, unknown>>((resolve) => {
    const listener = (changes: Record<string, { oldValue?: unknown; newValue?: unknown }>) => {
      if (changes[sentinel]?.oldValue !== true) return
      browser.storage.local.onChanged.removeListener(listener)
      resolve(Object.fromEntries(Object.entries(changes).map(([key, { oldValue }]) => [key, oldValue])))
    }
    browser.storage.local.onChanged.addListener(listener)
  })
  await browser.storage.local.set({ [sentinel]: true })
  await browser.storage.local.clear()
  const late = Object.entries(await taken).filter(([key]) => !key.startsWith(SENTINEL))
  if (late.length > 0) await browser.storage.local.set(Object.fromEntries(late))
  return late.filter(([key]) => key.startsWith(TAIL_PREFIX)).length
}

/** `storage.local` down to its files: `remove` leaves the bytes in Chromium's log, only `clear` deletes the log itself. */
import { browser } from 'wxt/browser'
import { TAIL_PREFIX } from '../trace/vocabulary.ts'

/** Tells the event of our `clear` from those of removals before it, which may arrive late. */
const SENTINEL = 'clearing:'

/**
 * Leaves nothing of what has been removed; or does nothing where pages that were have left tails, which would be lost with a worker that
 * dies before it has put them back. What a page writes in the very moment is put back as it was.
 * @returns how many tails there are: they are to be drained, and their bytes to be cleared
 */
export async function clearLocal(): Promise<number> {
  const kept: Record<string, unknown> = await browser.storage.local.get(null)
  for (const key of Object.keys(kept)) if (key.startsWith(SENTINEL)) delete kept[key]
  const waiting = tailsIn(kept)
  if (waiting > 0) return waiting
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
  // Both are asked for at once, and carried out in turn: also where the worker is killed before it has an answer.
  await Promise.all([browser.storage.local.clear(), browser.storage.local.set(kept)])
  const cleared = Object.entries(await taken).filter(([key]) => !key.startsWith(SENTINEL))
  const present: Record<string, unknown> = await browser.storage.local.get(null)
  const late = cleared.filter(([key, value]) => !(key in present) || JSON.stringify(value) !== JSON.stringify(kept[key]))
  if (late.length > 0) await browser.storage.local.set(Object.fromEntries(late))
  return tailsIn(Object.fromEntries(late))
}

function tailsIn(values: object): number {
  return Object.keys(values).filter((key) => key.startsWith(TAIL_PREFIX)).length
}

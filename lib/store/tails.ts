/** What dying pages left in `storage.local`: read, checked, stored once, and only then deleted. */
import { browser } from 'wxt/browser'
import { Delivery } from '../messages.ts'
import { TAIL_PREFIX } from '../trace/vocabulary.ts'
import { append, countOnly, numberOf, type Admission } from './append.ts'
import { withRoom } from './room.ts'
import type { Database } from './database.ts'

/**
 * A page can write anything here, so a tail is believed no more than a message: it is parsed, and its document must have
 * been granted by the worker. Dying between storing and deleting drains it again, which changes nothing.
 */
export async function drainTails(db: Database, now: number, admission: Admission): Promise<number> {
  const left: Record<string, unknown> = await browser.storage.local.get(null)
  const keys = Object.keys(left).filter((key) => key.startsWith(TAIL_PREFIX))
  for (const key of keys.toSorted(byNumber)) {
    const parsed = Delivery.safeParse(left[key])
    if (!parsed.success) await countOnly(db, { 'dropped-invalid': 1 }, now)
    else if (!(await withRoom(db, now, () => append(db, parsed.data, now, admission))))
      await countOnly(db, { 'dropped-unknown-document': parsed.data.actions.length }, now)
    // A page that came back meanwhile, and is dying again, has left a longer tail under the same key: the next round takes it.
    const { [key]: still }: Record<string, unknown> = await browser.storage.local.get(key)
    if (JSON.stringify(still) === JSON.stringify(left[key])) await browser.storage.local.remove(key)
  }
  return keys.length
}

/** The last words of a page that came as a message, when the page was gone already: kept as if it had left them. */
export async function keepTail(tail: Delivery): Promise<void> {
  const last = Math.max(-1, ...tail.actions.map(numberOf).filter(Number.isFinite))
  await browser.storage.local.set({ [`${TAIL_PREFIX}${tail.document}:${last}`]: tail })
}

/** Parts of one document in order: a later part stored first would make the earlier one look like a resend. */
function byNumber(a: string, b: string): number {
  const number = (key: string) => Number(key.slice(key.lastIndexOf(':') + 1))
  return number(a) - number(b)
}

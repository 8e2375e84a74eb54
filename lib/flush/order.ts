/** What a collector may order: to record nothing more, or to delete what it has been asked to forget. */
import type { Database } from '../store/database.ts'
import { remove } from '../store/remove.ts'
import { readState, writeState } from '../store/state.ts'
import { ADMIN_WAIT_MS } from './answer.ts'

/** An order is believed when it is given again, not sooner than this: a collector that is being set up wrongly is mended by then. */
const CONFIRM_MS = 60_000

/**
 * Notes an order, and follows it when it is confirmed.
 * @returns ms to wait before the next try
 */
export async function obey(db: Database, kind: 'stop' | 'purge', now: number): Promise<number> {
  const { store } = db.transaction('state', 'readwrite')
  const known = await readState(store, 'order')
  const at = known?.kind === kind ? known.at : now
  const confirmed = now - at >= CONFIRM_MS
  await writeState(store, 'order', { kind, at, confirmed: confirmed && kind === 'stop' })
  if (!confirmed) return CONFIRM_MS
  if (kind === 'purge') {
    const span = { site: null, tab: null, from: 0, until: now }
    await remove(db, { matches: () => true, reason: 'dropped-erased', span, sent: 'forget' }, now)
    // Under the pseudonym that was erased nothing would be taken any more.
    await db.delete('state', 'device')
    await forgetOrder(db)
    return 0
  }
  return ADMIN_WAIT_MS
}

/** The policy has changed, or the collector takes batches again: whoever gave the order has thought better of it. */
export async function forgetOrder(db: Database): Promise<void> {
  await db.delete('state', 'order')
}

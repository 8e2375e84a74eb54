/** Everything the browser holds, read at once. */
import type { Database } from '../../../lib/store/database.ts'
import { readState } from '../../../lib/store/state.ts'
import type { Counts } from '../../../lib/trace/counts.ts'

export async function accountOf(db: Database) {
  const actions = await db.getAll('actions')
  const sequences = await db.getAll('sequences')
  const batches = await db.getAll('batches')
  const { store } = db.transaction('state')
  const counts: Counts = (await readState(store, 'counts')) ?? {}
  const sent = (await readState(store, 'sent')) ?? { actions: 0, batches: 0, lastAt: null }
  return { actions, sequences, batches, counts, sent, today: await readState(store, 'today'), device: await readState(store, 'device') }
}

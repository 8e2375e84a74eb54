/** Everything the browser holds, read at once. */
import { expect } from 'vitest'
import type { Database } from '../../../lib/store/database.ts'
import { ledgerIn } from '../../../lib/store/ledger.ts'
import { readState } from '../../../lib/store/state.ts'
import type { Counts } from '../../../lib/trace/counts.ts'

export async function accountOf(db: Database) {
  const actions = await db.getAll('actions')
  const sequences = await db.getAll('sequences')
  const rows = await db.getAll('batches')
  const batches = await Promise.all(rows.map(async (row) => ({ ...row, bytes: (await db.get('bodies', row.id)) ?? new ArrayBuffer(0) })))
  const { store } = db.transaction('state')
  const counts: Counts = (await readState(store, 'counts')) ?? {}
  const sent = (await readState(store, 'sent')) ?? { actions: 0, batches: 0, lastAt: null }
  return { actions, sequences, batches, counts, sent, today: await readState(store, 'today'), device: await readState(store, 'device') }
}

/** The ledger as the next batch would carry it. */
export function ledgerOf(db: Database, now: number) {
  const tx = db.transaction(['state', 'actions', 'batches'])
  return ledgerIn(tx.objectStore('state'), tx.objectStore('actions'), tx.objectStore('batches'), now)
}

export async function expectBalance(db: Database, now: number): Promise<void> {
  const { recorded, acknowledged, waiting, dropped } = await ledgerOf(db, now)
  expect(acknowledged + waiting + Object.values(dropped).reduce((sum, count) => sum + count, 0)).toBe(recorded)
}

import { randomUUID } from 'node:crypto'
import type { BatchRow, Database } from '../../../lib/store/database.ts'
import { newId } from '../../../lib/trace/id.ts'
import { SITE } from '../../fixtures/batch.ts'
import { NOON } from '../../fixtures/draft.ts'

/** A sealed batch of one sequence that holds nothing: for what is done with batches, whatever is in them. */
export function aRow(change: Partial<BatchRow> = {}): BatchRow {
  const actions = change.actions ?? 2
  return {
    id: newId(NOON),
    device: '5f0c2a52-53f4-4a5c-8a8c-0a6d3f3f7f10',
    ordinal: 0,
    digest: '',
    size: 8,
    contents: [{ sequence: randomUUID(), site: SITE, origins: [SITE], from: NOON, until: NOON + 1000, actions }],
    actions,
    counts: {},
    sealedAt: NOON,
    attempted: false,
    collectors: [],
    parked: null,
    ...change,
  }
}

/** Puts it where it belongs, with as many bytes as it says it has. */
export async function putRow(db: Database, row: BatchRow): Promise<void> {
  await db.put('batches', row)
  await db.put('bodies', new ArrayBuffer(row.size), row.id)
}

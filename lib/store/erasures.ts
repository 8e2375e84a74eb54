/** Requests to the collector to erase what it has: kept until it has answered with a receipt. */
import { DURABLE, type Database, type ErasureRow } from './database.ts'

export async function pendingErasures(db: Database): Promise<ErasureRow[]> {
  return (await db.getAll('erasures')).filter(({ receipt }) => receipt === null)
}

/** The receipt stays, without the ids: nothing here says any more what was erased. */
export async function receive(db: Database, id: string, receipt: NonNullable<ErasureRow['receipt']>): Promise<void> {
  const tx = db.transaction('erasures', 'readwrite', DURABLE)
  const row = await tx.store.get(id)
  if (row) await tx.store.put({ ...row, sequences: [], receipt })
  await tx.done
}

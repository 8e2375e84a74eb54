/**
 * What was sent, kept for the person to look at: one copy for each sequence, so that one can be deleted without the others of its batch.
 * They are copies: nothing waits in them, no account counts them, and to lose one is no loss.
 */
import type { IDBPTransaction, StoreNames } from 'idb'
import { jsonIn, gzip } from './body.ts'
import type { Database, Schema, SentRow, Writing } from './database.ts'

/** Bytes by the id of their sequence: gzip of `{ batch, sequence }`, the two as they were sent, and the batch without its sequences. */
export type Copies = ReadonlyMap<string, ArrayBuffer>

/** Copies of a sealed batch; of one that cannot be read there are none. */
export async function copiesOf(db: Database, id: string): Promise<Copies> {
  const copies = new Map<string, ArrayBuffer>()
  const body = await db.get('bodies', id)
  if (!body) return copies
  // As it is, and not as the schema of this version would write it.
  const { batch, sequences } = partsIn(await jsonIn(body).catch(() => null))
  for (const sequence of sequences) copies.set(sequence.id, await gzip(JSON.stringify({ batch, sequence })))
  return copies
}

/** A batch apart: what it says of itself, and each of its sequences. */
export function partsIn(json: unknown): { batch: object; sequences: { id: string }[] } {
  if (typeof json !== 'object' || json === null || !('sequences' in json) || !Array.isArray(json.sequences))
    return { batch: {}, sequences: [] }
  const { sequences, ...batch } = json
  return { batch, sequences: sequences.filter(hasId) }
}

function hasId(value: unknown): value is { id: string } {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
}

/** The sequence is no longer known to have been sent, nor what was. */
export async function forgetSent(tx: Writing, { sequence }: Pick<SentRow, 'sequence'>): Promise<void> {
  await tx.objectStore('sent').delete(sequence)
  await tx.objectStore('copies').delete(sequence)
}

/** That it was sent stays known. */
export async function dropCopy(tx: Pick<Writing, 'objectStore'>, row: SentRow): Promise<void> {
  await tx.objectStore('sent').put({ ...row, copy: null })
  await tx.objectStore('copies').delete(row.sequence)
}

/** In the transaction of the upgrade from version 2, which kept none. */
export async function noteNoCopies(tx: IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>): Promise<void> {
  for (const row of await tx.objectStore('sent').getAll()) await tx.objectStore('sent').put({ ...row, copy: null })
}

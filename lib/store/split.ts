/** Batches that go on in other batches: cut in halves, or without some of their sequences. */
import { Batch } from '../trace/schema.ts'
import { childId, newDayId, timeOfId } from '../trace/id.ts'
import { batchIn, digestOf, gzip } from './body.ts'
import { writing, type BatchRow, type Database } from './database.ts'
import { putBatch, removeBatch } from './queue.ts'

const DAY_MS = 86_400_000

export type Part = { row: BatchRow; body: ArrayBuffer }

/**
 * What takes the place of a batch: one batch for each group of its sequences; sequences in no group are left out.
 * Their ids follow from the first one's (collector.md §8), so doing it twice makes nothing new. What it reported as counted, and its
 * ledger, go with the first, unless the collector may have it from the whole one already: `isRefused` says that it has not.
 * @returns null where its bytes are gone or cannot be read
 */
export async function partsOf(
  db: Database,
  row: BatchRow,
  groups: readonly (readonly string[])[],
  now: number,
  isRefused: boolean,
): Promise<Part[] | null> {
  const body = await db.get('bodies', row.id)
  const batch = body && (await batchIn(body))
  if (!batch) return null
  const parts: Part[] = []
  for (const [index, group] of groups.entries()) {
    const { ledger, counts, ...rest } = batch
    const sequences = batch.sequences.filter(({ id }) => group.includes(id))
    if (sequences.length === 0) continue
    const id = await childId(isAhead(row.id, now) ? newDayId(now) : row.id, `${index}:${group.join()}`)
    const first = parts.length === 0 && (isRefused || !row.attempted)
    const child: Batch = { ...rest, id, sequences, counts: first ? counts : {}, ...(first && ledger && { ledger }) }
    const bytes = await gzip(JSON.stringify(Batch.parse(child)))
    const contents = row.contents.filter(({ sequence }) => group.includes(sequence))
    parts.push({
      row: {
        ...row,
        id,
        digest: await digestOf(bytes),
        size: bytes.byteLength,
        contents,
        actions: sequences.reduce((sum, { actions }) => sum + actions.length, 0),
        counts: first ? row.counts : {},
        sealedAt: Math.min(row.sealedAt, now),
        // What is in it may have arrived with the whole.
        attempted: row.attempted,
        parked: null,
      },
      body: bytes,
    })
  }
  return parts
}

/** Sealed by a clock that was days ahead: no collector takes the id before that day. */
export function isAhead(id: string, now: number): boolean {
  return timeOfId(id) > now + DAY_MS
}

/** The parts take the place of the batch, unless it is gone or has been replaced meanwhile. */
export async function replaceBatch(db: Database, id: string, parts: readonly Part[]): Promise<void> {
  const tx = writing(db)
  if (await tx.objectStore('batches').getKey(id)) {
    await removeBatch(tx, id)
    for (const { row, body } of parts) await putBatch(tx, row, body)
  }
  await tx.done
}

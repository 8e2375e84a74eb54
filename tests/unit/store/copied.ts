/** Copies of what was sent, beside what was sent. */
import { gunzipSync } from 'node:zlib'
import { expect } from 'vitest'
import type { Database } from '../../../lib/store/database.ts'

const textOf = (bytes: ArrayBuffer) => gunzipSync(new Uint8Array(bytes)).toString()

type Copy = { batch: { id: string }; sequence: { id: string } }
export const copyOf = (bytes: ArrayBuffer) => JSON.parse(textOf(bytes)) as Copy

/** Each copy is part of what the collector has, byte for byte, and is known; and none is kept that is not. */
export async function expectCopies(db: Database, collector: ReadonlyMap<string, ArrayBuffer>): Promise<void> {
  const [sent, keys] = [await db.getAll('sent'), await db.getAllKeys('copies')]
  expect(sent.flatMap(({ sequence, copy }) => (copy === null ? [] : sequence)).toSorted()).toEqual(keys.toSorted())
  for (const { sequence: id, batch: where, copy } of sent) {
    if (copy === null) continue
    const bytes = (await db.get('copies', id))!
    expect(bytes.byteLength).toBe(copy)
    const { batch, sequence } = copyOf(bytes)
    expect([sequence.id, batch.id]).toEqual([id, where])
    const arrived = textOf(collector.get(where)!)
    expect(arrived).toContain(JSON.stringify(sequence))
    const { sequences: _, ...said } = JSON.parse(arrived) as Record<string, unknown>
    expect(JSON.stringify(batch)).toBe(JSON.stringify(said))
  }
}

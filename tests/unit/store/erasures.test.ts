/** Whom to ask for the erasure of what. */
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { Asked } from '../../../lib/store/erasures.ts'
import { Erasure } from '../../../lib/trace/erasure.ts'
import { NOON } from '../../fixtures/draft.ts'

test('more than one request may ask for is asked for in several, all of it once', () => {
  const asked = new Asked()
  const ids = Array.from({ length: 1001 }, () => randomUUID())
  for (const sequence of ids) asked.add({ device: 'one', collectors: [] }, { sequence })
  const rows = [...asked.rows(NOON)]
  // Collectors of every version take 500, and refuse more.
  expect(rows.map(({ count }) => count)).toEqual([500, 500, 1])
  expect(rows.flatMap(({ sequences }) => sequences)).toEqual(ids)
  for (const { id, sequences } of rows) expect(Erasure.parse({ version: 1, id, sequences }).sequences).toEqual(sequences)
})

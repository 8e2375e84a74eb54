/** Every body of a database, also of one that is damaged: what cannot be read is named, and what can be is not held up by it. */
import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { pragma } from './database.ts'

const Row = z.object({ id: z.string(), digest: z.instanceof(Uint8Array), bytes: z.int(), body: z.instanceof(Uint8Array) })
const Entry = z.object({ rowid: z.int(), id: z.string() })
type Entry = z.infer<typeof Entry>
const Count = z.object({ count: z.int() })

/** A batch as it is stored, whose bytes have their digest. */
export type Archived = { id: string; digest: Uint8Array; body: Uint8Array }
/** A batch that is not, and why, without a name where that cannot be read either. */
export type Damaged = { id: string | null; why: string }

export const sentenceOf = ({ id, why }: Damaged) => (id === null ? `a batch is damaged: ${why}` : `the batch ${id} is damaged: ${why}`)

const unreadable = (error: unknown) =>
  `it cannot be read: ${error instanceof z.ZodError ? 'not what is kept there' : error instanceof Error ? error.message : 'unknown failure'}`

/** The first failure ends it; what was read until then stays. */
function reading(work: () => void): void {
  try {
    work()
  } catch {
    // Whoever asks makes do with less; what is not found is named by `bodiesIn`.
  }
}

/**
 * In the order of ids, one at a time in memory. Ids come from the index, and each row is fetched for itself, so that a page of either
 * that is damaged costs what is on it. Where the two do not agree, what only the table has comes after.
 */
export function* bodiesIn(db: DatabaseSync): Generator<Archived | Damaged> {
  // The second version brought the digests of bodies that are not as sent.
  const own = Number(pragma(db, 'user_version')) > 1 ? 'coalesce((SELECT digest FROM reduced WHERE batch = id), digest)' : 'digest'
  const fetch = db.prepare(`SELECT id, ${own} AS digest, bytes, body FROM batch WHERE rowid = ?`)

  /** @returns null for a batch whose body was deleted, and for one that has another id */
  function at({ rowid, id }: Entry): Archived | Damaged | null {
    try {
      const row = fetch.get(rowid)
      if (row === undefined) return { id, why: 'the table does not have it' }
      const { bytes, ...archived } = Row.parse(row)
      const { body, digest } = archived
      if (archived.id !== id) return null
      if (bytes !== body.length) return { id: archived.id, why: 'its length is not as written' }
      if (bytes === 0) return null
      if (!createHash('sha256').update(body).digest().equals(digest)) return { id: archived.id, why: 'its bytes do not have their digest' }
      return archived
    } catch (error) {
      return { id, why: unreadable(error) }
    }
  }

  const name = db.prepare('SELECT id FROM batch WHERE rowid = ?')
  /** Whether the row of an entry is that of another id; which of the two is damaged is not known. */
  function isAnother({ rowid, id }: Entry): boolean {
    let isOther = false
    reading(() => {
      const row = name.get(rowid)
      isOther = row !== undefined && row.id !== id
    })
    return isOther
  }

  let entries = 0
  const listing = listed(db)
  let step = listing.next()
  for (; !step.done; step = listing.next()) {
    const found = at(step.value)
    if (found) yield found
    if (found || !isAnother(step.value)) entries += 1
  }
  const isIndexWhole = step.value
  if (isIndexWhole && countIn(db) === entries) return

  // Only here are all ids in memory at once.
  const known = new Map([...listed(db)].filter((entry) => !isAnother(entry)).map(({ rowid, id }) => [rowid, id]))
  const names = new Set(known.values())
  for (const row of rowsIn(
    db,
    [...known.keys()].sort((a, b) => a - b),
  )) {
    if (row === null && !isIndexWhole) yield { id: null, why: 'neither the table nor its index can be read in one place' }
    if (row === null || known.has(row.rowid) || names.has(row.id)) continue
    names.add(row.id)
    const found = at(row)
    if (found) yield found
  }
}

/**
 * What the index has, in its order, up to where it cannot be read. What is not in order is not taken: a place that is damaged may be
 * read twice.
 * @returns whether all of it was in order and could be read
 */
function* listed(db: DatabaseSync): Generator<Entry, boolean> {
  const rows = db.prepare('SELECT rowid, id FROM batch INDEXED BY sqlite_autoindex_batch_1 ORDER BY id').iterate()
  let last = ''
  let isWhole = true
  for (;;) {
    let entry
    try {
      const next = rows.next()
      if (next.done) return isWhole
      entry = Entry.parse(next.value)
    } catch {
      return false
    }
    if (entry.id <= last) isWhole = false
    else {
      last = entry.id
      yield entry
    }
  }
}

/** What the table has, in the order of its rows; null for a place that cannot be read. It is left at the next of the `known` rows, if any. */
function* rowsIn(db: DatabaseSync, known: number[]): Generator<Entry | null> {
  const after = db.prepare('SELECT rowid, id FROM batch NOT INDEXED WHERE rowid > ? ORDER BY rowid LIMIT 1')
  let passed = 0
  let last = 0
  for (;;) {
    let entry: Entry | null = null
    try {
      const row = after.get(last)
      if (row === undefined) return
      entry = Entry.parse(row)
    } catch {
      // Told below.
    }
    yield entry
    while ((known[passed] ?? Infinity) <= last) passed += 1
    const next = entry?.rowid ?? known[passed]
    if (next === undefined || next <= last) return
    last = next
  }
}

/** How many rows the table has, or null. */
function countIn(db: DatabaseSync): number | null {
  let count: number | null = null
  reading(() => {
    ;({ count } = Count.parse(db.prepare('SELECT count(*) AS count FROM batch NOT INDEXED').get()))
  })
  return count
}

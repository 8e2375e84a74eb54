/**
 * What was done to the store besides ingest, as a chain: each entry has the hash of the one before it, so that none can be changed
 * or taken out without all later ones. No entry has content.
 */
import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

const START = '0'.repeat(64)

const Entry = z.object({ n: z.int(), at: z.int(), what: z.string(), detail: z.string(), previous: z.string(), hash: z.string() })
type Entry = z.infer<typeof Entry>
const Link = z.object({ n: z.int(), hash: z.string() })
const Promised = z.object({ entry: z.int() })

export type What = 'erase-sequences' | 'erase-device' | 'revoke' | 'unrevoke' | 'enrol' | 'rotate' | 'retention' | 'restore'
/** Where an entry stands in the chain; the hash is the receipt for what it records. */
export type Link = z.infer<typeof Link>

function hashOf({ n, at, what, detail, previous }: Omit<Entry, 'hash'>): string {
  return createHash('sha256')
    .update(JSON.stringify([n, at, what, detail, previous]))
    .digest('hex')
}

/** Call it in the transaction that does what the entry says. */
export function record(db: DatabaseSync, at: number, what: What, details: Record<string, string | number>): Link {
  const last = db.prepare('SELECT n, hash FROM audit ORDER BY n DESC LIMIT 1').get()
  const { n: before, hash: previous } = last ? Link.parse(last) : { n: 0, hash: START }
  const entry = { n: before + 1, at, what, detail: JSON.stringify(details), previous }
  const hash = hashOf(entry)
  db.prepare('INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?)').run(entry.n, at, what, entry.detail, previous, hash)
  return { n: entry.n, hash }
}

/** Of the whole chain: how long it is and its last hash, or the first entry that is not as it was written. */
export type Verdict = { broken: null; entries: number; last: string } | { broken: number; why: string }

/** The end of a chain can be cut off without a trace in it; receipts that were given for entries of it show that. */
export function verifyChain(db: DatabaseSync): Verdict {
  let last: Link = { n: 0, hash: START }
  for (const row of db.prepare('SELECT * FROM audit ORDER BY n').iterate()) {
    const { data: entry } = Entry.safeParse(row)
    const n = last.n + 1
    if (entry?.n !== n) return { broken: n, why: 'it is missing' }
    if (entry.previous !== last.hash) return { broken: n, why: 'it does not follow on the entry before it' }
    if (hashOf(entry) !== entry.hash) return { broken: n, why: 'it was changed' }
    last = entry
  }
  const promised = db
    .prepare('SELECT entry FROM erasure WHERE receipt IS NOT (SELECT hash FROM audit WHERE n = entry) ORDER BY entry LIMIT 1')
    .get()
  if (promised) return { broken: Promised.parse(promised).entry, why: 'it is not the one that a receipt was given for' }
  return { broken: null, entries: last.n, last: last.hash }
}

/** What the extension keeps in IndexedDB: the rows of each object store. */
import type { DBSchema, IDBPDatabase } from 'idb'
import type { Stored } from '../sequence/close.ts'
import type { OpenSequence } from '../sequence/place.ts'
import type { Counts, Drop } from '../trace/counts.ts'
import type { Ending, Language } from '../trace/vocabulary.ts'
import type { StateRow } from './state.ts'

/** A document that said hello: what its actions are filed under, and how much of it is committed. */
export type DocumentRow = {
  document: string
  tab: string
  site: string
  /** Origin of the document's own frame; its routes must agree. */
  origin: string
  frame: number[]
  viewport: { width: number; height: number }
  /** Which lexicon its names were judged by, beside the English one. */
  language: Language | null
  opener: string | null
  /** Highest committed `n`; -1 when none is. */
  acknowledged: number
  /** Totals the document has counted so far; the next message brings larger ones. */
  counts: Counts
  seenAt: number
  /** Since when it may not record any more, until it says hello again; null while it may. */
  closedAt: number | null
  /** The span, or the spans taken together, in which it might not: what began in it and arrives later is refused. */
  closed: { from: number; until: number } | null
}

/**
 * `ended` is null while the sequence is open; `bytes` is about what its actions take, in characters of JSON; `origins` are those of its
 * documents, its site's and of frames in it.
 */
export type SequenceRow = OpenSequence & { ended: Ending | null; open: 0 | 1; bytes: number; origins: string[] }
type ActionRow = Stored & { n: number; sequence: string }

/** What a batch holds of one sequence, so that a person can have it deleted. Times in ms since 1970. */
export type Content = { sequence: string; site: string; origins: string[]; from: number; until: number; actions: number }

/** A sealed batch; its frozen bytes, which are what is sent, now and at every retry, are in `bodies` under its id. */
export type BatchRow = {
  id: string
  /** Pseudonym it was sealed under. */
  device: string
  /** Its number under that pseudonym; null where an earlier version has not noted it and its bytes cannot be read. */
  ordinal: number | null
  /** SHA-256 of the body, base64. */
  digest: string
  /** Bytes of the body, which is gzip of the batch's JSON. */
  size: number
  contents: Content[]
  actions: number
  /** What it reports as counted; goes to the next batch if this one is dropped. */
  counts: Counts
  sealedAt: number
  /** It may have reached the collector: a try to send it began. */
  attempted: boolean
  /** Addresses of the collectors that may have it; an earlier version did not note them. */
  collectors: string[]
  /** Set when the collector refused it: kept, shown, and not in the way of others. */
  parked: { code: string; at: number } | null
}

/**
 * A sequence that these collectors have, or may have: what to ask for when the person wants it erased there. `copy` is the size in bytes
 * of what is kept of it in `copies`, or null where nothing is (any more).
 */
export type SentRow = Content & { batch: string; device: string; sentAt: number; collectors: string[]; copy: number | null }

/** Sequences that a collector is to erase; its receipt once it has, and then no ids any more. */
export type ErasureRow = {
  id: string
  /** Address of the one that they were sent to; null where an earlier version did not note it. */
  collector: string | null
  /** Address of another one, which took its place and does not have all of them: it is not asked again. */
  missedAt: string | null
  sequences: string[]
  count: number
  /** Pseudonym they were sent under, until the receipt is there; absent in requests of older versions. */
  device?: string
  askedAt: number
  receipt: { day: string; entry: number; hash: string } | null
}

/** A number that no batch will come with, until the collector knows. */
type GivenUpRow = { device: string; ordinal: number; reason: Drop; at: number }

export interface Schema extends DBSchema {
  documents: { key: string; value: DocumentRow; indexes: { tab: string } }
  sequences: { key: string; value: SequenceRow; indexes: { open: [number, string] } }
  actions: { key: [string, number]; value: ActionRow; indexes: { sequence: string } }
  batches: { key: string; value: BatchRow }
  bodies: { key: string; value: ArrayBuffer }
  sent: { key: string; value: SentRow }
  /** What was sent of a sequence, under its id: see `copies.ts`. */
  copies: { key: string; value: ArrayBuffer }
  erasures: { key: string; value: ErasureRow }
  givenUp: { key: [string, number]; value: GivenUpRow }
  state: { key: string; value: StateRow }
}

export type Database = IDBPDatabase<Schema>
/** What was acknowledged must survive a power cut, not only a crash: costs 1 ms more for ten actions (platform §E). */
export const DURABLE = { durability: 'strict' } as const

/** Everything an action passes on its way out, in one transaction: whatever moves it books it in the same. */
export function writing(db: Database) {
  const stores = ['sequences', 'actions', 'batches', 'bodies', 'sent', 'copies', 'erasures', 'givenUp', 'state'] as const
  return db.transaction(stores, 'readwrite', DURABLE)
}
export type Writing = ReturnType<typeof writing>

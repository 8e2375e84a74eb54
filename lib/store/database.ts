/** The extension's IndexedDB: the only file that names object stores. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Stored } from '../sequence/close.ts'
import type { OpenSequence } from '../sequence/place.ts'
import type { Counts } from '../trace/counts.ts'
import type { Ending, Language } from '../trace/vocabulary.ts'
import type { StateRow } from './state.ts'

const NAME = 'waymark'
const VERSION = 1

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

/** `ended` is null while the sequence is open. */
export type SequenceRow = OpenSequence & { ended: Ending | null; open: 0 | 1 }
type ActionRow = Stored & { n: number; sequence: string }

/** Frozen bytes: what is sent, now and at every retry. */
export type BatchRow = {
  id: string
  /** gzip of the batch's JSON. */
  bytes: ArrayBuffer
  /** SHA-256 of `bytes`, base64. */
  digest: string
  sequences: number
  actions: number
  /** What it reports as counted; goes to the next batch if this one is dropped. */
  counts: Counts
  sealedAt: number
  /** Set when the collector refused it for good: kept, shown, not sent again. */
  parked: string | null
}

export interface Schema extends DBSchema {
  documents: { key: string; value: DocumentRow; indexes: { tab: string } }
  sequences: { key: string; value: SequenceRow; indexes: { open: [number, string] } }
  actions: { key: [string, number]; value: ActionRow; indexes: { sequence: string } }
  /** Only parked batches have an index entry: null is no key. */
  batches: { key: string; value: BatchRow; indexes: { parked: string } }
  state: { key: string; value: StateRow }
}

export type Database = IDBPDatabase<Schema>
/** What was acknowledged must survive a power cut, not only a crash: costs 1 ms more for ten actions (platform §E). */
export const DURABLE = { durability: 'strict' } as const

export function openDatabase(name = NAME): Promise<Database> {
  return openDB<Schema>(name, VERSION, {
    upgrade(db, oldVersion) {
      if (oldVersion < 1) {
        db.createObjectStore('documents', { keyPath: 'document' }).createIndex('tab', 'tab')
        db.createObjectStore('sequences', { keyPath: 'id' }).createIndex('open', ['open', 'tab'])
        db.createObjectStore('actions', { keyPath: ['document', 'n'] }).createIndex('sequence', 'sequence')
        db.createObjectStore('batches', { keyPath: 'id' }).createIndex('parked', 'parked')
        db.createObjectStore('state')
      }
    },
  })
}

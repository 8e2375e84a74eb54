/**
 * What the collector keeps. One row a batch: the columns before the body are the ledger, the body is the bytes as sent, or what
 * the second pass, an earlier batch or an erasure left of them.
 * Another engine, for more than one machine, has these functions to provide and no others.
 */
import { z } from 'zod'
import type { Erasure, Receipt } from '../lib/trace/erasure.ts'
import type { GivenUp } from '../lib/trace/given-up.ts'
import type { Ledger } from '../lib/trace/schema.ts'
import { utcDayOf } from '../lib/trace/utc-day.ts'
import { bodiesIn, sentenceOf, type Archived, type Damaged } from './bodies.ts'
import { credentialKeeper } from './credentials.ts'
import { reducer } from './cut.ts'
import { StorageFailed, emptyLog, failing, inTransaction, openForReading, openForWriting } from './database.ts'
import { eraser } from './erase.ts'
import { givenUpKeeper } from './given-up.ts'
import { ledgerKeeper } from './ledger.ts'
import { NO_QUOTAS, type Quotas } from './quotas.ts'
import { expire } from './retention.ts'
import type { Finding } from './second-pass.ts'
import { without, type Part } from './stored-body.ts'
import { withheldIn } from './withheld.ts'

const Known = z.object({
  digest: z.instanceof(Uint8Array),
  sequences: z.int(),
  actions: z.int(),
  quarantined: z.int(),
  duplicates: z.int(),
  erased: z.int(),
})
const Count = z.object({ count: z.int() })
const Totals = z.object({ batches: z.int(), sequences: z.int(), actions: z.int() })
const Bytes = z.object({ bytes: z.int() })
const Spent = z.object({ day: z.string(), actions: z.int() })
const Shut = z.object({ why: z.enum(['erased', 'revoked']) })
export type Totals = z.infer<typeof Totals>

/**
 * `receivedAt` in ms since 1970; `digest` is the SHA-256 of the bytes as sent, which `body` is unless there are findings.
 * `sequences` and `actions` count what is in `body`.
 */
export type Row = {
  id: string
  device: string
  ordinal: number
  digest: Uint8Array
  receivedAt: number
  sequences: number
  actions: number
  body: Uint8Array
  /** The sequences in `body`, by which each is stored once. */
  parts?: Part[]
  /** One for each sequence that was sent and is not in `body`. */
  findings?: Finding[]
  ledger?: Ledger | undefined
}

/** What of a batch is in the store, and how many of its sequences are not: held back, stored with another batch, or erased. */
export type Stored = Omit<z.infer<typeof Known>, 'digest'> & { status: 'stored' | 'duplicate' }

/**
 * What became of a batch. `conflict`: other bytes were sent under its id. `erased`, `revoked`: its device may not deliver. `quota`:
 * its device has delivered enough for the day. `full`: all of them have, or the disk has no room.
 */
export type Kept = Stored | { status: 'conflict' | 'erased' | 'revoked' | 'quota' | 'full' }

/**
 * Opens the collector's database in `dir`, creating both.
 * @throws {StorageFailed} here and from every function of it
 */
export function openStorage(dir: string, { deviceActions, maxBytes, hasRoom }: Quotas = NO_QUOTAS) {
  const db = failing(() => openForWriting(dir))
  const select = db.prepare(
    `SELECT batch.digest, sequences, actions, (SELECT count(*) FROM quarantine WHERE quarantine.batch = batch.id) AS quarantined,
      coalesce(duplicates, 0) AS duplicates, coalesce(erased, 0) AS erased FROM batch LEFT JOIN reduced ON reduced.batch = batch.id WHERE batch.id = ?`,
  )
  const insert = db.prepare('INSERT INTO batch VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const own = db.prepare('INSERT INTO sequence VALUES (?, ?, ?)')
  const known = db.prepare('SELECT 1 FROM sequence WHERE id = ? UNION ALL SELECT 1 FROM quarantine WHERE sequence = ?')
  const gone = db.prepare('SELECT 1 FROM erased WHERE sequence = ?')
  const shut = db.prepare('SELECT why FROM shut WHERE device = ?')
  const spent = db.prepare('SELECT day, actions FROM spent WHERE device = ?')
  const spend = db.prepare(
    `INSERT INTO spent VALUES (?, ?, ?) ON CONFLICT (device) DO UPDATE SET
      actions = excluded.actions + iif(day = excluded.day, actions, 0), day = excluded.day`,
  )
  const add = db.prepare('UPDATE total SET batches = batches + 1, sequences = sequences + ?, actions = actions + ?, bytes = bytes + ?')
  const sum = db.prepare('SELECT batches, sequences, actions FROM total')
  const size = db.prepare('SELECT bytes FROM total')
  const hold = db.prepare('INSERT INTO quarantine VALUES (?, ?, ?, ?, ?, ?)')
  const held = db.prepare('SELECT count(*) AS count FROM quarantine')
  const reduce = reducer(db)
  const keepLedger = ledgerKeeper(db)
  const erase = eraser(db)
  const keepGivenUp = givenUpKeeper(db)

  function find(id: string, digest: Uint8Array): Kept | null {
    const row = select.get(id)
    if (row === undefined) return null
    const { digest: sent, ...kept } = Known.parse(row)
    return Buffer.compare(sent, digest) === 0 ? { status: 'duplicate', ...kept } : { status: 'conflict' }
  }

  /** Reached limits let one more batch through than they say, at most: one that is larger than a whole quota must pass some day. */
  function refusal({ device, receivedAt, body }: Row): Kept | null {
    const why = shut.get(device)
    if (why) return { status: Shut.parse(why).why }
    const row = spent.get(device)
    const { day, actions } = row ? Spent.parse(row) : { day: '', actions: 0 }
    if (day === utcDayOf(receivedAt) && actions >= deviceActions) return { status: 'quota' }
    if (maxBytes < Infinity && Bytes.parse(size.get()).bytes + body.length > maxBytes) return { status: 'full' }
    return hasRoom() ? null : { status: 'full' }
  }

  /** Of these ids, those that were erased, and those that another batch brought. */
  function leftOut(ids: string[]) {
    const erased = new Set(ids.filter((id) => gone.get(id)))
    const duplicates = new Set(ids.filter((id) => !erased.has(id) && known.get(id, id)))
    return { erased, duplicates, has: (id: string) => erased.has(id) || duplicates.has(id) }
  }

  function insertOne(row: Row): Kept {
    const { id, device, ordinal, digest, receivedAt, parts = [], findings = [], ledger } = row
    const answered = find(id, digest) ?? refusal(row)
    if (answered) return answered

    const left = leftOut([...parts, ...findings.map((finding) => ({ id: finding.sequence }))].map((part) => part.id))
    const out = parts.filter((part) => left.has(part.id))
    const body = out.length === 0 ? row.body : without(row.body, new Set(out.map((part) => part.id)))
    if (!body) throw new StorageFailed('a batch that was just read cannot be read')
    const sequences = row.sequences - out.length
    const actions = row.actions - out.reduce((all, part) => all + part.actions, 0)
    insert.run(id, device, ordinal, digest, receivedAt, body.length, sequences, actions, body)
    for (const part of parts) if (!left.has(part.id)) own.run(part.id, id, part.actions)
    const holding = findings.filter(({ sequence }) => !left.has(sequence))
    for (const { sequence, field, detector } of holding) hold.run(id, sequence, device, field, detector, receivedAt)

    const missing = { duplicates: left.duplicates.size, erased: left.erased.size }
    if (findings.length > 0 || out.length > 0) reduce(id, body, missing)
    if (ledger) keepLedger(id, ledger)
    spend.run(device, utcDayOf(receivedAt), row.actions)
    add.run(sequences, actions, body.length)
    return { status: 'stored', sequences, actions, quarantined: holding.length, ...missing }
  }

  return {
    /** What is stored under this id, or null. */
    find: (id: string, digest: Uint8Array) => failing(() => find(id, digest)),

    /** Writes all rows in one transaction, or none; durable when it returns. An id that is taken is left as it is. */
    insert: (rows: Row[]): Kept[] => failing(() => inTransaction(db, () => rows.map(insertOne))),

    /**
     * Erases sequences and remembers them; nothing of them is left in the directory when it returns. The same request again has
     * the same receipt; its id with other sequences is a `conflict`.
     * @throws {StorageFailed} also when they are erased and an old state is being read: then ask again
     */
    erase: (request: Erasure, now: number): Receipt | 'conflict' =>
      failing(() => {
        const receipt = inTransaction(db, () => erase.sequences(request, now))
        if (!emptyLog(db)) throw new StorageFailed('what was erased is still being read')
        return receipt
      }),

    /** Notes numbers of batches that will not come; durable when it returns. */
    giveUp: (note: GivenUp, now: number): void => failing(() => keepGivenUp(note, now)),

    /** Deletes batches older than `days`, some with every step. */
    *expire(days: number, now: number): Generator<number> {
      const steps = expire(db, days, now)
      for (let step = failing(() => steps.next()); !step.done; step = failing(() => steps.next())) yield step.value
    },

    credentials: credentialKeeper(db),

    totals: (): Totals => failing(() => Totals.parse(sum.get())),

    /** How many sequences were held back. */
    quarantined: (): number => failing(() => Count.parse(held.get()).count),

    /** Folds the log into the file, so that one file is the whole database, and lets go of it. */
    close: () =>
      failing(() => {
        emptyLog(db)
        db.close()
      }),
  }
}
export type Storage = ReturnType<typeof openStorage>

/**
 * Opens the same database for reading, beside a running collector if there is one.
 * @throws {StorageFailed} also when there is none
 */
export function openArchive(dir: string) {
  const db = failing(() => openForReading(dir))
  return {
    /**
     * Every batch in the order of its id, which is the order of sealing; one at a time in memory. `digest` is that of the
     * body as stored; a body may hold no sequence. What is damaged is told to `leaveOut` and is not among them.
     * @throws {StorageFailed} naming the first that is damaged, where nobody is to be told
     */
    *batches(
      leaveOut: (damaged: Damaged) => void = (damaged) => {
        throw new StorageFailed(sentenceOf(damaged))
      },
    ): Generator<Archived> {
      for (const found of bodiesIn(db))
        if ('body' in found) yield found
        else leaveOut(found)
    },
    /** What came and is in no batch. */
    withheld: () => failing(() => withheldIn(db)),
    close: () => db.close(),
  }
}
export type Archive = ReturnType<typeof openArchive>

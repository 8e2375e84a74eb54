/** Takes sequences out of what is stored, and keeps the columns beside a body and the totals true. Call it in a transaction. */
import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { contentsOf, without } from './stored-body.ts'

const Whole = z.object({
  bytes: z.int(),
  sequences: z.int(),
  actions: z.int(),
  body: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
})
type Whole = z.infer<typeof Whole>

/** Why a batch holds less than was sent, besides the quarantine; names of columns of `reduced`. */
export type Missing = { duplicates: number; erased: number }

/** Says of a batch that its body is not as sent. */
export function reducer(db: DatabaseSync) {
  const reduce = db.prepare(
    `INSERT INTO reduced VALUES (?, ?, ?, ?) ON CONFLICT (batch) DO UPDATE SET digest = excluded.digest,
      duplicates = duplicates + excluded.duplicates, erased = erased + excluded.erased`,
  )
  return (batch: string, body: Uint8Array, { duplicates, erased }: Missing): void => {
    reduce.run(batch, createHash('sha256').update(body).digest(), duplicates, erased)
  }
}

function rewriter(db: DatabaseSync) {
  const select = db.prepare('SELECT bytes, sequences, actions, body FROM batch WHERE id = ?')
  const update = db.prepare('UPDATE batch SET bytes = ?, sequences = ?, actions = ?, body = ? WHERE id = ?')
  const lower = db.prepare('UPDATE total SET batches = batches - ?, sequences = sequences - ?, actions = actions - ?, bytes = bytes - ?')
  return {
    read: (batch: string) => Whole.parse(select.get(batch)),
    write: (batch: string, before: Whole, { bytes, sequences, actions, body }: Whole): void => {
      update.run(bytes, sequences, actions, body, batch)
      lower.run(bytes === 0 ? 1 : 0, before.sequences - sequences, before.actions - actions, before.bytes - bytes)
    },
  }
}

/** Leaves of a batch what tells a second copy and a gap: its id, device, ordinal, digest and ledger. */
export function dropper(db: DatabaseSync) {
  const { read, write } = rewriter(db)
  const besides = ['sequence', 'quarantine', 'reduced'].map((table) => db.prepare(`DELETE FROM ${table} WHERE batch = ?`))
  return (batch: string): void => {
    for (const remove of besides) remove.run(batch)
    write(batch, read(batch), { bytes: 0, sequences: 0, actions: 0, body: new Uint8Array() })
  }
}

/** Cuts these sequences of a batch out of its body; one that cannot be read goes as a whole. */
export function cutter(db: DatabaseSync) {
  const { read, write } = rewriter(db)
  const drop = dropper(db)
  const reduce = reducer(db)
  const forget = db.prepare('DELETE FROM sequence WHERE id = ? AND batch = ?')
  return (batch: string, ids: ReadonlySet<string>, why: keyof Missing): void => {
    const before = read(batch)
    const body = without(before.body, ids)
    const contents = body && contentsOf(body)
    if (!contents) return drop(batch)
    for (const id of ids) forget.run(id, batch)
    reduce(batch, body, { duplicates: 0, erased: 0, [why]: ids.size })
    const actions = contents.parts.reduce((sum, part) => sum + part.actions, 0)
    write(batch, before, { bytes: body.length, sequences: contents.parts.length, actions, body })
  }
}

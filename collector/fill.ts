import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { cutter } from './cut.ts'
import { ledgerKeeper } from './ledger.ts'
import { contentsOf } from './stored-body.ts'

const Stored = z.object({ id: z.string(), body: z.instanceof(Uint8Array) })
const Owner = z.object({ batch: z.string() })

/**
 * Fills the tables of sequences and ledgers from the bodies of a database that had neither; one batch at a time in memory. A
 * sequence that two batches hold stays in the one that was sealed first, or erasing it would leave a copy. What cannot be read
 * stays as it is.
 */
export function fillFromBodies(db: DatabaseSync): void {
  const next = db.prepare('SELECT id, body FROM batch WHERE id > ? ORDER BY id LIMIT 1')
  const own = db.prepare('INSERT INTO sequence VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING')
  const owner = db.prepare('SELECT batch FROM sequence WHERE id = ?')
  const cut = cutter(db)
  const keepLedger = ledgerKeeper(db)

  for (let row = next.get(''); row !== undefined;) {
    const { id: batch, body } = Stored.parse(row)
    const contents = contentsOf(body)
    if (contents?.ledger) keepLedger(batch, contents.ledger)
    const elsewhere = new Set<string>()
    for (const { id, actions } of contents?.parts ?? []) {
      own.run(id, batch, actions)
      if (Owner.parse(owner.get(id)).batch !== batch) elsewhere.add(id)
    }
    if (elsewhere.size > 0) cut(batch, elsewhere, 'duplicates')
    row = next.get(batch)
  }
}

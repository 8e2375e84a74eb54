/** Erasing: out of the bodies, and remembered, so that nothing comes back with a late upload or out of a backup. */
import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { Erasure, Receipt } from '../lib/trace/erasure.ts'
import { utcDayOf } from '../lib/trace/utc-day.ts'
import { record, type Link } from './audit.ts'
import { cutter } from './cut.ts'

const Holder = z.object({ batch: z.string() })
const Done = z.object({
  digest: z.instanceof(Uint8Array),
  erased: z.int(),
  remembered: z.int(),
  day: z.string(),
  entry: z.int(),
  receipt: z.string(),
})
const Sums = z.object({ batches: z.int(), sequences: z.int(), actions: z.int(), bytes: z.int() })

/** How much of a device there was, and the entry of the audit chain that says so. */
export type DeviceErased = { batches: number; sequences: number } & Link

/** Call each in a transaction. */
export function eraser(db: DatabaseSync) {
  const cut = cutter(db)
  const holder = db.prepare('SELECT batch FROM sequence WHERE id = ?')
  const heldBack = db.prepare('SELECT batch FROM quarantine WHERE sequence = ?')
  const release = db.prepare('DELETE FROM quarantine WHERE sequence = ?')
  const countErased = db.prepare('UPDATE reduced SET erased = erased + 1 WHERE batch = ?')
  const remember = db.prepare('INSERT INTO erased VALUES (?, ?) ON CONFLICT (sequence) DO NOTHING')
  const done = db.prepare('SELECT digest, erased, remembered, day, entry, receipt FROM erasure WHERE id = ?')
  const note = db.prepare('INSERT INTO erasure VALUES (?, ?, ?, ?, ?, ?, ?)')

  /** @returns how many were found */
  function forget(sequences: ReadonlySet<string>, at: number): number {
    const found = new Set<string>()
    const byBatch = new Map<string, Set<string>>()
    for (const id of sequences) {
      const row = holder.get(id)
      if (row) {
        const { batch } = Holder.parse(row)
        byBatch.set(batch, (byBatch.get(batch) ?? new Set()).add(id))
        found.add(id)
      }
      for (const held of heldBack.all(id)) {
        countErased.run(Holder.parse(held).batch)
        found.add(id)
      }
      release.run(id)
      remember.run(id, at)
    }
    for (const [batch, ids] of byBatch) cut(batch, ids, 'erased')
    return found.size
  }

  /** `conflict` when the request's id was used for other sequences. */
  function sequences({ id, sequences: list }: Erasure, at: number): Receipt | 'conflict' {
    const ids = new Set(list)
    const digest = createHash('sha256')
      .update([...ids].sort().join())
      .digest()
    const row = done.get(id)
    if (row) {
      const { digest: known, ...receipt } = Done.parse(row)
      return digest.equals(known) ? { id, ...receipt } : 'conflict'
    }
    const erased = forget(ids, at)
    const { n, hash } = record(db, at, 'erase-sequences', { request: id, erased, remembered: ids.size })
    const day = utcDayOf(at)
    note.run(id, digest, erased, ids.size, day, n, hash)
    return { id, erased, remembered: ids.size, day, entry: n, receipt: hash }
  }

  /** All of a device, its accounts included; what it sends later is refused as erased. */
  function device(id: string, at: number): DeviceErased {
    const all = 'FROM batch WHERE device = ?'
    // A batch whose body has expired is no longer in the totals.
    const sums = Sums.parse(
      db
        .prepare(
          `SELECT count(*) FILTER (WHERE bytes > 0) AS batches, coalesce(sum(sequences), 0) AS sequences,
            coalesce(sum(actions), 0) AS actions, coalesce(sum(bytes), 0) AS bytes ${all}`,
        )
        .get(id),
    )
    const run = (sql: string, ...values: (string | number)[]) => db.prepare(sql).run(...values)
    for (const table of ['sequence', 'quarantine']) {
      const column = table === 'sequence' ? 'id' : 'sequence'
      run(`INSERT INTO erased SELECT DISTINCT ${column}, ? FROM ${table} WHERE batch IN (SELECT id ${all}) ON CONFLICT DO NOTHING`, at, id)
    }
    for (const table of ['sequence', 'quarantine', 'reduced', 'ledger']) run(`DELETE FROM ${table} WHERE batch IN (SELECT id ${all})`, id)
    for (const table of ['spent', 'given_up']) run(`DELETE FROM ${table} WHERE device = ?`, id)
    run(`DELETE ${all}`, id)
    run(
      'UPDATE total SET batches = batches - ?, sequences = sequences - ?, actions = actions - ?, bytes = bytes - ?',
      sums.batches,
      sums.sequences,
      sums.actions,
      sums.bytes,
    )
    run(`INSERT INTO shut VALUES (?, 'erased', ?) ON CONFLICT (device) DO UPDATE SET why = 'erased', at = excluded.at`, id, at)
    const { batches, sequences } = sums
    return { batches, sequences, ...record(db, at, 'erase-device', { device: id, batches, sequences }) }
  }

  return { forget, sequences, device }
}

/**
 * Takes nothing more from a device and leaves what it has sent.
 * @returns null if it was shut out already
 */
export function revoke(db: DatabaseSync, device: string, at: number): Link | null {
  const { changes } = db.prepare(`INSERT INTO shut VALUES (?, 'revoked', ?) ON CONFLICT (device) DO NOTHING`).run(device, at)
  return changes === 0 ? null : record(db, at, 'revoke', { device })
}

/**
 * Takes from a device again, where it was revoked. What was erased stays erased: the ids it sent under are shut for good.
 * @returns null if it was not revoked
 */
export function unrevoke(db: DatabaseSync, device: string, at: number): Link | null {
  const { changes } = db.prepare(`DELETE FROM shut WHERE device = ? AND why = 'revoked'`).run(device)
  return changes === 0 ? null : record(db, at, 'unrevoke', { device })
}

import type { DatabaseSync } from 'node:sqlite'
import type { Ledger } from '../lib/trace/schema.ts'

/** Keeps what a batch says about the actions of its day beside it, so that looking for losses opens no body. */
export function ledgerKeeper(db: DatabaseSync) {
  const insert = db.prepare('INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?)')
  return (batch: string, { day, recorded, acknowledged, waiting, dropped }: Ledger): void => {
    insert.run(batch, day, recorded, acknowledged, waiting, JSON.stringify(dropped))
  }
}

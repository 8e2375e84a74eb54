/** What each version of the database added. One of an earlier version is brought up to date when the collector opens it. */
import { randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { fillFromBodies } from './fill.ts'

/** "WAYM" in the file's header: the collector touches no database that it did not make. */
export const APPLICATION = 0x5741594d

/** The body is the last column, so that reading the ledger never pages through bodies. */
const FIRST = `
  CREATE TABLE batch (
    id TEXT NOT NULL PRIMARY KEY, device TEXT NOT NULL, ordinal INTEGER NOT NULL, digest BLOB NOT NULL, received_at INTEGER NOT NULL,
    bytes INTEGER NOT NULL, sequences INTEGER NOT NULL, actions INTEGER NOT NULL, body BLOB NOT NULL
  ) STRICT;
  CREATE TABLE total (batches INTEGER NOT NULL, sequences INTEGER NOT NULL, actions INTEGER NOT NULL) STRICT;
  INSERT INTO total VALUES (0, 0, 0);
  PRAGMA application_id = ${APPLICATION};
`
/** Sequences held back: where something fired and what, never what it was. `reduced` has the digest of a body that is not as sent. */
const QUARANTINE = `
  CREATE TABLE quarantine (
    batch TEXT NOT NULL, sequence TEXT NOT NULL, device TEXT NOT NULL, field TEXT NOT NULL, detector TEXT NOT NULL,
    received_at INTEGER NOT NULL, PRIMARY KEY (batch, sequence)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE reduced (batch TEXT NOT NULL PRIMARY KEY, digest BLOB NOT NULL) STRICT, WITHOUT ROWID;
`
/**
 * Which batch holds a sequence, so that each is stored once; how many a batch is short of, and why. A batch of 0 bytes is one
 * whose body retention has deleted: only its id is remembered.
 */
const SEQUENCES = `
  CREATE TABLE sequence (id TEXT NOT NULL PRIMARY KEY, batch TEXT NOT NULL, actions INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX sequence_of_batch ON sequence (batch);
  CREATE INDEX quarantine_of_sequence ON quarantine (sequence);
  CREATE INDEX batch_of_device ON batch (device, ordinal);
  CREATE INDEX batch_by_age ON batch (received_at);
  ALTER TABLE reduced ADD COLUMN duplicates INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE reduced ADD COLUMN erased INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE total ADD COLUMN bytes INTEGER NOT NULL DEFAULT 0;
  UPDATE total SET bytes = (SELECT coalesce(sum(bytes), 0) FROM batch);
`
/** What the browser says about the actions of one day, beside the batch that said it; actions a device has delivered today. */
const ACCOUNTS = `
  CREATE TABLE ledger (
    batch TEXT NOT NULL PRIMARY KEY, day TEXT NOT NULL, recorded INTEGER NOT NULL, acknowledged INTEGER NOT NULL,
    waiting INTEGER NOT NULL, dropped TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE spent (device TEXT NOT NULL PRIMARY KEY, day TEXT NOT NULL, actions INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`
/**
 * What must not come again, and what was done and when. `erased` and `shut` (devices, with why) outlive what they stand for;
 * each entry of `audit` has the hash of the one before it; `erasure` has the receipts, by request.
 */
const ERASURES = `
  CREATE TABLE erased (sequence TEXT NOT NULL PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE shut (device TEXT NOT NULL PRIMARY KEY, why TEXT NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE audit (
    n INTEGER NOT NULL PRIMARY KEY, at INTEGER NOT NULL, what TEXT NOT NULL, detail TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL
  ) STRICT;
  CREATE TABLE erasure (
    id TEXT NOT NULL PRIMARY KEY, digest BLOB NOT NULL, erased INTEGER NOT NULL, remembered INTEGER NOT NULL,
    day TEXT NOT NULL, entry INTEGER NOT NULL, receipt TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`

/** Numbers of batches that a device says it will not send, and why. */
const GIVEN_UP = `
  CREATE TABLE given_up (
    device TEXT NOT NULL, ordinal INTEGER NOT NULL, reason TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (device, ordinal)
  ) STRICT, WITHOUT ROWID;
`
/**
 * Keys of browsers that enrolled, by credential; days only, and nothing that ties one to its batches. `access` is one row: what signs
 * tokens, and marks of the join secrets accepted last.
 */
const CREDENTIALS = `
  CREATE TABLE credential (id TEXT NOT NULL PRIMARY KEY, key TEXT NOT NULL, day TEXT NOT NULL, revoked TEXT) STRICT, WITHOUT ROWID;
  CREATE TABLE access (signing BLOB NOT NULL, joins TEXT NOT NULL) STRICT;
`

const sql = (text: string) => (db: DatabaseSync) => db.exec(text)

export const STEPS: ((db: DatabaseSync) => void)[] = [
  sql(FIRST),
  sql(QUARANTINE),
  (db) => {
    db.exec(SEQUENCES + ACCOUNTS + ERASURES)
    fillFromBodies(db)
  },
  sql(GIVEN_UP),
  (db) => {
    db.exec(CREDENTIALS)
    db.prepare("INSERT INTO access VALUES (?, '[]')").run(randomBytes(32))
  },
]

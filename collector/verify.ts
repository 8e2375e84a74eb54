/** Whether a database is as it was written: every table, and every batch. */
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { bodiesIn, type Archived, type Damaged } from './bodies.ts'
import { pragma } from './database.ts'
import { gunzip } from './gunzip.ts'
import { parseJson } from './json.ts'
import { STEPS } from './steps.ts'
import { contentsOf } from './stored-body.ts'

const Name = z.object({ name: z.string() })
const Head = z.object({ id: z.string(), device: z.string(), ordinal: z.int() })
const Sums = z.object({ batches: z.int(), sequences: z.int(), actions: z.int() })

/** How many batches are whole, which are not, and sentences about what else is damaged. */
export type Verified = { batches: number; damaged: Damaged[]; structure: string[] }

/** What SQLite says of one table, or of all of it; null if that is well. It names pages and rows, no content. */
function complaint(db: DatabaseSync, table?: string): string | null {
  try {
    const verdict = String(pragma(db, table === undefined ? 'integrity_check(1)' : `integrity_check('${table}')`))
    return verdict === 'ok' ? null : (verdict.split('\n').at(-1) ?? verdict)
  } catch (error) {
    return error instanceof Error ? error.message : 'unknown failure'
  }
}

function structureOf(db: DatabaseSync): string[] {
  const whole = complaint(db)
  if (whole === null) return []
  const tables = db
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
    .all()
    .map((row) => Name.parse(row).name)
  const found = tables.flatMap((table) => {
    const why = complaint(db, table)
    return why === null ? [] : [`the table ${table} is damaged: ${why}`]
  })
  return found.length > 0 ? found : [`the file is damaged: ${whole}`]
}

/** What the collector says that it has is what is there. */
function totals(db: DatabaseSync): string[] {
  const said = 'SELECT batches, sequences, actions FROM total'
  const counted = `SELECT count(*) AS batches, coalesce(sum(sequences), 0) AS sequences, coalesce(sum(actions), 0) AS actions FROM batch WHERE bytes > 0`
  try {
    const [one, other] = [Sums.parse(db.prepare(said).get()), Sums.parse(db.prepare(counted).get())]
    return JSON.stringify(one) === JSON.stringify(other) ? [] : ['the table total does not say what the table batch has']
  } catch (error) {
    return [`the table total cannot be compared with the table batch: ${error instanceof Error ? error.message : 'unknown failure'}`]
  }
}

/**
 * Whether the columns beside a body say what the body says, which alone has a digest.
 * @returns the first that does not, or null, also for a body that nothing can be read from
 */
function contradiction(db: DatabaseSync, { id, body }: Archived): string | null {
  const contents = contentsOf(body)
  if (!contents) return null
  const head = Head.parse(parseJson(gunzip(Buffer.from(body))).value)
  const { parts, ledger } = contents
  const beside = db.prepare('SELECT id, device, ordinal, sequences, actions FROM batch WHERE id = ?').get(id)
  const own = { ...head, sequences: parts.length, actions: parts.reduce((sum, part) => sum + part.actions, 0) }
  const differing = Object.entries(own).find(([column, value]) => beside?.[column] !== value)
  if (differing) return `its ${differing[0]} in the table batch is another than in its body`
  const listed = db.prepare('SELECT id FROM sequence WHERE batch = ? ORDER BY id').all(id)
  if (JSON.stringify(listed.map((row) => row.id)) !== JSON.stringify(parts.map((part) => part.id).sort()))
    return 'the table sequence has others than its body'
  const written = db.prepare('SELECT day, recorded, acknowledged, waiting FROM ledger WHERE batch = ?').get(id)
  const isSame =
    ledger === undefined ||
    Object.entries(written ?? { day: null }).every(([column, value]) =>
      Object.entries(ledger).some(([name, said]) => name === column && said === value),
    )
  return isSame ? null : 'the table ledger has another account than its body'
}

/** Reads everything there is. */
export function verify(db: DatabaseSync): Verified {
  const structure = structureOf(db)
  const damaged: Damaged[] = []
  let batches = 0
  const isRecent = Number(pragma(db, 'user_version')) === STEPS.length
  for (const found of bodiesIn(db)) {
    const why = 'body' in found ? isRecent && structure.length === 0 && contradiction(db, found) : found.why
    if (typeof why === 'string') damaged.push({ id: found.id, why })
    else batches += 1
  }
  return { batches, damaged, structure: structure.length === 0 ? totals(db) : structure }
}

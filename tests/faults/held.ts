/** What a browser holds, read from its IndexedDB: what has come so far is acknowledged. */
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { Action, Draft } from '../../lib/trace/action.ts'
import type { Launched } from '../../scripts/browser/launch.ts'
import { readDatabase } from '../e2e/browser/database.ts'
import { imbalanceOf } from './account.ts'
import { markIn } from './work-page.ts'

/** How gzipped bytes begin. */
const GZIP = Buffer.from([0x1f, 0x8b])

/** The part of a batch that counts here; a collector keeps batches of which nothing is left. */
const Sealed = z.object({ sequences: z.array(z.object({ actions: z.array(Action) })) })
const Granted = z.object({ document: z.string(), origin: z.string(), acknowledged: z.int() })
const Filed = z.object({ action: Draft })

/** Marks in a value of a store: an action, or a batch's bytes wherever they are kept. */
function marksIn(value: unknown): string[] {
  if (Buffer.isBuffer(value)) return value.subarray(0, 2).equals(GZIP) ? marksOfBatch(value) : []
  const filed = Filed.safeParse(value)
  if (filed.success) return [markIn(filed.data.action)].filter((mark) => mark !== null)
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(marksIn) : []
}

export function marksOfBatch(bytes: Uint8Array): string[] {
  const { sequences } = Sealed.parse(JSON.parse(gunzipSync(bytes).toString()))
  return sequences.flatMap(({ actions }) => actions.map(markIn)).filter((mark) => mark !== null)
}

/** A row of `state` holds its value under its own key. */
const Kept = z.object({ ledger: z.unknown() }).partial()
const Sealing = z.object({ actions: z.int() })

/** `unbalanced` says where more or fewer actions wait than the ledger has booked; null where it balances. */
export type Held = { marks: string[]; rows: number; unbalanced: string | null }

/** `marks` of every click that is committed and not delivered; `rows` that still wait, clicks or not. */
export async function heldIn(launched: Pick<Launched, 'inExtension'>): Promise<Held> {
  // Copies of what was delivered, which are kept for people to see, are not waiting for anything.
  const { actions, sequences, batches, bodies, state = [] } = await readDatabase(launched)
  // An empty answer must not pass for an empty queue.
  if (!actions || !sequences || !batches || !bodies) throw new Error('the extension has no database where it was looked for')
  const rows = [...actions, ...sequences, ...batches]
  const marks = [...rows, ...bodies].flatMap(({ value }) => marksIn(value))
  const ledger = Kept.parse(state.find(({ key }) => key === 'ledger')?.value ?? {}).ledger
  const waiting = batches.reduce((sum, { value }) => sum + Sealing.parse(value).actions, actions.length)
  return { marks, rows: rows.length, unbalanced: imbalanceOf(ledger, waiting) }
}

/** Documents that were allowed to record. */
export async function grantedIn(launched: Pick<Launched, 'inExtension'>): Promise<z.infer<typeof Granted>[]> {
  const { documents = [] } = await readDatabase(launched, 'waymark', 'documents')
  return documents.map(({ value }) => Granted.parse(value))
}

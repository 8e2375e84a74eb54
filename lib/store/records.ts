/** Every sequence that is kept here or was sent from here, for the person to look at. Nothing is changed by looking. */
import type { RecordRow, RecordText, Whereabouts } from '../messages.ts'
import { close } from '../sequence/close.ts'
import { Sequence } from '../trace/schema.ts'
import { jsonIn } from './body.ts'
import { partsIn } from './copies.ts'
import type { BatchRow, Content, Database, SentRow, SequenceRow } from './database.ts'

/** The newest first. */
export async function recordsIn(db: Database): Promise<RecordRow[]> {
  const tx = db.transaction(['sequences', 'batches', 'sent'])
  const [sequences, batches, sent] = await Promise.all([
    tx.objectStore('sequences').getAll(),
    tx.objectStore('batches').getAll(),
    tx.objectStore('sent').getAll(),
  ])
  await tx.done
  const records = [...sequences.map(ofSequence), ...batches.flatMap(ofBatch), ...sent.map(ofSent)]
  return records.toSorted(newestFirst)
}

export function newestFirst(a: Pick<RecordRow, 'from' | 'id'>, b: Pick<RecordRow, 'from' | 'id'>): number {
  return b.from - a.from || a.id.localeCompare(b.id)
}

function ofSequence({ id, site, openedAt, lastAt, actions, open }: SequenceRow): RecordRow {
  const where: Whereabouts = open === 1 ? 'open' : 'closed'
  return { id, site, from: openedAt, until: lastAt, actions, where, batch: null, at: null, code: null, attempted: false, kept: true }
}

function ofContent({ sequence, site, from, until, actions }: Content) {
  return { id: sequence, site, from, until, actions }
}

function ofBatch({ id, contents, parked, attempted }: BatchRow): RecordRow[] {
  const where: Whereabouts = parked ? 'parked' : 'sealed'
  const rest = { where, batch: id, at: parked?.at ?? null, code: parked?.code ?? null, attempted, kept: true }
  return contents.map((content) => ({ ...ofContent(content), ...rest }))
}

function ofSent(row: SentRow): RecordRow {
  const { batch, sentAt: at, copy } = row
  return { ...ofContent(row), where: 'sent', batch, at, code: null, attempted: true, kept: copy !== null }
}

/**
 * What is in one sequence, as it was sent, or as it will be: of one that is still open, as if it were sent now.
 * @param oldest copies of what was sent before, ms since 1970, are no longer there to be shown
 */
export async function recordIn(db: Database, id: string, oldest: number): Promise<RecordText> {
  // At one moment: between two it may have been sealed or sent, and would seem to be gone.
  const tx = db.transaction(['sequences', 'actions', 'batches', 'bodies', 'sent', 'copies'])
  const waiting = await tx.objectStore('sequences').get(id)
  const stored = waiting ? await tx.objectStore('actions').index('sequence').getAll(id) : []
  const holder = (await tx.objectStore('batches').getAll()).find(({ contents }) => contents.some(({ sequence }) => sequence === id))
  const body = holder && (await tx.objectStore('bodies').get(holder.id))
  const sent = await tx.objectStore('sent').get(id)
  const copy = sent && sent.sentAt >= oldest ? await tx.objectStore('copies').get(id) : undefined
  await tx.done
  if (waiting && stored.length > 0) {
    const closed = close(waiting, stored, waiting.ended ?? 'flush')
    // Written as sealing would write it: by the schema, which orders the fields.
    return { sequence: JSON.stringify(Sequence.safeParse(closed).data ?? closed), batch: null }
  }
  return holder ? inBody(body, id) : inCopy(copy)
}

const GONE: RecordText = { sequence: null, batch: null }

async function inBody(body: ArrayBuffer | undefined, id: string): Promise<RecordText> {
  if (!body) return GONE
  const { batch, sequences } = partsIn(await jsonIn(body).catch(() => null))
  const sequence = sequences.find((one) => one.id === id)
  return sequence ? { sequence: JSON.stringify(sequence), batch: JSON.stringify(batch) } : GONE
}

async function inCopy(bytes: ArrayBuffer | undefined): Promise<RecordText> {
  if (!bytes) return GONE
  const copy = await jsonIn(bytes).catch(() => null)
  if (typeof copy !== 'object' || copy === null || !('sequence' in copy) || !('batch' in copy)) return GONE
  return { sequence: JSON.stringify(copy.sequence), batch: JSON.stringify(copy.batch) }
}

/** Rows that say something of the person or the browser and are no sequence; their keys are the names of the stores. */
export async function rowsBeside(db: Database): Promise<Record<string, unknown>> {
  const tx = db.transaction(['documents', 'batches', 'sent', 'erasures', 'givenUp', 'state'])
  const [documents, batches, sent, erasures, givenUp, values] = await Promise.all([
    tx.objectStore('documents').getAll(),
    tx.objectStore('batches').getAll(),
    tx.objectStore('sent').getAll(),
    tx.objectStore('erasures').getAll(),
    tx.objectStore('givenUp').getAll(),
    tx.objectStore('state').getAll(),
  ])
  await tx.done
  // Each holds its own value under its own name.
  const state = values.reduce((all, row) => ({ ...all, ...row }), {})
  return { documents, batches, sent, erasures, givenUp, state }
}

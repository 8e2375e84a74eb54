/** Runs in a page of the extension: puts actions into its store as the worker does, through the worker's own code. */
import './interpreted.ts'
import { append, register } from '../../lib/store/append.ts'
import { openDatabase } from '../../lib/store/open.ts'
import { closeSequences } from '../../lib/store/queue.ts'
import type { Draft } from '../../lib/trace/action.ts'

const ADMITTED = { permits: () => true, unpermitted: () => null }

/** One document's work, in messages of at most a hundred actions. */
export async function write(document: string, site: string, messages: Draft[][]): Promise<void> {
  const db = await openDatabase()
  const at = messages[0]?.[0]?.at ?? 0
  const row = { tab: `backlog:${document}`, site, origin: site, frame: [], viewport: { width: 1304, height: 800 } }
  await register(db, { document, ...row, language: null, opener: null, seenAt: at, closedAt: null })
  for (const actions of messages) {
    const answer = await append(db, { type: 'actions', document, actions, counts: {} }, actions.at(-1)?.until ?? at, ADMITTED)
    if (answer?.acknowledged !== actions.at(-1)?.n) throw new Error('the store has not taken everything')
  }
  await closeSequences(db, ({ tab }) => (tab === row.tab ? 'tab-closed' : null))
  db.close()
}

export async function waiting(): Promise<{ actions: number; batches: number; bytes: number }> {
  const db = await openDatabase()
  const [actions, batches] = [await db.count('actions'), await db.getAll('batches')]
  db.close()
  return { actions, batches: batches.length, bytes: batches.reduce((sum, { size }) => sum + size, 0) }
}

/** Highest number that is committed of each document whose origin is this one. */
export async function acknowledged(origin: string): Promise<number> {
  const db = await openDatabase()
  const rows = await db.getAll('documents')
  db.close()
  return Math.max(-1, ...rows.filter((row) => row.origin === origin).map((row) => row.acknowledged))
}

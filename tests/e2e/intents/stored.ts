/** What the extension has stored of a visit, as the sequences it will become. */
import { z } from 'zod'
import { close, type Stored } from '../../../lib/sequence/close.ts'
import type { Action, Draft } from '../../../lib/trace/action.ts'
import { readDatabase } from '../browser/database.ts'
import type { Scene } from '../browser/scene.ts'

/** The worker has parsed it before storing it. */
const StoredDraft = z.custom<Draft>((value) => typeof value === 'object' && value !== null && 'kind' in value)
const Row = z.object({ document: z.string(), action: StoredDraft })
const DocumentRow = z.object({ document: z.string(), tab: z.string(), site: z.string(), opener: z.string().nullable() })

export type StoredRow = Stored & { key: string; tab: string; site: string; opener: string | null }

/** Every action that is stored and was not stored before; `known` are keys of those that were. */
export async function storedRows({ launched }: Scene, known: ReadonlySet<string> = new Set()): Promise<StoredRow[]> {
  const { actions = [], documents = [] } = await readDatabase(launched)
  const byId = new Map(documents.map(({ value }) => DocumentRow.parse(value)).map((row) => [row.document, row]))
  return actions
    .map(({ key, value }) => ({ key: String(key), value }))
    .filter(({ key }) => !known.has(key))
    .map(({ key, value }) => {
      const { document, action } = Row.parse(value)
      const row = byId.get(document)
      if (!row) throw new Error('an action is stored of a document that is not')
      return { ...row, key, document, action }
    })
}

/**
 * The sequences of a visit, by when they began: one for each tab and site. The stored ones go on from visit to visit, and are split
 * by their length.
 */
export function sequencesOf(rows: StoredRow[]): Action[][] {
  const runs: StoredRow[][] = []
  for (const row of rows.toSorted((a, b) => a.action.at - b.action.at)) {
    const last = runs.findLast(([begin]) => begin?.tab === row.tab)
    if (last?.[0]?.site === row.site) last.push(row)
    else runs.push([row])
  }
  return runs.map((run, index) => {
    const [first] = run
    const isFirst = !runs.slice(0, index).some(([begin]) => begin?.tab === first?.tab)
    const opener = isFirst ? (run.find((row) => row.opener !== null)?.opener ?? null) : null
    return close({ ...OPEN, opener }, run, 'flush').actions
  })
}

/** Nothing of it is in an action, but for whether there is an opener. */
const OPEN = { id: '', tab: '', site: '', openedAt: 0, lastAt: 0, actions: 0, viewport: { width: 0, height: 0 }, previous: null }

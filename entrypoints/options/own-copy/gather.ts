/** Everything that is kept of a person in this browser, as one file. */
import { browser } from 'wxt/browser'
import type { RecordRow } from '../../../lib/messages.ts'
import { readHoldings, readRecord, readRecords } from '../../../lib/ui/read.ts'

/** Version of the file. */
const FORMAT = 1

/**
 * @param progress called with how many sequences are in it and how many there are
 * @returns null where the worker falls silent: half a copy would be taken for a whole one
 */
export async function gather(progress: (done: number, total: number) => void): Promise<Blob | null> {
  const rows = await allRecords()
  const beside = rows && (await readHoldings())
  if (!rows || !beside) return null
  const sequences: string[] = []
  for (const row of rows) {
    const text = await readRecord(row.id)
    if (!text) return null
    const { where, from, until, at, code, batch, id } = row
    const about = { id, where, from: isoOf(from), until: isoOf(until), at: at === null ? null : isoOf(at), code, batch }
    // Texts of JSON as they were sent: they are put in as they are.
    sequences.push(`{"about":${JSON.stringify(about)},"beside":${text.batch ?? 'null'},"sequence":${text.sequence ?? 'null'}}`)
    progress(sequences.length, rows.length)
  }
  const head = { format: 'waymark-own-copy', version: FORMAT, made: isoOf(Date.now()), extension: browser.runtime.getManifest().version }
  const pieces = [
    JSON.stringify(head).slice(0, -1),
    ',"sequences":[\n',
    sequences.join(',\n'),
    '\n],"kept":',
    JSON.stringify(beside),
    '}\n',
  ]
  return new Blob(pieces, { type: 'application/json' })
}

async function allRecords(): Promise<RecordRow[] | null> {
  const rows: RecordRow[] = []
  for (;;) {
    const page = await readRecords(rows.at(-1))
    if (!page) return null
    rows.push(...page.records)
    if (!page.more) return rows
  }
}

const isoOf = (at: number) => new Date(at).toISOString()

/** A real app on a real database in a directory of its own. */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { onTestFinished } from 'vitest'
import { createApp } from '../../../collector/app.ts'
import { NO_QUOTAS } from '../../../collector/quotas.ts'
import { openArchive, openStorage } from '../../../collector/storage.ts'
import { contentsOf } from '../../../collector/stored-body.ts'
import { gateFor } from '../../../collector/token.ts'
import { JOIN_SECRET, TOKEN } from './delivery.ts'

export function aDirectory(): string {
  const dir = mkdtempSync(join(tmpdir(), 'waymark-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

export function aCollector({ dir = aDirectory(), now = Date.now, tokens = [TOKEN], joins = [JOIN_SECRET], quotas = NO_QUOTAS } = {}) {
  const storage = openStorage(dir, quotas)
  const lines: string[] = []
  const app = createApp({ storage, gate: gateFor(tokens), joinGate: gateFor(joins), now, log: (line) => lines.push(line) })
  let open = true
  const close = () => {
    if (open) storage.close()
    open = false
  }
  onTestFinished(close)
  const post = async (request: RequestInit) => app.request('/v1/batches', request)
  const erase = async (request: RequestInit) => app.request('/v1/erasures', request)
  return { app, post, erase, storage, dir, lines, close, bytesOnDisk: () => bytesOnDisk(dir) }
}

/** Everything in the directory, the write-ahead log included, as one text to search. */
export function bytesOnDisk(dir: string): string {
  return readdirSync(dir)
    .map((name) => readFileSync(join(dir, name)).toString('latin1'))
    .join('\n')
}

/** The answer as a test reads it. */
export async function read(response: Response | Promise<Response>) {
  const answer = await response
  const body: unknown = await answer.json()
  return { status: answer.status, headers: answer.headers, body }
}

/** Every sequence that an exporter would find in the directory, by batch. */
export function sequencesIn(dir: string): Record<string, string[]> {
  const archive = openArchive(dir)
  const entries = [...archive.batches()].map(({ id, body }) => [id, contentsOf(body)?.parts.map((part) => part.id)])
  archive.close()
  return Object.fromEntries(entries)
}

/** Rows of a query on the database as it is on the disk. */
export function rowsOf(dir: string, sql: string): object[] {
  const db = new DatabaseSync(join(dir, 'waymark.db'), { readOnly: true })
  const rows = db.prepare(sql).all()
  db.close()
  return rows.map((row) => ({ ...row }))
}

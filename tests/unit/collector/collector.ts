/** A real app on a real database in a directory of its own. */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createApp } from '../../../collector/app.ts'
import { openStorage } from '../../../collector/storage.ts'
import { tokenGate } from '../../../collector/token.ts'
import { TOKEN } from './delivery.ts'

export function aDirectory(): string {
  const dir = mkdtempSync(join(tmpdir(), 'waymark-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

export function aCollector({ dir = aDirectory(), now = Date.now, tokens = TOKEN } = {}) {
  const storage = openStorage(dir)
  const gate = tokenGate(tokens)
  if (typeof gate === 'string') throw new Error(gate)
  const lines: string[] = []
  const app = createApp({ storage, gate, now, log: (line) => lines.push(line) })
  let open = true
  const close = () => {
    if (open) storage.close()
    open = false
  }
  onTestFinished(close)
  const post = async (request: RequestInit) => app.request('/v1/batches', request)
  return { app, post, storage, dir, lines, close, bytesOnDisk: () => bytesOnDisk(dir) }
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

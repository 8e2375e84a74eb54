import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onExit } from './on-exit.ts'

/** A folder of our own, readable by nobody else, that is gone after `remove` or with the process. */
export function temporaryFolder(purpose: string): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), `waymark-${purpose}-`))
  // A browser that was killed may be writing its last files for a moment: retried by rm itself.
  return { path, remove: onExit(() => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })) }
}

import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { openArchive } from '../../../collector/storage.ts'
import { Batch, Trace } from '../../../lib/trace/schema.ts'
import { temporaryFolder } from '../../../scripts/temporary-folder.ts'

const EXPORT = new URL('../../../export/main.ts', import.meta.url).pathname
const run = promisify(execFile)

/** The batches a collector has stored in `dataDir`, beside the collector while it runs, in the order of sealing. */
export function storedBatches(dataDir: string): Batch[] {
  const archive = openArchive(dataDir)
  try {
    return [...archive.batches()].map(({ body }) => Batch.parse(JSON.parse(gunzipSync(body).toString())))
  } finally {
    archive.close()
  }
}

/** What the export command writes for `dataDir`, read back. */
export async function exportTraces(dataDir: string): Promise<Trace[]> {
  const { path, remove } = temporaryFolder('export')
  try {
    const out = join(path, 'traces.jsonl')
    await run(process.execPath, [EXPORT, '--data', dataDir, '--out', out])
    const lines = readFileSync(out, 'utf8').split('\n').filter(Boolean)
    return lines.map((line) => Trace.parse(JSON.parse(line)))
  } finally {
    remove()
  }
}

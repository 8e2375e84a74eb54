import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { openArchive } from '../../../collector/storage.ts'
import { Batch, Trace } from '../../../lib/trace/schema.ts'
import { temporaryFolder } from '../../../scripts/temporary-folder.ts'

const EXPORT = new URL('../../../export/main.ts', import.meta.url).pathname
const run = promisify(execFile)

/** The batches a collector has stored in `dataDir`, beside the collector while it runs, in the order of sealing, without those it has emptied. */
export function storedBatches(dataDir: string): Batch[] {
  const archive = openArchive(dataDir)
  try {
    const bodies = [...archive.batches()].map(({ body }): unknown => JSON.parse(gunzipSync(body).toString()))
    return bodies.filter((body) => !Emptied.safeParse(body).success).map((body) => Batch.parse(body))
  } finally {
    archive.close()
  }
}

/** What is left of a batch of which every sequence was erased or held back. */
const Emptied = z.object({ sequences: z.tuple([]) })

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

import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Source } from './sources.ts'

const run = promisify(execFile)

/** Downloads at a time: more makes npm slower, not faster, on two cores. */
const AT_ONCE = 4

/** Fetches the archives that the cache lacks, through the npm client. */
export async function fetchAll(sources: readonly Source[], cache: string): Promise<void> {
  mkdirSync(cache, { recursive: true })
  const pins = new Map(sources.map((source) => [archivePath(source, cache), `${source.name}@${source.version}`]))
  const next = [...pins].filter(([path]) => !existsSync(path)).values()
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const [, pin] of next) {
        await run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', cache, pin])
      }
    }),
  )
}

/** The archive of a source, exactly as pinned. Throws if its digest is another one. */
export function archiveOf(source: Source, cache: string): Buffer {
  const bytes = readFileSync(archivePath(source, cache))
  const digest = `sha512-${createHash('sha512').update(bytes).digest('base64')}`
  if (digest !== source.digest) throw new Error(`${source.name}@${source.version}: the digest is not the pinned one`)
  return bytes
}

/** The file name that npm gives an archive. */
function archivePath({ name, version }: Source, cache: string): string {
  return join(cache, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`)
}

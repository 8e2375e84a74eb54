import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { packExtension } from '../../scripts/pack.ts'
import { temporaryFolder } from '../../scripts/temporary-folder.ts'
import { publish } from '../../scripts/update-server.ts'

const BUILT = new URL('../../.output/chrome-mv3', import.meta.url).pathname
const Manifest = z.looseObject({ version: z.string() })

/** The built extension, packed with a key of its own and published on loopback; `offer` publishes it again as a later version. */
export async function publishBuilt() {
  const { path, remove } = temporaryFolder('packed')
  const key = join(path, 'key.pem')
  const extension = await publish(await packExtension(BUILT, path, { key }))
  return {
    extension,
    async offer(version: string): Promise<void> {
      const later = join(path, 'later')
      cpSync(BUILT, later, { recursive: true })
      const file = join(later, 'manifest.json')
      writeFileSync(file, JSON.stringify({ ...Manifest.parse(JSON.parse(readFileSync(file, 'utf8'))), version }))
      extension.replace(await packExtension(later, path, { key }))
    },
    async close(): Promise<void> {
      await extension.close()
      remove()
    },
  }
}

import { join } from 'node:path'
import { packExtension } from '../../../scripts/pack.ts'
import type { temporaryFolder } from '../../../scripts/temporary-folder.ts'
import { publish, type Published } from '../../../scripts/update-server.ts'

export type PublishedMade = { extension: Published; close: () => Promise<void> }

/** Packs and serves an extension that a test has made in a temporary folder; closing it removes the folder. */
export async function publishMade(source: string, { path, remove }: ReturnType<typeof temporaryFolder>): Promise<PublishedMade> {
  const extension = await publish(await packExtension(source, path, { key: join(path, 'key.pem') }))
  return {
    extension,
    close: async () => {
      await extension.close()
      remove()
    },
  }
}

/** An extension whose worker holds our scrubbing and a database, and does what the test says. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packExtension } from '../../scripts/pack.ts'
import { temporaryFolder } from '../../scripts/temporary-folder.ts'
import { publish, type Published } from '../../scripts/update-server.ts'
import { bundled } from '../fixtures/bundled.ts'

const MANIFEST = {
  manifest_version: 3,
  name: 'Deleting',
  version: '1.0',
  permissions: ['storage', 'unlimitedStorage'],
  background: { service_worker: 'worker.js' },
}
const WORKER = new URL('deleting-worker.ts', import.meta.url).pathname
/** Any of these starts the worker. */
const LISTENERS = `chrome.runtime.onInstalled.addListener(() => {}); chrome.runtime.onStartup.addListener(() => {})`

export async function publishDeleting(): Promise<{ extension: Published; close: () => Promise<void> }> {
  const { path, remove } = temporaryFolder('deleting')
  const source = join(path, 'source')
  mkdirSync(source)
  writeFileSync(join(source, 'manifest.json'), JSON.stringify(MANIFEST))
  writeFileSync(join(source, 'worker.js'), `${await bundled(WORKER, 'deleting')}\n${LISTENERS}`)
  const extension = await publish(await packExtension(source, path, { key: join(path, 'key.pem') }))
  return {
    extension,
    close: async () => {
      await extension.close()
      remove()
    },
  }
}

/** An extension whose worker holds our scrubbing and a database, and does what the test says. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../../scripts/temporary-folder.ts'
import { bundled } from '../fixtures/bundled.ts'
import { publishMade, type PublishedMade } from '../e2e/browser/publish-made.ts'

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

export async function publishDeleting(): Promise<PublishedMade> {
  const folder = temporaryFolder('deleting')
  const source = join(folder.path, 'source')
  mkdirSync(source)
  writeFileSync(join(source, 'manifest.json'), JSON.stringify(MANIFEST))
  writeFileSync(join(source, 'worker.js'), `${await bundled(WORKER, 'deleting')}\n${LISTENERS}`)
  return publishMade(source, folder)
}

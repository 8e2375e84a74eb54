/** Draws the pictures of the README from the built extension in real Chromium, light and dark: `npm run screenshots`. */
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { launchWithPolicy } from '../../scripts/browser/launch.ts'
import { refuseArguments } from '../../scripts/no-arguments.ts'
import { startCollector } from '../../scripts/start-collector.ts'
import { temporaryFolder } from '../../scripts/temporary-folder.ts'
import { startSites } from '../e2e/browser/sites.ts'
import { publishBuilt } from '../faults/built-extension.ts'
import { openCamera } from './camera.ts'
import { openStage } from './stage.ts'

refuseArguments('screenshots')
if (!existsSync(new URL('../../.output/chrome-mv3/manifest.json', import.meta.url))) {
  console.error('There is no extension to draw: run npm run build first.')
  process.exit(1)
}
const FOLDER = new URL('../../docs/screens/', import.meta.url).pathname
rmSync(FOLDER, { recursive: true, force: true })
mkdirSync(FOLDER, { recursive: true })

const WORK = '<!doctype html><title>Customers</title><h1>Customers</h1><button id="save">Save</button>'
const data = temporaryFolder('collector')
const built = await publishBuilt()
const sites = await startSites({ 'crm.localhost/': WORK, 'wiki.localhost/': WORK, 'news.localhost/': WORK })
const collector = await startCollector(data.path)

/** Names without ports, as people have them; they lead to the servers of this run. */
const portOf = (url: string) => new URL(url).port
const rules = [
  `MAP collector.localhost:80 127.0.0.1:${portOf(collector.url)}`,
  `MAP *.localhost:80 127.0.0.1:${portOf(sites.url('crm.localhost/'))}`,
  'MAP * ~NOTFOUND',
  'EXCLUDE 127.0.0.1',
]
const launched = await launchWithPolicy({
  extension: built.extension,
  policy: {},
  args: [`--host-resolver-rules=${rules.join(', ')}`],
})
try {
  const stage = await openStage(launched, collector.token)
  const camera = openCamera(launched, FOLDER)
  await stage.informed()
  await stage.work()
  await camera.popup('popup-recording', 'crm.localhost')
  await camera.page('options', 'options.html')
  await stage.pause()
  await camera.popup('popup-paused', 'crm.localhost')
  await stage.resume()
  await camera.popup('popup-off', 'news.localhost')
  await stage.asked()
  await camera.popup('popup-asking', 'crm.localhost')
  await camera.page('notice', 'notice.html')
  await stage.agree()
  await stage.widened()
  await camera.page('notice-new', 'notice.html')
  await stage.broken()
  await camera.popup('popup-attention', 'crm.localhost')
} finally {
  await launched.close()
  await sites.close()
  await collector.stop()
  await built.close()
  data.remove()
}

/**
 * The whole of Waymark on one machine: four sites, a collector, and real Chromium with the extension force-installed by
 * policy. A person works in it, or a script does; in the end everything that was recorded has been delivered and is shown.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { launchWithPolicy } from '../scripts/browser/launch.ts'
import { packExtension } from '../scripts/pack.ts'
import { publish } from '../scripts/update-server.ts'
import { startCollector } from '../scripts/start-collector.ts'
import { run } from './command.ts'
import { readDelivered } from './delivered.ts'
import { filesWith } from './outside-check.ts'
import { workByHand } from './person/by-hand.ts'
import { sendEverything } from './person/send.ts'
import { workByScript } from './person/by-script.ts'
import { demoPolicy } from './policy.ts'
import { say, step } from './progress.ts'
import { startSites } from './sites/sites.ts'
import { agrees, tableOf, type Outcome } from './table.ts'

const ROOT = new URL('..', import.meta.url).pathname
const OUT = join(ROOT, '.output', 'demo')
const CACHE = join(ROOT, '.cache', 'demo')
/** Every text, value, title and attribute of the unlisted site holds it. */
const OUTSIDE_WORD = 'outsidecanary'

const scripted = readScripted() || !(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

function readScripted(): boolean {
  try {
    return parseArgs({ options: { scripted: { type: 'boolean', default: false } } }).values.scripted
  } catch {
    console.error('Usage: npm run demo [-- --scripted]\n\n  --scripted  a script works in it, also where there is a display')
    process.exit(2)
  }
}

async function demo(stops: (() => Promise<void>)[]): Promise<boolean> {
  rmSync(OUT, { recursive: true, force: true })
  mkdirSync(OUT, { recursive: true })
  mkdirSync(CACHE, { recursive: true })
  const data = join(OUT, 'collector')
  const profile = join(OUT, 'profile')

  await step('Building the extension', () => run('wxt', ['build']))
  const packed = await step('Packing it', () =>
    packExtension(join(ROOT, '.output', 'chrome-mv3'), OUT, { key: join(ROOT, '.keys', 'waymark.pem') }),
  )
  const published = await publish(packed)
  stops.push(published.close)
  const sites = await step('Starting the sites: a wiki, a search engine, a professional network, and one that is not listed', () =>
    startSites(CACHE, say),
  )
  stops.push(() => sites.stop())
  const collector = await step('Starting the collector', () => startCollector(data))
  stops.push(collector.stop)

  const launch = (headless: boolean) =>
    launchWithPolicy({
      extension: published,
      policy: demoPolicy(sites, collector),
      userDataDir: profile,
      headless,
      policyFolder: 'machine',
      ...(headless ? {} : { viewport: null }),
    })
  const browser = await step('Starting Chromium; its policy installs the extension from a server on this machine', () => launch(scripted))
  stops.push(browser.close)
  await step('Waiting until the policy has reached the extension', () => browser.policyArrived())

  const expected = scripted ? await workByScript(browser, sites, say) : await workByHand(browser, sites, say)
  // A person may have closed the window; what was recorded is still in the profile.
  const sender = browser.context.pages().length > 0 ? browser : await launch(true)
  if (sender !== browser) stops.push(sender.close)
  const { stored, waiting } = await step('Sending what is waiting', () => sendEverything(sender))
  await step('Closing the browser', () => sender.close())
  await step('Stopping the collector', () => collector.stop())

  const traces = join(OUT, 'traces.jsonl')
  const timeline = join(OUT, 'timeline.html')
  await step('Exporting', async () => {
    // Without rhythm, scrolling on is one action; here each one that was stored is counted, and shown to whoever made it.
    const args = ['export/main.ts', '--data', data, '--rhythm', 'recorded']
    await run(process.execPath, [...args, '--out', traces])
    await run(process.execPath, [...args, '--out', timeline, '--format', 'timeline'])
  })
  const outcome: Outcome = { expected, stored, waiting, ...readDelivered(traces) }
  const leaked = filesWith(OUTSIDE_WORD, [data, ...extensionFolders(profile, packed.id)])
  console.log(`\n${tableOf(outcome)}\n`)
  console.log(`Sequences: ${outcome.sequences}. Waiting: ${waiting}. Delivered: all counts ${agrees(outcome) ? 'agree' : 'DO NOT AGREE'}.`)
  console.log(
    `Words of the unlisted site found in the extension's storage or at the collector: ${leaked.length === 0 ? 'none' : leaked.join(', ')}.`,
  )
  console.log(`\nTraces:   ${traces}\nTimeline: ${timeline}`)
  return agrees(outcome) && leaked.length === 0
}

/** Where Chromium keeps what the extension stores: its IndexedDB and its `storage.local`. */
function extensionFolders(profile: string, id: string): string[] {
  return [
    join(profile, 'Default', 'IndexedDB', `chrome-extension_${id}_0.indexeddb.leveldb`),
    join(profile, 'Default', 'Local Extension Settings', id),
  ]
}

const stops: (() => Promise<void>)[] = []
try {
  process.exitCode = (await demo(stops)) ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.stack : error)
  process.exitCode = 1
} finally {
  // In reverse: the browser before what it talks to.
  for (const stop of stops.toReversed()) await stop().catch(() => {})
}

/** The files of `npm run kit` for Chromium on Linux, in a real one: what an administrator copies is what works. */
import { z } from 'zod'
import { ManagedPolicy } from '../../lib/policy/schema.ts'
import { kitFiles } from '../../scripts/policy/kit-files.ts'
import { switchedOff, type Kit } from '../../scripts/policy/kit.ts'
import { aSigner } from '../fixtures/signed-list.ts'
import { exportTraces } from './browser/delivered.ts'
import { expect, test } from './browser/fixtures.ts'
import { listedPolicy, type Scene } from './browser/scene.ts'
import { arrive, drafts, inForce, recordedSince } from './recorded.ts'
import type { Published } from '../../scripts/update-server.ts'

const BODY = '<button id="done">Finish</button><button>Save</button>'
test.use({ options: { pages: { 'listed.localhost/': BODY, 'unlisted.localhost/': BODY }, policy: () => null, arrives: {} } })

/** What the browser says where the extension wants into the page that is shown. */
const ENTER = `chrome.tabs.query({ active: true }).then(([tab]) =>
  chrome.scripting.executeScript({ target: { tabId: tab.id }, func: () => 1 })).catch((error) => error.message)`

const Policy = z.record(z.string(), z.unknown())
/** A file of the kit; tests alone may attach to an extension that policy has installed. */
const fileOf = (kit: Kit, name: string) => ({ DeveloperToolsAvailability: 1, ...Policy.parse(JSON.parse(kitFiles(kit)[name] ?? '')) })

const isSettings = (value: unknown): value is Kit['settings'] => ManagedPolicy.safeParse(value).success

function kitOf(scene: Scene, extension: Published): Kit {
  const settings: unknown = listedPolicy(scene)
  if (!isSettings(settings)) throw new Error('the policy of the scene is none')
  return { id: extension.id, updateUrl: extension.updateUrl, firefox: null, settings, listed: null }
}

test('the policy file hands over every setting, records, delivers, and the browser closes every other site', async ({
  scene,
  extension,
}) => {
  const { launched, sites, tab } = scene
  const kit = kitOf(scene, extension)
  await launched.setPolicyFile(fileOf(kit, 'linux/waymark.json'))
  await launched.policyArrived(kit.settings)
  await arrive(scene, 'listed.localhost/')
  await tab.getByText('Save').click()
  await recordedSince(scene, 1)
  await launched.inExtension(`chrome.runtime.sendMessage({ type: 'flush' })`)
  const [trace] = await exportTraces(scene.collector.dataDir)
  expect(trace?.sequence.actions.map(({ kind }) => kind)).toEqual(['nav', 'click', 'click'])

  await tab.goto(sites.url('unlisted.localhost/'))
  expect(await launched.inExtension(ENTER)).toContain('ExtensionsSettings policy')
})

test('behind the barrier made from a list, the signed list is fetched and followed, and every other site is closed', async ({
  scene,
  extension,
}) => {
  const { launched, sites, tab } = scene
  const signer = aSigner()
  const match = `${sites.url('listed.localhost')}/*`
  sites.set('lists.localhost/allowlist.json', {
    body: signer.signed({ sites: [{ match, text: 'interface', context: 'actions', unmask: [], phrases: [], routes: [] }] }),
  })
  const { settings, ...rest } = kitOf(scene, extension)
  const file = { url: sites.url('lists.localhost/allowlist.json'), publicKey: signer.publicKey }
  const kit = { ...rest, settings: { ...settings, recording: { file } }, listed: [match] }
  await launched.setPolicyFile(fileOf(kit, 'linux/waymark.json'))
  await launched.policyArrived(kit.settings)
  await inForce(scene, 1)
  await arrive(scene, 'listed.localhost/')
  await tab.getByText('Save').click()
  await recordedSince(scene, 1)
  await tab.goto(sites.url('unlisted.localhost/'))
  expect(await launched.inExtension(ENTER)).toContain('ExtensionsSettings policy')
})

test('switched off by the same files, nothing is recorded and nothing is lost; switched on again, all of it is delivered', async ({
  scene,
  extension,
}) => {
  const { launched, tab } = scene
  const kit = kitOf(scene, extension)
  await launched.setPolicyFile(fileOf(kit, 'linux/waymark.json'))
  await arrive(scene, 'listed.localhost/')
  await recordedSince(scene, 1)
  const before = await drafts(scene)
  await launched.setPolicyFile(fileOf(switchedOff(kit), 'linux/waymark.json'))
  await inForce(scene, 0)
  await tab.getByText('Save').click()
  await launched.setPolicyFile(fileOf(kit, 'linux/waymark.json'))
  await arrive(scene, 'listed.localhost/')
  expect((await drafts(scene)).slice(0, before.length)).toEqual(before)
  await launched.inExtension(`chrome.runtime.sendMessage({ type: 'flush' })`)
  const kinds = (await exportTraces(scene.collector.dataDir)).flatMap(({ sequence }) => sequence.actions.map(({ kind }) => kind))
  expect(kinds).toEqual(['nav', 'click', 'nav'])
})

test('the file for removal uninstalls it, and the policy file brings it back', async ({ scene, extension }) => {
  const { launched } = scene
  const kit = kitOf(scene, extension)
  const ended = (await launched.worker()).waitForEvent('close')
  await launched.setPolicyFile(fileOf(kit, 'linux/remove.json'))
  await ended
  await launched.setPolicyFile(fileOf(kit, 'linux/waymark.json'))
  await launched.worker()
  await launched.policyArrived(kit.settings)
  await inForce(scene, 1)
})

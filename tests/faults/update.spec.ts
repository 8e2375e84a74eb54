/** The administrator changes the extension itself while somebody works: a later version, or none. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { publishBuilt } from './built-extension.ts'
import { grantedIn } from './held.ts'
import { until } from './until.ts'
import type { Person } from './person.ts'
import { openWorld, type World } from './world.ts'

/** A browser that was given its own address for updates takes it from the extension, and ours names none. */
const UPDATED_BY_POLICY = { override_update_url: true }

let built: Awaited<ReturnType<typeof publishBuilt>>
let world: World
let person: Person
test.beforeEach(async () => {
  built = await publishBuilt()
  world = await openWorld(built.extension, { extensionSettings: UPDATED_BY_POLICY })
  const [first] = world.people
  if (!first) throw new Error('nobody is there')
  person = first
})
test.afterEach(async () => {
  await world.close()
  await built.close()
})

test('an update in the middle of a sequence loses and doubles nothing', async () => {
  const launched = person.browser()
  const place = await person.place(200)
  await person.click(place, 60)
  await world.committed()
  const before = new Set((await grantedIn(launched)).map(({ document }) => document))
  await built.offer('0.9.0')
  // These the page has not told the worker of yet.
  await person.click(place, 5)
  const ended = (await launched.worker()).waitForEvent('close')
  expect(await launched.inExtension('chrome.runtime.requestUpdateCheck().then(({ status }) => status)')).toBe('update_available')
  await ended
  await launched.worker()
  expect(await launched.inExtension('chrome.runtime.getManifest().version')).toBe('0.9.0')
  await until('the page is recorded again', async () => {
    const documents = await grantedIn(launched)
    return documents.some(({ document }) => !before.has(document)) || `${documents.length} documents are known`
  })
  await person.click(place, 60)
  await world.committed()
  await world.deliverAll()
  expect(await world.sum()).toMatchObject({ performed: 125, stored: 125, lost: [], doubled: [], invented: [] })
})

test('a lower version is not taken, until policy has taken the extension away and installs it anew', async () => {
  const { inExtension, managed, worker, removePolicy, setPolicy } = person.browser()
  const check = () => inExtension('chrome.runtime.requestUpdateCheck().then(({ status }) => status)')
  const version = () => inExtension('chrome.runtime.getManifest().version')
  const [installed, policy] = [await version(), await managed()]
  await built.offer('0.0.9')
  expect(await check()).toBe('no_update')
  expect(await version()).toBe(installed)
  const ended = (await worker()).waitForEvent('close')
  await removePolicy()
  await ended
  await setPolicy(policy)
  await worker()
  expect(await version()).toBe('0.0.9')
})

/** In the locator of every click here, and in no code of the browser's own. */
const RECORDED = 'nth-of-type'

/** Files under `folder` whose bytes hold `text`. */
function holding(folder: string, text: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.map(({ parentPath, name }) => join(parentPath, name)).filter((file) => readFileSync(file).includes(text))
}

test('an extension that policy takes away leaves no byte of what it knew', async () => {
  const { worker, removePolicy, close } = person.browser()
  await person.click(await person.place(20), 20)
  await world.committed()
  expect(holding(person.profile, world.collector().token)).not.toEqual([])
  expect(holding(join(person.profile, 'Default', 'IndexedDB'), RECORDED)).not.toEqual([])
  const ended = (await worker()).waitForEvent('close')
  await removePolicy()
  await ended
  await close()
  const paths = readdirSync(person.profile, { recursive: true, encoding: 'utf8' })
  expect(paths.filter((path) => path.includes(built.extension.id))).toEqual([])
  expect(holding(person.profile, world.collector().token)).toEqual([])
  expect(holding(person.profile, RECORDED)).toEqual([])
})

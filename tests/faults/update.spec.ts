/** The administrator changes the extension itself while somebody works: a later version, or none. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { publishBuilt } from './built-extension.ts'
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

test('an update in the middle of a sequence loses and doubles nothing that was acknowledged', async () => {
  const { inExtension, stopWorker } = person.browser()
  const place = await person.place(200)
  await person.click(place, 60)
  await world.committed()
  await person.click(place, 5)
  await built.offer('0.9.0')
  expect(await inExtension('chrome.runtime.requestUpdateCheck().then(({ status }) => status)')).toBe('update_available')
  const version = () => inExtension('chrome.runtime.getManifest().version').catch((error: unknown) => String(error))
  await until('the update is in force', async () => {
    const now = String(await version())
    if (now !== '0.9.0') await stopWorker()
    return now === '0.9.0' || `it is ${now}`
  })
  await person.click(place, 60)
  await world.deliverAll()
  const sum = await world.sum()
  console.log(sum)
  expect(sum).toMatchObject({ lost: [], doubled: [], invented: [] })
})

/** Files under `folder` whose bytes hold `text`. */
function holding(folder: string, text: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.map(({ parentPath, name }) => join(parentPath, name)).filter((file) => readFileSync(file).includes(text))
}

test('an extension that policy takes away leaves no byte of what it knew', async () => {
  const { worker, removePolicy, close } = person.browser()
  await person.click(await person.place(20), 20)
  await world.committed()
  await world.collector().stop()
  await person.flush()
  const places = readdirSync(person.profile, { recursive: true, encoding: 'utf8' }).filter((path) => path.includes(built.extension.id))
  console.log(places.filter((p) => !p.includes('/Extensions/')))
  const RECORDED = 'nth-of-type'
  expect(holding(person.profile, world.collector().token)).not.toEqual([])
  expect(holding(join(person.profile, 'Default', 'IndexedDB'), RECORDED)).not.toEqual([])
  const ended = (await worker()).waitForEvent('close')
  await removePolicy()
  await ended
  await close()
  console.log(readdirSync(person.profile, { recursive: true, encoding: 'utf8' }).filter((path) => path.includes(built.extension.id)))
  console.log(holding(person.profile, built.extension.id))
  expect(holding(person.profile, world.collector().token)).toEqual([])
  expect(holding(person.profile, RECORDED)).toEqual([])
})

/** The administrator changes the extension itself while somebody works: a later version, or none. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { publishBuilt } from './built-extension.ts'
import { until } from './until.ts'
import { openWorld, type World } from './world.ts'

let built: Awaited<ReturnType<typeof publishBuilt>>
let world: World
test.beforeEach(async () => {
  built = await publishBuilt()
  world = await openWorld(built.extension)
})
test.afterEach(async () => {
  await world.close()
  await built.close()
})

test('an update in the middle of a sequence loses and doubles nothing that was acknowledged', async () => {
  const [person] = world.people
  if (!person) throw new Error('nobody is there')
  const place = await person.place(200)
  await person.click(place, 60)
  await world.committed()
  await person.click(place, 5)
  await built.offer('0.9.0')
  const { inExtension, stopWorker } = person.browser()
  const version = () => inExtension('chrome.runtime.getManifest().version')
  expect(await inExtension('chrome.runtime.requestUpdateCheck().then(({ status }) => status)')).toBe('update_available')
  await until('the update is in force', async () => {
    await stopWorker()
    return (await version()) === '0.9.0' || `it is ${String(await version())}`
  })
  await person.click(place, 60)
  await world.deliverAll()
  const sum = await world.sum()
  console.log(sum)
  expect(sum).toMatchObject({ lost: [], doubled: [], invented: [] })
})

/** Paths under `folder`, and files whose bytes hold `text`. */
function holding(folder: string, text: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.map(({ parentPath, name }) => join(parentPath, name)).filter((file) => readFileSync(file).includes(text))
}

test('an extension that policy takes away leaves no byte of what it knew', async () => {
  const [person] = world.people
  if (!person) throw new Error('nobody is there')
  await person.click(await person.place(20), 20)
  await world.committed()
  for (const canary of ['tbody', world.collector().token]) console.log(holding(person.profile, canary))
})

/** The harness itself, on a toy: when these fail, look here before looking at the extension. */
import { expect, test, type Page } from '@playwright/test'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { launchWithPolicy, type Launched } from '../../../scripts/browser/launch.ts'
import { packExtension } from '../../../scripts/pack.ts'
import { temporaryFolder } from '../../../scripts/temporary-folder.ts'
import { publish, type Published } from '../../../scripts/update-server.ts'
import { readDatabase } from './database.ts'
import { startSites, type Sites } from './sites.ts'
import { writeToyExtension } from './toy-extension.ts'

const Echo = z.object({ started: z.string(), managed: z.unknown(), activated: z.int() })
let folder: ReturnType<typeof temporaryFolder>
let extension: Published
let sites: Sites

test.beforeAll(async () => {
  folder = temporaryFolder('toy')
  const source = join(folder.path, 'source')
  mkdirSync(source)
  writeToyExtension(source)
  extension = await publish(await packExtension(source, folder.path, { key: join(folder.path, 'key.pem') }))
  sites = await startSites({ 'work.localhost/': '<h1>Work</h1>', 'work.localhost/two': '<h1>Two</h1>' })
})
test.afterAll(async () => {
  await sites.close()
  await extension.close()
  folder.remove()
})

async function withToy(policy: unknown, use: (launched: Launched, page: Page) => Promise<void>): Promise<void> {
  const launched = await launchWithPolicy({ extension, policy })
  try {
    await launched.policyArrived()
    const page = launched.context.pages()[0]
    if (!page) throw new Error('the browser has no tab')
    await use(launched, page)
  } finally {
    await launched.close()
  }
}

async function echo(page: Page, path: string) {
  await page.goto(sites.url(`work.localhost${path}`))
  const toy = page.locator('html[data-toy]')
  return Echo.parse(JSON.parse((await toy.getAttribute('data-toy')) ?? ''))
}

test('the signing key is readable by its owner only, and stands for the same extension every time', async () => {
  const key = join(folder.path, 'key.pem')
  expect(statSync(key).mode & 0o777).toBe(0o600)
  const again = await packExtension(join(folder.path, 'source'), folder.path, { key })
  expect(again.id).toBe(extension.id)
  expect(readFileSync(again.crx).subarray(0, 4).toString()).toBe('Cr24')
})

test('policy installs the extension, hands it its value, and the machine keeps no trace of it', async () => {
  await withToy({ word: 'one' }, async (launched, page) => {
    expect(launched.extensionId).toBe(extension.id)
    expect((await echo(page, '/')).managed).toEqual({ word: 'one' })
    const machine = '/etc/chromium/policies/managed'
    expect(existsSync(machine) ? readdirSync(machine).filter((name) => name.includes('waymark')) : []).toEqual([])
  })
})

test('a policy that changes while the browser runs arrives, nudged or noticed; what breaks the schema is dropped', async () => {
  await withToy({ word: 'one' }, async (launched) => {
    await launched.setPolicy({ word: 'two' })
    await launched.policyArrived()
    await launched.setPolicy({ word: 'three' }, { nudge: false })
    await launched.policyArrived()
    expect(await launched.managed()).toEqual({ word: 'three' })
    await launched.setPolicy({ word: 3 })
    await launched.policyArrived({})
  })
})

test('the worker stops when told to, and the next message starts a new one', async () => {
  await withToy({ word: 'one' }, async (launched, page) => {
    const before = await echo(page, '/')
    expect(await launched.stopWorker()).toBe(true)
    const after = await echo(page, '/')
    expect(after.started).not.toBe(before.started)
    expect((await echo(page, '/')).started).toBe(after.started)
  })
})

test('reading the database wakes no worker and shows the extension no tab', async () => {
  await withToy({ word: 'one' }, async (launched, page) => {
    const before = await echo(page, '/two')
    expect(await launched.stopWorker()).toBe(true)
    expect(await readDatabase(launched, 'toy')).toEqual({
      notes: [{ key: '/two', value: { note: '/two', bytes: Buffer.from([1, 2, 3]) } }],
    })
    expect(await readDatabase(launched, 'absent')).toEqual({})
    expect(await launched.inExtension('indexedDB.databases()')).toEqual([{ name: 'toy', version: 1 }])
    expect(await launched.stopWorker()).toBe(false)
    const after = await echo(page, '/two')
    expect([before.activated, after.activated]).toEqual([0, 0])
  })
})

test('only loopback names resolve', async () => {
  await withToy({}, async (_, page) => {
    await page.goto(sites.url('other.localhost'))
    // An address that nothing has to resolve, so that a machine without a network tells the difference too.
    await expect(page.goto('http://127.0.0.2/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED')
  })
})

test('removing the policy uninstalls the extension', async () => {
  await withToy({ word: 'one' }, async (launched) => {
    const ended = (await launched.worker()).waitForEvent('close')
    await launched.removePolicy()
    await ended
  })
})

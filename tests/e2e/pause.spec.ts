/** Pause means stop: in every frame of every tab, before the next event, over restarts. */
import type { Page } from '@playwright/test'
import { temporaryFolder } from '../../scripts/temporary-folder.ts'
import { launchWithPolicy } from '../../scripts/browser/launch.ts'
import { expect, test } from './browser/fixtures.ts'
import { listedPolicy } from './browser/scene.ts'
import { arrive, drafts, inForce, recordedSince } from './recorded.ts'

const pages = {
  'listed.localhost/': '<button id="done">Finish</button><iframe src="/inner"></iframe>',
  'listed.localhost/inner': '<button>Inner</button>',
}
test.use({ options: { pages } })

async function popup(context: { newPage: () => Promise<Page> }, extensionId: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`chrome-extension://${extensionId}/popup.html`)
  return page
}

test('from the moment the popup says paused nothing is recorded anywhere, and resuming records again', async ({ scene }) => {
  const { launched, tab, sites } = scene
  await arrive(scene, 'listed.localhost/')
  const second = await launched.context.newPage()
  await second.goto(sites.url('listed.localhost/'))
  await expect.poll(async () => (await drafts(scene)).filter(({ kind }) => kind === 'nav').length).toBe(2)

  const control = await popup(launched.context, launched.extensionId)
  await control.getByRole('button', { name: '15 minutes' }).click()
  await control.getByRole('button', { name: 'Resume' }).waitFor()
  const paused = Date.now()
  await tab.locator('#done').click()
  await tab.frameLocator('iframe').getByText('Inner').click()
  await second.locator('#done').click()
  await launched.stopWorker()
  await second.reload()
  await second.locator('#done').click()

  await control.bringToFront()
  await control.getByRole('button', { name: 'Resume' }).click()
  await control.getByRole('button', { name: '15 minutes' }).waitFor()
  const resumed = Date.now()
  await tab.bringToFront()
  const before = (await drafts(scene)).length
  await recordedSince(scene, before)
  const between = (await drafts(scene)).filter(({ at }) => at >= paused && at < resumed)
  expect(between).toEqual([])
})

/** Lets the running pause end now, instead of in a minute, and the alarm that was set for its end ring. */
const END_PAUSE = `(async () => {
  const database = await new Promise((done) => (indexedDB.open('waymark').onsuccess = (event) => done(event.target.result)))
  const store = database.transaction('state', 'readwrite').objectStore('state')
  const row = await new Promise((done) => (store.get('pause').onsuccess = (event) => done(event.target.result)))
  row.pause.until = Date.now()
  await new Promise((done) => (store.put(row, 'pause').onsuccess = done))
  database.close()
  await chrome.alarms.create('next', { when: Date.now() })
})()`

test('a pause that ends by itself, while the worker sleeps, is over in tabs that are open', async ({ scene }) => {
  const { launched } = scene
  await arrive(scene, 'listed.localhost/')
  await launched.inExtension(`chrome.runtime.sendMessage({ type: 'pause', minutes: 1 })`)
  await launched.stopWorker()
  const before = (await drafts(scene)).length
  await launched.inExtension(END_PAUSE)
  await expect.poll(() => launched.inExtension(`chrome.storage.session.get('state')`), { timeout: 40_000 }).toEqual({ state: 'recording' })
  // What is clicked first may come before the recorder has its grant again; a person clicks on.
  await expect
    .poll(async () => {
      await scene.tab.locator('#done').click()
      return (await drafts(scene)).length
    })
    .toBeGreaterThan(before)
})

test('a pause survives the end of the browser', async ({ scene, extension }) => {
  await scene.launched.close()
  const profile = temporaryFolder('paused')
  const start = () => launchWithPolicy({ extension, policy: listedPolicy(scene), userDataDir: profile.path })
  const first = await start()
  await first.policyArrived()
  await inForce({ ...scene, launched: first }, 1)
  const control = await popup(first.context, first.extensionId)
  await control.getByRole('button', { name: '1 hour' }).click()
  await control.getByRole('button', { name: 'Resume' }).waitFor()
  await first.close()

  const again = await start()
  await again.policyArrived()
  await inForce({ ...scene, launched: again }, 1)
  const tab = await again.context.newPage()
  await tab.goto(scene.sites.url('listed.localhost/'))
  await tab.locator('#done').click()
  const paused = await popup(again.context, again.extensionId)
  await paused.getByRole('button', { name: 'Resume' }).waitFor()
  expect(await drafts({ ...scene, launched: again })).toEqual([])
  await again.close()
  profile.remove()
})

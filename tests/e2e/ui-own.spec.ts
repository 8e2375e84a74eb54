/** What the settings page gives a person into the hand: a copy, a field to try the rules in, numbers of days, a test of the delivery. */
import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { readDatabase, readLocalStorage } from './browser/database.ts'
import { storedBatches } from './browser/delivered.ts'
import { expect, test } from './browser/fixtures.ts'
import { listedPolicy, type Parts, type Scene } from './browser/scene.ts'
import { findsNothing, open } from './own-pages.ts'
import { arrive, recordedSince } from './recorded.ts'

/** Made up for this run: found anywhere, it came from the page. */
const SECRET = `qx${crypto.randomUUID().replaceAll('-', '')}`
const BODY = `<title>${SECRET}</title><h1>${SECRET}</h1><p>${SECRET}</p><input id="mail" aria-label="Title"><input id="password" type="password">
  <button id="person" title="${SECRET}">${SECRET}</button><button id="done">Finish</button>`
test.use({ options: { pages: { 'listed.localhost/': BODY } } })

/** A visit with the secret in everything, sent; and another one that waits. */
async function visits(scene: Scene): Promise<void> {
  const { tab, launched } = scene
  await arrive(scene, 'listed.localhost/')
  for (const field of ['#mail', '#password']) await tab.locator(field).pressSequentially(SECRET)
  await tab.locator('#person').click()
  await recordedSince(scene, 0)
  await launched.inExtension(`chrome.runtime.sendMessage({ type: 'flush' })`)
  await tab.locator('#person').click()
  await recordedSince(scene, 0)
}

async function savedCopy(options: Page): Promise<string> {
  const own = options.getByRole('region', { name: 'A copy for you' })
  await own.getByRole('button', { name: 'Put it together' }).click()
  const [download] = await Promise.all([options.waitForEvent('download'), own.getByRole('link', { name: /^Save waymark-/ }).click()])
  return readFileSync(await download.path(), 'utf8')
}

type OwnCopy = {
  format: string
  sequences: { about: { where: string; id: string }; beside: object | null; sequence: { id: string } | null }[]
  kept: { state: { device: { id: string } }; sent: unknown[] }
}

test('a secret that was typed and shown in a page is nowhere on the settings page, nor in the copy', async ({ scene }) => {
  await visits(scene)
  const options = await open(scene, 'options.html')
  const closed = options.getByRole('button', { name: /^Look at it/ })
  await expect(closed).toHaveCount(2)
  // The one that is opened is called otherwise from then on.
  for (let opened = 0; opened < 2; opened++) await closed.first().click()
  await expect(options.locator('.content .steps')).toHaveCount(2)
  for (const summary of await options.locator('.content summary').all()) await summary.click()
  expect(await options.locator('.content pre').count()).toBeGreaterThan(8)
  const file = await savedCopy(options)
  for (const text of [await options.content(), file]) {
    expect(text.length).toBeGreaterThan(1000)
    expect(text).not.toContain(SECRET)
    expect(text).not.toContain(SECRET.slice(0, 12))
  }
  await findsNothing(options)
})

test('the copy holds every sequence as it was sent or will be, what is noted beside them, and no token', async ({ scene }) => {
  await visits(scene)
  const options = await open(scene, 'options.html')
  const text = await savedCopy(options)
  const copy = JSON.parse(text) as OwnCopy
  expect(copy.format).toBe('waymark-own-copy')
  const [batch] = storedBatches(scene.collector.dataDir)
  const sent = copy.sequences.find(({ about }) => about.where === 'sent')!
  expect(text).toContain(JSON.stringify(batch!.sequences[0]))
  expect([sent.about.id, sent.sequence!.id]).toEqual([batch!.sequences[0]!.id, batch!.sequences[0]!.id])
  expect(copy.sequences.map(({ about }) => about.where).toSorted()).toEqual(['open', 'sent'])
  expect(copy.kept.state.device.id).toBe(batch!.device)
  expect(copy.kept.sent).toHaveLength(1)
  expect(text).not.toContain(scene.collector.token)
})

test('what is tried is judged by the rules that are used, and kept nowhere', async ({ scene }) => {
  await arrive(scene, 'listed.localhost/')
  const options = await open(scene, 'options.html')
  const kept = options.locator('.kept')
  const what = options.getByLabel('What is it?')
  const text = options.getByLabel('Your text')
  const tried = async (choice: string, value: string) => {
    await what.selectOption({ label: choice })
    await text.fill(value)
  }
  await tried('Name of a button', 'Save changes')
  await expect(kept.locator('pre')).toHaveText('{"name":"Save changes","masking":[]}')
  await text.fill('Call Quistorp')
  await expect(kept.locator('pre')).toHaveText('{"name":"⟦button·9-20⟧","masking":[{"field":"target.name","rule":"unknown-word"}]}')
  await text.fill(`Call ${SECRET}`)
  await expect(kept.locator('pre')).toContainText('detector')
  await text.fill('Änderungen speichern')
  await expect(kept.locator('pre')).toContainText('unknown-word')
  await options.getByLabel('Language of the page').selectOption('de')
  await expect(kept.locator('pre')).toHaveText('{"name":"Änderungen speichern","masking":[]}')
  await tried('Name of a button in a list or table', 'Save')
  await expect(kept.locator('pre')).toContainText('user-content')
  await tried('In a field for e-mail', `${SECRET}@example.com`)
  await expect(kept.locator('pre')).toHaveText('{"kind":"type","field":"email","length":"21+","cleared":false}')
  await findsNothing(options)
  await tried('In a field for password', SECRET)
  await expect(kept.locator('pre')).toHaveText('{"kind":"type","field":"password","length":null,"cleared":null}')
  await expect(text).toHaveAttribute('type', 'password')

  const session = await scene.launched.inExtension('chrome.storage.session.get()')
  const stored = JSON.stringify([await readDatabase(scene.launched), await readLocalStorage(scene.launched), session])
  expect(stored).not.toContain(SECRET)
  expect(await options.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]))).not.toContain(SECRET)
})

test('how much was recorded is shown by day, as a picture and as a table', async ({ scene }) => {
  await arrive(scene, 'listed.localhost/')
  await recordedSince(scene, 0)
  const options = await open(scene, 'options.html')
  const activity = options.getByRole('region', { name: 'Activity per day' })
  await activity.getByRole('img', { name: /^Actions recorded on each/ }).waitFor()
  await expect(activity.locator('.bar')).toHaveCount(1)
  await expect(activity.locator('.no-bar')).toHaveCount(29)
  await activity.getByText('The same as a table').click()
  await expect(activity.getByRole('row', { name: 'All 3' })).toBeVisible()
  await findsNothing(options)
})

test('the report holds codes and numbers, and no site', async ({ scene }) => {
  await visits(scene)
  const options = await open(scene, 'options.html')
  const report = await options.locator('#diagnostics pre').textContent()
  expect(report).toContain('worker: answers')
  expect(report).toContain('delivery: fine')
  expect(report).not.toMatch(/localhost|127\.0\.0\.1|[0-9a-f]{8}-[0-9a-f]{4}-/)
})

test.describe('a test of the delivery', () => {
  const result = (page: Page) => page.locator('p', { has: page.getByRole('button', { name: /^Test(ing| now)/ }) }).getByRole('status')
  const run = (page: Page) => page.getByRole('button', { name: 'Test now' }).click()

  test('says that one would get through, and why not when the collector is gone; and stores nothing there', async ({ scene }) => {
    const options = await open(scene, 'options.html')
    await run(options)
    await expect(result(options)).toHaveText('A delivery would get through.')
    await expect(options.getByText('less than a minute apart')).toBeVisible()
    await findsNothing(options)
    expect(storedBatches(scene.collector.dataDir)).toEqual([])
    await scene.collector.stop()
    await run(options)
    await expect(result(options)).toHaveText('A delivery would not get through. The collector could not be reached.')
    await findsNothing(options)
  })

  test.describe('with another token', () => {
    const policy = (parts: Parts) => ({
      ...listedPolicy(parts),
      collector: { url: parts.collector.url, token: `${parts.collector.token}x` },
    })
    test.use({ options: { policy } })
    test('says that it is not accepted', async ({ scene }) => {
      const options = await open(scene, 'options.html')
      await run(options)
      await expect(result(options)).toContainText('The collector does not accept the token')
      await expect(options.getByText('not accepted', { exact: true })).toBeVisible()
    })
  })
})

/** My traces: what is shown is what was sent, and what is deleted there is gone here and at the collector. */
import type { Page } from '@playwright/test'
import { gunzipSync } from 'node:zlib'
import { openArchive } from '../../collector/storage.ts'
import { readDatabase } from './browser/database.ts'
import { storedBatches } from './browser/delivered.ts'
import { expect, test } from './browser/fixtures.ts'
import { listedPolicy, type Parts, type Scene } from './browser/scene.ts'
import { findsNothing, open } from './own-pages.ts'
import { arrive, drafts, recordedSince } from './recorded.ts'

const BODY = `<h1>Account settings</h1><button>Save</button><input id="mail" type="email" aria-label="E-mail">
  <ul><li><button id="person">Marlene Quistorp</button></ul><button id="done">Finish</button>`
const pages = { 'listed.localhost/': BODY }
test.use({ options: { pages } })

const section = (page: Page) => page.getByRole('region', { name: 'My traces' })
const flush = ({ launched }: Scene) => launched.inExtension(`chrome.runtime.sendMessage({ type: 'flush' })`)

/** Bodies as the collector has them on its disk, as text. */
function rawBatches({ collector }: Scene): string[] {
  const archive = openArchive(collector.dataDir)
  try {
    return [...archive.batches()].map(({ body }) => gunzipSync(body).toString())
  } finally {
    archive.close()
  }
}

/** A visit on which something is done of which not all may be kept; closed and sent. */
async function sendVisit(scene: Scene): Promise<void> {
  await arrive(scene, 'listed.localhost/')
  await scene.tab.getByText('Save').click()
  await scene.tab.locator('#mail').pressSequentially('somebody@example.com')
  await scene.tab.locator('#person').click()
  await recordedSince(scene, 0)
  await flush(scene)
  await expect.poll(() => storedBatches(scene.collector.dataDir).length).toBe(1)
}

/** Puts rows where the extension keeps its own. */
const putAll = ({ launched }: Scene, store: string, rows: unknown[]) =>
  launched.inExtension(`new Promise((resolve, reject) => {
    const request = indexedDB.open('waymark')
    request.onsuccess = () => {
      const tx = request.result.transaction('${store}', 'readwrite')
      for (const row of ${JSON.stringify(rows)}) tx.objectStore('${store}').put(row)
      tx.oncomplete = () => { request.result.close(); resolve() }
      tx.onerror = reject
    }
    request.onerror = reject
  })`)

test('without anything it says so', async ({ scene }) => {
  const options = await open(scene, 'options.html')
  await section(options).getByText('Nothing is kept here, and nothing was sent in the last 30 days.').waitFor()
  await options.getByText('Nothing was recorded in the last 30 days.').waitFor()
  await findsNothing(options)
})

test('what was sent is shown as the collector has it, to the byte, in words and with what was not kept', async ({ scene }) => {
  await sendVisit(scene)
  const options = await open(scene, 'options.html')
  const traces = section(options)
  const sent = traces.getByRole('listitem').filter({ hasText: /sent \d/ })
  await sent.getByRole('button', { name: /^Look at/ }).click()
  const list = sent.getByRole('list', { name: 'Actions in their order.' })
  await expect(list.getByRole('listitem').filter({ hasText: 'Clicked the button Save' })).toHaveCount(1)
  await expect(list.getByText('Typed in a field: kind e-mail,')).toContainText('typed text, 9–20 characters')
  await expect(list.getByRole('listitem').filter({ hasText: 'content of a list or table' })).toContainText(
    'not kept: name, 9–20 characters',
  )
  expect(await list.getByRole('img').count()).toBeGreaterThan(2)
  expect(await traces.textContent()).not.toMatch(/Quistorp|somebody/)

  await sent.getByText('The whole sequence, to the byte').click()
  await sent.getByText('What the delivery said beside it').click()
  const shown = await sent.locator('.content > details > pre').allTextContents()
  const [raw] = rawBatches(scene)
  const { sequences, ...beside } = JSON.parse(raw!) as { sequences: unknown[] }
  expect(shown).toEqual([JSON.stringify(sequences[0]), JSON.stringify(beside)])
  expect(raw).toContain(shown[0])

  await list.getByText('This action, to the byte').first().click()
  const first = JSON.parse((await list.locator('pre').textContent())!)
  expect(first).toEqual((sequences[0] as { actions: unknown[] }).actions[0])
  await findsNothing(options)
})

test('one that was sent is deleted here, and the collector erases it and gives a receipt', async ({ scene }) => {
  await sendVisit(scene)
  const options = await open(scene, 'options.html')
  const traces = section(options)
  const sent = traces.getByRole('listitem').filter({ hasText: /sent \d/ })
  await sent.getByRole('button', { name: /^Delete ?:/ }).click()
  await sent.getByRole('group', { name: /^Delete this sequence of \d+ actions\?$/ }).waitFor()
  await expect(sent.getByText('the collector is asked to erase what it has received')).toBeVisible()
  await findsNothing(options)
  await sent.getByRole('button', { name: 'Delete for good' }).click()
  await traces.getByText('Deleted here. The collector is asked to erase it').waitFor()
  await expect(sent).toHaveCount(0)
  const { copies = [], sent: known = [], sequences = [] } = await readDatabase(scene.launched)
  // The tab change to this page is another sequence.
  expect([copies.length, known.length, sequences.length]).toEqual([0, 0, 1])
  await flush(scene)
  await options.getByRole('row', { name: /^\d{4}-\d\d-\d\d 1 \d+ [0-9a-f]{12}$/ }).waitFor()
  expect(storedBatches(scene.collector.dataDir).filter(({ ordinal }) => ordinal === 0)).toEqual([])
})

test('a day is deleted as a whole', async ({ scene }) => {
  await sendVisit(scene)
  const options = await open(scene, 'options.html')
  const traces = section(options)
  await traces.getByRole('button', { name: /^Delete this day/ }).click()
  await traces.getByText('Sequences that began or ended on that day go as a whole.').waitFor()
  await traces.getByRole('button', { name: 'Delete for good' }).click()
  await traces.getByText('Nothing is kept here, and nothing was sent').waitFor()
  await findsNothing(options)
})

test('by keyboard alone: opened, gone through with the arrows, and a deletion taken back', async ({ scene }) => {
  await sendVisit(scene)
  const options = await open(scene, 'options.html')
  const sent = section(options)
    .getByRole('listitem')
    .filter({ hasText: /sent \d/ })
  const { keyboard } = options
  await section(options)
    .getByRole('button', { name: /^Delete this day/ })
    .focus()
  const look = sent.getByRole('button', { name: /^Look at/ })
  const isThere = () => look.evaluate((button) => button === document.activeElement)
  // The sequence of this very page may stand before it.
  for (let step = 0; step < 10 && !(await isThere()); step++) await keyboard.press('Tab')
  await keyboard.press('Enter')
  const stops = sent.locator('.step summary')
  await stops.first().waitFor()
  for (let step = 0; step < 2; step++) await keyboard.press('Tab')
  await expect(stops.nth(0)).toBeFocused()
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowDown')
  await expect(stops.nth(2)).toBeFocused()
  await keyboard.press('ArrowUp')
  await expect(stops.nth(1)).toBeFocused()
  await keyboard.press('Enter')
  await expect(sent.locator('.step pre')).toHaveCount(1)

  await sent.getByRole('button', { name: /^Delete ?:/ }).focus()
  await keyboard.press('Enter')
  await expect(sent.getByRole('button', { name: 'Keep' })).toBeFocused()
  await keyboard.press('Escape')
  await expect(sent.getByRole('button', { name: /^Delete ?:/ })).toBeFocused()
  expect(storedBatches(scene.collector.dataDir)).toHaveLength(1)
})

test.describe('a collector that refuses', () => {
  const refuse = () => ({ status: 422, headers: { 'content-type': 'application/json' }, body: '{"error":"schema","field":null}' })
  const policy = (parts: Parts) => ({
    ...listedPolicy(parts),
    collector: { url: parts.sites.url('refuser.localhost'), token: parts.collector.token },
  })
  test.use({ options: { pages: { ...pages, 'refuser.localhost/v1/batches': refuse }, policy } })

  test('what it set aside is shown with its reason, and as it is', async ({ scene }) => {
    await arrive(scene, 'listed.localhost/')
    await recordedSince(scene, 0)
    await flush(scene)
    const options = await open(scene, 'options.html')
    const parked = section(options).getByRole('listitem').filter({ hasText: 'set aside' })
    await parked.getByText('The collector refused it (refused-422).').waitFor()
    await parked.getByRole('button', { name: /^Look at/ }).click()
    await parked.getByText('This is what is sealed for delivery, to the byte.').waitFor()
    await parked.getByText('The whole sequence, to the byte').click()
    const { bodies = [] } = await readDatabase(scene.launched)
    const { sequences } = JSON.parse(gunzipSync(bodies[0]!.value as Buffer).toString()) as { sequences: unknown[] }
    await expect(parked.locator('.content > details > pre')).toHaveText(JSON.stringify(sequences[0]))
    await findsNothing(options)
  })
})

test('of many the newest are shown first and older ones on request; a site that is no site is text', async ({ scene }) => {
  await arrive(scene, 'listed.localhost/')
  await recordedSince(scene, 0)
  const { sequences = [] } = await readDatabase(scene.launched)
  const row = sequences[0]!.value as Record<string, unknown>
  const hostile = '<img src=x onerror="document.title=\'seen\'">'
  await putAll(
    scene,
    'sequences',
    Array.from({ length: 55 }, (_, n) => ({
      ...row,
      id: crypto.randomUUID(),
      open: 0,
      ended: 'idle',
      openedAt: Date.now() - n * 14_400_000,
      site: hostile,
    })),
  )
  const options = await open(scene, 'options.html')
  const traces = section(options)
  const items = traces.locator('.trace')
  await expect(items).toHaveCount(50)
  await traces.getByRole('button', { name: 'Show older ones' }).click()
  await expect(traces.getByRole('button', { name: 'Show older ones' })).toHaveCount(0)
  // Those that were put there, the one that was copied and, once it is stored, the tab change to this page.
  expect(await items.count()).toBeGreaterThanOrEqual(56)
  await expect(traces.getByText(hostile).first()).toBeVisible()
  expect([await options.locator('img').count(), await options.title()]).toEqual([0, 'Waymark settings'])
  await findsNothing(options)
})

test.describe('where the company does not let people delete', () => {
  test.use({ options: { pages, policy: (parts) => ({ ...listedPolicy(parts), person: { allowDelete: false } }) } })
  test('everything can be looked at, and there is no button to delete', async ({ scene }) => {
    await sendVisit(scene)
    const options = await open(scene, 'options.html')
    await section(options)
      .getByRole('button', { name: /^Look at/ })
      .first()
      .waitFor()
    await expect(section(options).getByRole('button', { name: /^Delete/ })).toHaveCount(0)
    expect((await drafts(scene)).length).toBeGreaterThan(0)
  })
})

/** The person deletes what was recorded, on the settings page: in the real store, by keyboard, and where it is not allowed. */
import type { Page } from '@playwright/test'
import { localMinute } from '../../entrypoints/options/delete/delete-choice.ts'
import { readDatabase } from './browser/database.ts'
import { expect, test } from './browser/fixtures.ts'
import { listedPolicy, type Parts, type Scene } from './browser/scene.ts'
import { findsNothing, open } from './own-pages.ts'
import { arrive, drafts, recordedSince } from './recorded.ts'

const pages = { 'listed.localhost/': '<button id="done">Finish</button>', 'other.localhost/': '<button id="done">Finish</button>' }
test.use({ options: { pages } })

const HASH = '0123456789abcdef'.repeat(4)
const KEPT = ['sequences', 'actions', 'batches', 'bodies', 'sent', 'copies'] as const

/** How many rows each store has that holds what was recorded. */
async function kept({ launched }: Scene): Promise<number[]> {
  const stores = await readDatabase(launched)
  return KEPT.map((name) => stores[name]?.length ?? -1)
}
const NOTHING = KEPT.map(() => 0)

/** Writes a row where the extension keeps its own. */
async function put({ launched }: Scene, store: string, row: unknown, key?: string): Promise<void> {
  await launched.inExtension(`new Promise((resolve, reject) => {
    const request = indexedDB.open('waymark')
    request.onsuccess = () => {
      const tx = request.result.transaction('${store}', 'readwrite')
      tx.objectStore('${store}').put(${JSON.stringify(row)}${key === undefined ? '' : `, '${key}'`})
      tx.oncomplete = () => { request.result.close(); resolve() }
      tx.onerror = reject
    }
    request.onerror = reject
  })`)
}
const putReceipt = (scene: Scene) =>
  put(scene, 'erasures', {
    collector: null,
    missedAt: null,
    id: crypto.randomUUID(),
    sequences: [],
    count: 3,
    askedAt: Date.now(),
    receipt: { day: '2026-11-27', entry: 41, hash: HASH },
  })

/** Sent to a collector that the policy no longer names, and not found by the one in force. */
const putElsewhere = (scene: Scene) =>
  put(scene, 'erasures', {
    id: crypto.randomUUID(),
    collector: 'https://old.example.com/path',
    missedAt: 'https://new.example.com',
    sequences: [crypto.randomUUID(), crypto.randomUUID()],
    count: 2,
    askedAt: Date.now(),
    receipt: null,
  })

const section = (page: Page) => page.getByRole('region', { name: 'Delete', exact: true })
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent)

/** Settles when the tab change to the page itself is stored: the last thing that is recorded. */
async function settings(scene: Scene): Promise<Page> {
  const before = (await drafts(scene)).length
  const page = await open(scene, 'options.html')
  await expect.poll(async () => (await drafts(scene)).length).toBe(before + 1)
  return page
}

test('everything is deleted here, the collector erases what it has and gives a receipt, and each is said', async ({ scene }) => {
  await arrive(scene, 'listed.localhost/')
  await scene.launched.inExtension(`chrome.runtime.sendMessage({ type: 'flush' })`)
  await recordedSince(scene, 0)
  const options = await settings(scene)
  const waiting = (await drafts(scene)).length
  const form = section(options)
  await form.getByRole('radio', { name: 'Everything', exact: true }).check()
  await form.getByRole('button', { name: 'Delete' }).click()
  await form.getByRole('group', { name: 'Delete everything that was recorded?' }).waitFor()
  await findsNothing(options)
  expect(await kept(scene)).not.toEqual(NOTHING)

  await form.getByRole('button', { name: 'Delete for good' }).click()
  await form.getByText(`Waiting in this browser before: ${waiting} actions. Waiting now: 0 actions.`).waitFor()
  await form.getByText('asked to erase 1 sequence.').waitFor()
  await form.getByText('1 sequence will be erased when the collector is next reached.').waitFor()
  expect(await kept(scene)).toEqual(NOTHING)
  expect(await options.locator('#waiting dd').first().textContent()).toBe('0')
  await findsNothing(options)

  await options.getByRole('button', { name: 'Send now' }).click()
  await form.getByRole('row', { name: /^\d{4}-\d\d-\d\d 1 \d+ [0-9a-f]{12}$/ }).waitFor()
  await expect(form.getByText(/sequences? will be erased when/)).toBeHidden()
})

test('by keyboard alone: Escape and Keep change nothing, and the focus is never lost', async ({ scene }) => {
  await arrive(scene, 'listed.localhost/')
  const options = await settings(scene)
  const before = await kept(scene)
  const { keyboard } = options
  const onRadio = () => options.evaluate(() => document.activeElement?.matches('[type="radio"]'))
  for (let step = 0; step < 40 && !(await onRadio()); step++) await keyboard.press('Tab')
  await keyboard.press('ArrowUp')
  await expect(options.getByRole('radio', { name: 'Everything', exact: true })).toBeFocused()
  const press = section(options).getByRole('button', { name: 'Delete', exact: true })
  await keyboard.press('Tab')
  await expect(press).toBeFocused()

  for (const key of ['Escape', 'Enter']) {
    await keyboard.press('Enter')
    await expect(options.getByRole('button', { name: 'Keep' })).toBeFocused()
    await keyboard.press(key)
    await options.getByText('Nothing was deleted.').waitFor()
    await expect(press).toBeFocused()
  }
  expect(await kept(scene)).toEqual(before)

  await keyboard.press('Enter')
  await expect(options.getByRole('button', { name: 'Keep' })).toBeFocused()
  await keyboard.press('Shift+Tab')
  expect(await focused(options)).toBe('Delete for good')
  await keyboard.press('Enter')
  await options.getByText('Waiting now: 0 actions.').waitFor()
  await expect(press).toBeFocused()
  expect(await kept(scene)).toEqual(NOTHING)
})

test.describe('two sites', () => {
  const policy = (parts: Parts) => ({
    ...listedPolicy(parts),
    recording: { sites: ['listed', 'other'].map((name) => ({ match: `${parts.sites.url(`${name}.localhost`)}/*` })) },
  })
  test.use({ options: { pages, policy } })

  test('one site is deleted and the other stays; a time that is missing is asked for, and what is since then is deleted', async ({
    scene,
  }) => {
    await arrive(scene, 'listed.localhost/')
    await scene.tab.goto(scene.sites.url('other.localhost/'))
    await recordedSince(scene, 1)
    const options = await settings(scene)
    const form = section(options)
    const sites = async () => [...new Set((await drafts(scene)).map(({ route }) => new URL(route.origin).hostname))].toSorted()
    expect(await sites()).toEqual(['listed.localhost', 'other.localhost'])

    await form.getByRole('radio', { name: 'Everything since' }).check()
    await form.getByRole('button', { name: 'Delete' }).click()
    await expect(form.getByLabel('Date and time')).toBeFocused()
    await form.getByRole('combobox', { name: 'Site' }).selectOption({ label: new URL(scene.sites.url('listed.localhost')).host })
    await expect(form.getByRole('radio', { name: 'One site' })).toBeChecked()
    await form.getByRole('button', { name: 'Delete' }).click()
    await findsNothing(options)
    await form.getByRole('button', { name: 'Delete for good' }).click()
    await form.getByText('The collector is not known to have any of it.').waitFor()
    expect(await sites()).toEqual(['other.localhost'])

    await form.getByLabel('Date and time').fill(localMinute(Date.now() - 3_600_000))
    await form.getByRole('button', { name: 'Delete' }).click()
    await form.getByRole('group', { name: /^Delete everything recorded since/ }).waitFor()
    await form.getByRole('button', { name: 'Delete for good' }).click()
    await form.getByText('Waiting now: 0 actions.').waitFor()
    expect(await kept(scene)).toEqual(NOTHING)
  })
})

test.describe('not allowed', () => {
  const policy = (parts: Parts) => ({ ...listedPolicy(parts), person: { allowDelete: false } })
  test.use({ options: { pages, policy } })

  test('it says so and whom to ask, without a button; receipts stay, short to see and whole to copy', async ({ scene }) => {
    await arrive(scene, 'listed.localhost/')
    await putReceipt(scene)
    await putElsewhere(scene)
    const options = await settings(scene)
    const form = section(options)
    await expect(
      form.getByText('2 sequences went, or may have gone, to https://old.example.com, which is not your collector'),
    ).toBeVisible()
    await form.getByText('The settings of Example Company do not let you delete').waitFor()
    await expect(form.getByRole('link', { name: 'Ask privacy@example.com' })).toBeVisible()
    expect(await form.locator('button, input, select').count()).toBe(0)
    await expect(form.getByRole('row', { name: `2026-11-27 3 41 ${HASH.slice(0, 12)}`, exact: true })).toBeVisible()
    await form.getByText('The receipts in full').click()
    await expect(form.getByText(`2026-11-27 41 ${HASH}`)).toBeVisible()
    await findsNothing(options)
  })
})

test('a browser that the collector has revoked says that nothing is recorded, and where it says why', async ({ scene }) => {
  await arrive(scene, 'listed.localhost/')
  const order = { kind: 'stop', at: Date.now() - 120_000, confirmed: true }
  await put(scene, 'state', { order }, 'order')
  await put(scene, 'state', { delivery: { code: 'revoked', attempts: 2, retryAt: Date.now() + 900_000 } }, 'delivery')
  const options = await open(scene, 'options.html')
  await options.getByText('Nothing is recorded: the collector of Example Company no longer accepts anything').waitFor()
  await options.getByRole('link', { name: 'See what is wrong' }).click()
  await expect(options).toHaveURL(/#waiting$/)
  await expect(options.locator('#waiting .trouble')).toContainText('Nothing is recorded until the settings change.')
  await findsNothing(options)
  const popup = await open(scene, 'popup.html')
  await popup.getByText('Only Example Company can change this.').waitFor()
  expect(await popup.getByRole('button').count()).toBe(0)
  await findsNothing(popup)
})

test('databases that were set aside are told of', async ({ scene }) => {
  await arrive(scene, 'listed.localhost/')
  // As after a newer version was here: this one cannot read it.
  await scene.launched.inExtension(`new Promise((resolve, reject) => {
    const request = indexedDB.open('waymark', 99)
    request.onsuccess = () => { request.result.close(); resolve() }
    request.onerror = reject
  })`)
  await scene.launched.stopWorker()
  const options = await open(scene, 'options.html')
  await options.getByText('One database could not be read and was set aside.').waitFor()
  await findsNothing(options)
})

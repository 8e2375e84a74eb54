/** The allowlist comes from a signed file on a server: applied without a restart, and only if it is sound, newer and not expired. */
import type { Page } from '@playwright/test'
import { aSigner } from '../fixtures/signed-list.ts'
import { expect, test } from './browser/fixtures.ts'
import { listedPolicy, type Scene } from './browser/scene.ts'
import type { Answer } from './browser/sites.ts'
import { findsNothing, open } from './own-pages.ts'
import { arrive, drafts, inForce, recordedSince } from './recorded.ts'

const BODY = '<button id="done">Finish</button><input>'
const pages = { 'listed.localhost/': BODY, 'other.localhost/': BODY }
const FILE = 'lists.localhost/allowlist.json'
const signer = aSigner()
const rules = { text: 'interface' as const, context: 'actions' as const, unmask: [], phrases: [], routes: [] }

/** Answers as a server does that knows ETags. */
const served = (text: string): ((request: { headers: Record<string, unknown> }) => Answer) => {
  const etag = `"${text.length}-${text.slice(-40, -10)}"`
  return ({ headers }) =>
    headers['if-none-match'] === etag
      ? { status: 304, headers: { etag } }
      : { headers: { etag, 'content-type': 'application/json' }, body: text }
}
const listOf = ({ sites }: Pick<Scene, 'sites'>, hosts: string[], change: { version?: number; expires?: number } = {}) =>
  signer.signed({ sites: hosts.map((host) => ({ match: `${sites.url(`${host}.localhost`)}/*`, ...rules })) }, change)

/** Puts a text in the file's place on the server, has the browser look for it, and gives what the options page then says. */
async function look(scene: Scene, text: string): Promise<Page> {
  scene.sites.set(FILE, served(text))
  const page = await open(scene, 'options.html')
  await page.getByRole('button', { name: 'Look for a newer list now' }).click()
  await expect(page.locator('#policy [aria-live]')).not.toBeEmpty()
  return page
}
const fact = (page: Page, name: string) => page.locator('#policy .facts div', { hasText: name }).locator('dd')
/** Without the worker's own row, which comes when it comes where a page of ours is closed over a listed one. */
const actsSince = async (scene: Scene, before: number) =>
  (await recordedSince(scene, before)).map(({ kind }) => kind).filter((kind) => kind !== 'tab')
const result = (page: Page) => page.locator('#policy [aria-live]')

test.use({
  options: {
    pages,
    policy: (parts) => {
      // Whatever else a test serves, the first that a browser finds lists one site.
      parts.sites.set(FILE, served(listOf(parts, ['listed'], { version: 7 })))
      return { ...listedPolicy(parts), recording: { file: { url: parts.sites.url(FILE), publicKey: signer.publicKey } } }
    },
  },
})

test('a file is in force soon after the policy that names it, and a newer one without a restart, in open tabs too', async ({ scene }) => {
  await arrive(scene, 'listed.localhost/')
  const page = await look(scene, listOf(scene, ['listed', 'other'], { version: 8 }))
  await expect(result(page)).toHaveText('Version 8 is in force now.')
  await expect(fact(page, 'Version in force')).toHaveText('8')
  await expect(fact(page, 'Fetched from')).toContainText('lists.localhost')
  await findsNothing(page)
  await page.close()
  // People are told of the site that is new.
  const notice = scene.launched.context.pages().find((each) => each.url().endsWith('/notice.html'))
  await expect(notice!.getByText('other.localhost').first()).toBeVisible()
  const before = (await drafts(scene)).length
  await scene.tab.locator('input').click()
  expect(await actsSince(scene, before)).toEqual(['click'])
  await arrive(scene, 'other.localhost/')
})

test('what the server still has is not sent again, and the browser says nothing of itself', async ({ scene }) => {
  await inForce(scene, 1)
  const heads: Record<string, unknown>[] = []
  const text = listOf(scene, ['listed'], { version: 8 })
  scene.sites.set(FILE, (request) => {
    heads.push(request.headers)
    return served(text)(request)
  })
  const page = await open(scene, 'options.html')
  const button = page.getByRole('button', { name: 'Look for a newer list now' })
  await button.click()
  await expect(result(page)).toHaveText('Version 8 is in force now.')
  await button.click()
  await expect(result(page)).toHaveText('There is no newer list.')
  expect(heads.map((head) => typeof head['if-none-match'])).toEqual(['string', 'string'])
  expect(heads[1]).toMatchObject({ 'if-none-match': expect.stringMatching(/^"/) })
  for (const head of heads) expect([head.cookie, head.authorization, head.referer]).toEqual([undefined, undefined, undefined])
})

const TAMPERED: [name: string, told: string, make: (scene: Scene) => string | Answer][] = [
  [
    'was changed after it was signed',
    'list-signature',
    (scene) => listOf(scene, ['other'], { version: 8 }).replace(/(?<="payload":".{60})./, (letter) => (letter === 'A' ? 'B' : 'A')),
  ],
  [
    'was signed with another key',
    'list-signature',
    (scene) => aSigner().signed({ sites: [{ match: `${scene.sites.url('other.localhost')}/*`, ...rules }] }, { version: 8 }),
  ],
  ['is older', 'list-older', (scene) => listOf(scene, ['other'], { version: 6 })],
  ['has the same version and says something else', 'list-same-version', (scene) => listOf(scene, ['other'], { version: 7 })],
  ['has expired', 'list-expired', (scene) => listOf(scene, ['other'], { version: 8, expires: Date.now() - 1000 })],
  ['lists every site', 'bare-suffix', () => signer.signed({ sites: [{ match: 'https://*.com/*', ...rules }] }, { version: 8 })],
  ['is a page of the server', 'list-envelope', () => '<!doctype html><title>Sign in</title>'],
  ['is nowhere', 'list-status', () => ({ status: 404, body: 'not found' })],
  ['is at another address', 'list-unreachable', (scene) => ({ status: 302, headers: { location: scene.sites.url('other.localhost/') } })],
]
for (const [name, told, make] of TAMPERED)
  test(`a file that ${name} changes nothing and is shown`, async ({ scene }) => {
    await arrive(scene, 'listed.localhost/')
    const made = make(scene)
    scene.sites.set(FILE, made)
    const page = await open(scene, 'options.html')
    await page.getByRole('button', { name: 'Look for a newer list now' }).click()
    await expect(page.locator('#policy .problems code').first()).toHaveText(told)
    await expect(result(page)).toHaveText('No list that can be used was found.')
    await expect(fact(page, 'Version in force')).toHaveText('7')
    await findsNothing(page)
    await page.close()
    const before = (await drafts(scene)).length
    await scene.tab.locator('input').click()
    expect(await actsSince(scene, before)).toEqual(['click'])
    await inForce(scene, 1)
    await scene.tab.goto(scene.sites.url('other.localhost/'))
    await scene.tab.locator('#done').click()
    await arrive(scene, 'listed.localhost/')
    expect((await drafts(scene)).filter(({ route }) => route.origin.includes('other'))).toEqual([])
  })

test('a version that was in force stays the lowest one, after another key and in another start of the worker', async ({ scene }) => {
  const { sites, launched } = scene
  await inForce(scene, 1)
  const other = aSigner()
  sites.set(FILE, served(other.signed({ sites: [{ match: `${sites.url('listed.localhost')}/*`, ...rules }] })))
  const policy = (publicKey: string) => ({ ...listedPolicy(scene), recording: { file: { url: sites.url(FILE), publicKey } } })
  await launched.setPolicy(policy(other.publicKey))
  const version = async () => {
    const status: unknown = await launched.inExtension(`chrome.runtime.sendMessage({ type: 'status', tab: null })`)
    return (status as { policy: { list: { version: number | null } | null } }).policy.list?.version
  }
  await expect.poll(version).toBe(1)
  await launched.stopWorker()
  sites.set(FILE, served(listOf(scene, ['listed'], { version: 6 })))
  await launched.setPolicy(policy(signer.publicKey))
  const page = await open(scene, 'options.html')
  await expect(page.locator('#policy .problems code').first()).toHaveText('list-older')
  await inForce(scene, 0)
  await expect(page.locator('#status')).toContainText('Nothing is recorded: the list of sites of your company cannot be used.')
  await findsNothing(page)
})

test('what a narrower file leaves out is deleted where it was not sent, and not recorded any more', async ({ scene }) => {
  await inForce(scene, 1)
  const wide = await look(scene, listOf(scene, ['listed', 'other'], { version: 8 }))
  await expect(result(wide)).toHaveText('Version 8 is in force now.')
  await wide.close()
  await arrive(scene, 'other.localhost/')
  await scene.tab.locator('#done').click()
  await arrive(scene, 'listed.localhost/')
  await expect
    .poll(async () => (await drafts(scene)).some(({ route, kind }) => kind === 'click' && route.origin.includes('other')))
    .toBe(true)
  const kept = (await drafts(scene)).filter(({ route }) => !route.origin.includes('other'))
  const narrow = await look(scene, listOf(scene, ['listed'], { version: 9 }))
  await expect(result(narrow)).toHaveText('Version 9 is in force now.')
  await narrow.close()
  await expect.poll(async () => (await drafts(scene)).filter(({ route }) => route.origin.includes('other'))).toEqual([])
  expect((await drafts(scene)).map(({ kind }) => kind)).toEqual(expect.arrayContaining(kept.map(({ kind }) => kind)))
})

test('a file that expires ends recording, deletes nothing, and a newer one begins it again', async ({ scene }) => {
  await arrive(scene, 'listed.localhost/')
  const soon = Date.now() + 8000
  const page = await look(scene, listOf(scene, ['listed'], { version: 8, expires: soon }))
  await expect(result(page)).toHaveText('Version 8 is in force now.')
  await recordedSince(scene, 1)
  const stored = await drafts(scene)
  expect(Date.now()).toBeLessThan(soon)
  await expect(page.locator('#status')).toContainText('has expired', { timeout: 20_000 })
  await scene.tab.locator('#done').click()
  await expect(page.locator('#policy')).toContainText('Nothing is recorded until a newer one comes')
  await page.close()
  const next = await look(scene, listOf(scene, ['listed'], { version: 9 }))
  await expect(result(next)).toHaveText('Version 9 is in force now.')
  await next.close()
  await arrive(scene, 'listed.localhost/')
  const after = await drafts(scene)
  expect(after.slice(0, stored.length)).toEqual(stored)
  // Back from the settings page, and then the page: of the click while the list had expired there is nothing.
  expect(after.slice(stored.length).map(({ kind }) => kind)).toEqual(['tab', 'nav'])
})

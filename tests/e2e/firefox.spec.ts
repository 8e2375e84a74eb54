/** The same extension in Firefox ESR, installed by policy; each test goes on where the one before ended. */
import { expect, test } from '@playwright/test'
import { storedBatches } from './browser/delivered.ts'
import { startSites } from './browser/sites.ts'
import { openDesk, type Desk } from './firefox/desk.ts'
import { ARROW_DOWN, type Hands } from './firefox/hands.ts'
import { drafts } from './recorded.ts'

const BODY = `<!doctype html><html lang="en"><title>Orders</title><main>
  <button id="done">Save</button>
  <label>Name <input id="name"></label>
  <label>Priority <select id="rank"><option>Low</option><option>High</option></select></label>
  <iframe srcdoc="<button id='inner'>Open</button>"></iframe></main></html>`
const pages = { 'listed.localhost/': BODY, 'other.localhost/': BODY, 'unlisted.localhost/': BODY }
/** Typed, and to be found nowhere. */
const SECRET = 'Quxblorf Zanzibarov'

let desk: Desk
let hands: Hands

const policyFor = ({ collector, sites }: Desk, name: string) => ({
  collector: { url: collector.url, token: collector.token, flushMinutes: 60 },
  recording: { sites: [{ match: `${sites.url(name)}/*` }] },
  notice: { company: 'Example Company', contact: 'privacy@example.com', consent: 'obtained' },
})
const recorded = async () => (await drafts({ launched: hands })).map(({ kind, route }) => `${kind} ${new URL(route.origin).hostname}`)
/** Without what the worker says of tabs that come to the front, as those do that the browser opens at its start. */
const done = async () => (await recorded()).filter((each) => !each.startsWith('tab'))
const registered = () => hands.inExtension('browser.scripting.getRegisteredContentScripts().then((all) => all.length)')
const background = () => hands.inBrowser(`WebExtensionPolicy.getByID(${JSON.stringify(desk.id)}).extension.backgroundState`)

/** Opens a page of a listed site, and settles when its arrival is stored: from then on everything is recorded. */
async function arrive(name: string): Promise<void> {
  const before = (await recorded()).filter((each) => each.startsWith('nav')).length
  await hands.goto(desk.sites.url(`${name}/`))
  await expect.poll(async () => (await recorded()).filter((each) => each.startsWith('nav')).length).toBe(before + 1)
}

/** What the collector has, by kind. */
const delivered = () =>
  storedBatches(desk.collector.dataDir).flatMap(({ sequences }) => sequences.flatMap(({ actions }) => actions.map(({ kind }) => kind)))

async function sendNow(): Promise<void> {
  await hands.goto(`${desk.origin}/options.html`)
  await hands.clickButton('Send now')
  await expect.poll(recorded).toEqual([])
}

test.beforeAll(async () => {
  desk = await openDesk(pages)
  desk.setPolicy(policyFor(desk, 'listed.localhost'))
  hands = await desk.start()
})
test.afterAll(() => desk.close())

test('policy installs it and hands it every setting at once', async () => {
  expect(await hands.inExtension('browser.storage.managed.get()')).toEqual(policyFor(desk, 'listed.localhost'))
  await expect.poll(registered).toBe(1)
  await hands.goto(`${desk.origin}/options.html`)
  await expect.poll(hands.text).toContain('listed.localhost')
})

test('what is done on a listed page is recorded and delivered, and what is typed is nowhere', async () => {
  await arrive('listed.localhost')
  await hands.click('#done')
  await hands.type('#name', SECRET)
  await hands.type('#rank', ARROW_DOWN)
  await hands.enter('iframe')
  await hands.click('#inner')
  await expect.poll(recorded).toHaveLength(5)
  await sendNow()
  await expect.poll(delivered).toEqual(['nav', 'click', 'type', 'select', 'click'])
  expect(JSON.stringify(storedBatches(desk.collector.dataDir))).not.toMatch(/quxblorf|zanzibarov/i)
})

test('of a site that is not listed there is nothing, nor of a listed one at another port', async () => {
  const elsewhere = await startSites(pages)
  for (const url of [desk.sites.url('unlisted.localhost/'), elsewhere.url('listed.localhost/')]) {
    await hands.goto(url)
    await hands.click('#done')
  }
  await arrive('listed.localhost')
  await elsewhere.close()
  expect(await recorded()).toEqual(['nav listed.localhost'])
})

test('a pause stops it, over the sleep of the background page, and resuming goes on', async () => {
  await arrive('listed.localhost')
  const before = await done()
  await hands.newTab()
  await hands.goto(`${desk.origin}/popup.html`)
  await hands.clickButton('15 minutes')
  await expect.poll(hands.text).toContain('Resume')
  await hands.closeTab()
  await hands.click('#done')
  await expect.poll(background).toBe('stopped')
  await hands.click('#done')
  await hands.goto(desk.sites.url('listed.localhost/'))
  await hands.click('#done')
  await hands.newTab()
  await hands.goto(`${desk.origin}/popup.html`)
  await hands.clickButton('Resume')
  await expect.poll(hands.text).toContain('15 minutes')
  await hands.closeTab()
  await arrive('listed.localhost')
  expect((await done()).slice(before.length)).toEqual(['nav listed.localhost'])
})

test('the last words of a page reach a background page that sleeps', async () => {
  await arrive('listed.localhost')
  await expect.poll(background).toBe('stopped')
  const before = await recorded()
  await hands.click('#done')
  await hands.goto(desk.sites.url('unlisted.localhost/'))
  await expect.poll(recorded).toEqual([...before, 'click listed.localhost'])
})

test('another allowlist holds from the next start on', async () => {
  await sendNow()
  desk.setPolicy(policyFor(desk, 'other.localhost'))
  hands = await desk.start()
  await hands.goto(desk.sites.url('listed.localhost/'))
  await hands.click('#done')
  await arrive('other.localhost')
  await hands.click('#done')
  await expect.poll(done).toEqual(['nav other.localhost', 'click other.localhost'])
})

test('a policy that blocks it removes it', async () => {
  const isThere = await desk.startBlocked()
  await expect.poll(isThere).toBe(false)
})

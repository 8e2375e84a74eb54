/** Documents that come and go in other ways than by loading: copies of a tab, discarded and prerendered pages, windows made by script. */
import { z } from 'zod'
import { expect, test } from './browser/fixtures.ts'
import { arrive, drafts, recordedSince, sentenceOf } from './recorded.ts'

const DONE = '<button id="done" style="position:fixed;right:0;top:0">Finish</button>'
const SPECULATION = JSON.stringify({ prerender: [{ urls: ['/next'], eagerness: 'immediate' }] })
const pages = {
  'listed.localhost/one': `<button>Open</button>${DONE}`,
  'listed.localhost/first': `<script type="speculationrules">${SPECULATION}</script><a href="/next">Next</a>${DONE}`,
  'listed.localhost/next': `<button>Save</button>${DONE}`,
  'listed.localhost/popups': `<button onclick="window.open('').document.body.innerHTML = '<button>Inside</button>'">Blank</button>${DONE}`,
}

test.use({ options: { pages } })

const Tabs = z.array(z.object({ id: z.int(), url: z.string().optional() }))

test('a tab that is copied is recorded as a tab of its own, and nothing of the first is recorded twice', async ({ scene }) => {
  const { launched } = scene
  await arrive(scene, 'listed.localhost/one')
  await scene.tab.getByText('Open').click()
  const [copy] = await Promise.all([
    launched.context.waitForEvent('page'),
    launched.inExtension(`chrome.tabs.query({ active: true }).then(([tab]) => chrome.tabs.duplicate(tab.id)).then(() => true)`),
  ])
  await copy.getByText('Open').click()
  await expect.poll(async () => (await drafts(scene)).filter(({ kind }) => kind === 'click').length).toBe(2)
  const arrivals = (await drafts(scene)).filter(({ kind }) => kind === 'nav')
  expect(arrivals).toHaveLength(2)
})

test('what was done in a tab that the browser discards is kept, and coming back to it is an arrival', async ({ scene }) => {
  const { launched } = scene
  await arrive(scene, 'listed.localhost/one')
  await scene.tab.getByText('Open').click()
  const other = await launched.context.newPage()
  await other.goto('about:blank')
  const listed = Tabs.parse(await launched.inExtension('chrome.tabs.query({})')).find(({ url }) => url?.endsWith('/one'))
  const clicks = async () => (await drafts(scene)).filter(({ kind }) => kind === 'click').length
  // Only tabs that were left long ago are discarded; what happened in them has arrived by then.
  await expect.poll(clicks).toBe(1)
  // A discarded tab has another number.
  const discarded = await launched.inExtension(`chrome.tabs.discard(${listed?.id}).then(({ id }) => id)`)
  const arrivals = async () => (await drafts(scene)).filter(({ kind }) => kind === 'nav').length
  const before = await arrivals()
  await launched.inExtension(`chrome.tabs.update(${Number(discarded)}, { active: true }).then(() => true)`)
  await expect.poll(arrivals).toBe(before + 1)
  expect(await clicks()).toBe(1)
})

test('a page that is prerendered is not recorded before it is shown, and then from the beginning', async ({ scene }) => {
  await arrive(scene, 'listed.localhost/first')
  const before = (await drafts(scene)).length
  await expect.poll(() => scene.sites.requests.filter((request) => request.endsWith('/next')).length).toBe(1)
  expect((await drafts(scene)).slice(before)).toEqual([])
  await scene.tab.getByText('Next').click()
  // What is done before the worker has answered the page that is shown is not recorded (README, Limitations).
  await expect.poll(async () => (await drafts(scene)).slice(before).map(sentenceOf)).toContain('nav link /next')
  await scene.tab.getByText('Save').click()
  const recorded = (await recordedSince(scene, before)).map(sentenceOf)
  expect(recorded).toEqual(['click link ×1 pointer', 'nav link /next', 'click button ×1 pointer'])
  // It was not loaded a second time: what was shown is what had been prerendered.
  expect(scene.sites.requests.filter((request) => request.endsWith('/next'))).toHaveLength(1)
})

test('a window that a page makes and writes into itself has no address of its own, and is not recorded', async ({ scene }) => {
  await arrive(scene, 'listed.localhost/popups')
  const before = (await drafts(scene)).length
  const [popup] = await Promise.all([scene.launched.context.waitForEvent('page'), scene.tab.getByText('Blank').click()])
  await popup.getByText('Inside').click()
  await popup.close()
  const recorded = (await recordedSince(scene, before)).map(sentenceOf)
  expect(recorded.filter((sentence) => sentence.startsWith('click'))).toEqual(['click button ×1 pointer'])
})

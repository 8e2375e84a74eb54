/** Arrivals, moves within a page, and tabs. */
import { expect, test } from './browser/fixtures.ts'
import { arrive, arriving, drafts, recordedSince, sentenceOf } from './recorded.ts'

const DONE = '<button id="done" style="position:fixed;right:0;top:0">Finish</button>'
const pages = {
  'listed.localhost/one': `<a href="/two">Two</a>${DONE}`,
  'listed.localhost/two': `<a href="/one">One</a>${DONE}`,
  'listed.localhost/moving': `<button onclick="history.pushState(null, '', '/moving/on')">Push</button>
    <button onclick="history.replaceState(null, '', location.pathname + '?tidy')">Tidy</button>${DONE}`,
  'unlisted.localhost/': '<button>Elsewhere</button>',
}

test.use({ options: { pages } })

test('link, back, forward and reload are told apart', async ({ scene }) => {
  await arrive(scene, 'listed.localhost/one')
  const before = (await drafts(scene)).length
  await arriving(scene, () => scene.tab.getByText('Two').click())
  await arriving(scene, () => scene.tab.goBack())
  await arriving(scene, () => scene.tab.goForward())
  await arriving(scene, () => scene.tab.reload())
  const kinds = (await recordedSince(scene, before)).map(sentenceOf)
  expect(kinds).toEqual(['click link ×1 pointer', 'nav link /:id', 'nav back /:id', 'nav forward /:id', 'nav reload /:id'])
})

test('a page that moves by itself is followed: push is an arrival, tidying up is not', async ({ scene }) => {
  await arrive(scene, 'listed.localhost/moving')
  const before = (await drafts(scene)).length
  await scene.tab.getByText('Push').click()
  await scene.tab.evaluate(() => history.back())
  await scene.tab.waitForFunction(() => location.pathname === '/moving')
  const moved = (await recordedSince(scene, before)).map(sentenceOf)
  expect(moved).toEqual(['click button ×1 pointer', 'nav spa /:id/on', 'nav back /:id'])
})

test('tab switches between listed sites are actions; what is not listed is outside', async ({ scene }) => {
  const { context } = scene.launched
  await arrive(scene, 'listed.localhost/one')
  const before = (await drafts(scene)).length
  const tabs = async () =>
    (await drafts(scene))
      .slice(before)
      .filter(({ kind }) => kind === 'tab')
      .map(sentenceOf)
  // A new tab is empty, and outside, until it has an address: each is told before that is given.
  const second = await context.newPage()
  await expect.poll(tabs).toEqual(['tab open listed to outside'])
  await second.goto(scene.sites.url('listed.localhost/two'))
  await second.locator('#done').click()
  await scene.tab.bringToFront()
  await expect.poll(tabs).toEqual(['tab open listed to outside', 'tab switch listed to listed'])
  const other = await context.newPage()
  await expect.poll(async () => (await tabs()).length).toBe(3)
  await other.goto(scene.sites.url('unlisted.localhost/'))
  await scene.tab.bringToFront()
  await expect
    .poll(tabs)
    .toEqual(['tab open listed to outside', 'tab switch listed to listed', 'tab open listed to outside', 'tab switch outside to listed'])
})

test('frames of one tab are one sequence in true order, each action with its frame', async ({ scene }) => {
  scene.sites.set(
    'listed.localhost/frames',
    `${DONE}<button>Top</button><iframe srcdoc="<button>Inherited</button>"></iframe><iframe src="/inner"></iframe>`,
  )
  scene.sites.set('listed.localhost/inner', '<button>Inner</button><iframe srcdoc="<button>Deep</button>"></iframe>')
  await arrive(scene, 'listed.localhost/frames')
  const before = (await drafts(scene)).length
  const { tab } = scene
  await tab.frameLocator('iframe').nth(1).getByText('Inner').click()
  await tab.getByText('Top').click()
  await tab.frameLocator('iframe').nth(0).getByText('Inherited').click()
  await tab.frameLocator('iframe').nth(1).frameLocator('iframe').getByText('Deep').click()
  await recordedSince(scene, before)
  const clicks = async () =>
    (await drafts(scene))
      .slice(before)
      .filter(({ kind }) => kind === 'click')
      .map(({ frame }) => frame.join('.'))
  await expect.poll(clicks).toEqual(['1', '', '0', '1.0', ''])
})

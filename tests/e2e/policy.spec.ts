/** The allowlist decides, at once, in open tabs too. */
import { expect, test } from './browser/fixtures.ts'
import { listedPolicy, type Parts } from './browser/scene.ts'
import { readDatabase } from './browser/database.ts'
import { frameAt, worldsIn } from './browser/worlds.ts'
import { arrive, drafts, grantedFrames, inForce, recordedSince } from './recorded.ts'

const BODY = '<button id="done">Finish</button><input>'
const pages = {
  'listed.localhost/': BODY,
  'listed.localhost/private': BODY,
  'other.localhost/': `${BODY}<iframe src="about:blank"></iframe>`,
  'unlisted.localhost/': BODY,
}
const withSites = (parts: Parts, matches: string[], except: string[] = []) => ({
  ...listedPolicy(parts),
  recording: { sites: matches.map((match) => ({ match })), except },
})
const registered = 'chrome.scripting.getRegisteredContentScripts()'

test.describe('without a policy', () => {
  test.use({ options: { pages, policy: () => null, arrives: {} } })
  test('nothing is registered, injected or stored', async ({ scene }) => {
    await scene.tab.goto(scene.sites.url('listed.localhost/'))
    await scene.tab.locator('#done').click()
    await inForce(scene, 0)
    const { documents, actions, sequences, batches } = await readDatabase(scene.launched)
    expect([documents, actions, sequences, batches]).toEqual([[], [], [], []])
  })
})

test.describe('with a policy', () => {
  test.use({ options: { pages } })

  test('a site that is added is recorded in the tab that shows it already; one that is taken away is not any more', async ({ scene }) => {
    const { sites, launched, tab } = scene
    await arrive(scene, 'listed.localhost/')
    await tab.goto(sites.url('other.localhost/'))
    await launched.setPolicy(withSites(scene, [`${sites.url('other.localhost')}/*`]), { nudge: false })
    await expect.poll(async () => (await grantedFrames(scene)).toSorted(), { timeout: 10_000 }).toEqual(['', '', '0'])
    const before = (await drafts(scene)).length
    expect(await recordedSince(scene, before)).toEqual([])

    await launched.setPolicy(withSites(scene, [`${sites.url('listed.localhost')}/*`]), { nudge: false })
    await expect
      .poll(async () => JSON.stringify(await launched.inExtension(registered)), { timeout: 10_000 })
      .toContain('//listed.localhost')
    const kept = (await drafts(scene)).length
    await tab.locator('#done').click()
    await arrive(scene, 'listed.localhost/')
    // Only the new arrival: the click on the page whose site was taken away is nowhere.
    expect((await drafts(scene)).slice(kept).map(({ kind }) => kind)).toEqual(['nav'])
  })

  test('a frame that is not listed gets nothing of ours, in pages that load and in pages that are open', async ({ scene }) => {
    const { sites, launched, tab } = scene
    const inner = sites.url('unlisted.localhost/inner')
    sites.set('unlisted.localhost/inner', '<button>Inner</button>')
    sites.set('listed.localhost/around', `<button id="done">Finish</button><iframe src="${inner}"></iframe>`)
    await arrive(scene, 'listed.localhost/around')
    expect(await worldsIn(tab.mainFrame())).toContain('Waymark')
    expect(await worldsIn(frameAt(tab, inner))).toEqual([''])
    // A worker that starts anew, and a policy that changes, look for open pages.
    expect(await launched.stopWorker()).toBe(true)
    await launched.setPolicy(withSites(scene, [`${sites.url('listed.localhost')}/*`, `${sites.url('other.localhost')}/*`]), {
      nudge: false,
    })
    await expect
      .poll(async () => JSON.stringify(await launched.inExtension(registered)), { timeout: 10_000 })
      .toContain('//other.localhost')
    await recordedSince(scene, 1)
    expect(await worldsIn(frameAt(tab, inner))).toEqual([''])
  })

  test('a part of a site is recorded and the rest of it is not, beside a site that is listed as a whole', async ({ scene }) => {
    const { sites, launched, tab } = scene
    sites.set('other.localhost/docs/one', BODY)
    await arrive(scene, 'listed.localhost/')
    await launched.setPolicy(withSites(scene, [`${sites.url('listed.localhost')}/*`, `${sites.url('other.localhost')}/docs/*`]), {
      nudge: false,
    })
    await inForce(scene, 2)
    const before = (await drafts(scene)).length
    await tab.goto(sites.url('other.localhost/'))
    await tab.locator('#done').click()
    await tab.goto(sites.url('other.localhost/docs/one'))
    await expect.poll(async () => (await drafts(scene)).length).toBeGreaterThan(before)
    await tab.goto(sites.url('listed.localhost/'))
    await recordedSince(scene, before)
    const visited = (await drafts(scene)).slice(before).filter(({ kind }) => kind === 'nav')
    expect(visited.map(({ route }) => new URL(route.origin).hostname)).toEqual(['other.localhost', 'listed.localhost'])
  })

  test('a policy that is refused stops recording and deletes nothing', async ({ scene }) => {
    await arrive(scene, 'listed.localhost/')
    await recordedSince(scene, 1)
    const stored = await drafts(scene)
    await scene.launched.setPolicy(withSites(scene, ['https://*/*']))
    await inForce(scene, 0)
    await scene.tab.locator('#done').click()
    await scene.launched.setPolicy(listedPolicy(scene))
    await arrive(scene, 'listed.localhost/')
    expect((await drafts(scene)).slice(0, stored.length)).toEqual(stored)
    expect((await drafts(scene)).slice(stored.length).map(({ kind }) => kind)).toEqual(['nav'])
  })

  test('a policy that changes leaves one recorder in an open tab, not two', async ({ scene }) => {
    const { sites, launched, tab } = scene
    await arrive(scene, 'listed.localhost/')
    await launched.setPolicy(withSites(scene, [`${sites.url('listed.localhost')}/*`, `${sites.url('other.localhost')}/*`]))
    await expect.poll(async () => JSON.stringify(await launched.inExtension(registered))).toContain('//other.localhost')
    const before = (await drafts(scene)).length
    await tab.locator('input').click()
    await tab.keyboard.type('x')
    expect((await recordedSince(scene, before)).map(({ kind }) => kind)).toEqual(['click', 'type'])
  })

  test('an exception wins, also where a page moves to it without loading', async ({ scene }) => {
    const { sites, launched, tab } = scene
    await launched.setPolicy(withSites(scene, [`${sites.url('listed.localhost')}/*`], [`${sites.url('listed.localhost')}/private*`]))
    await launched.policyArrived()
    await expect.poll(async () => JSON.stringify(await launched.inExtension(registered))).toContain('/private*')
    await arrive(scene, 'listed.localhost/')
    await tab.evaluate(() => history.pushState(null, '', '/private'))
    await tab.locator('#done').click()
    await tab.goto(sites.url('listed.localhost/private'))
    await tab.locator('#done').click()
    await arrive(scene, 'listed.localhost/')
    expect((await drafts(scene)).map(({ kind }) => kind)).toEqual(['nav', 'nav'])
  })

  test('the recorder is registered again when the worker starts again', async ({ scene }) => {
    await inForce(scene, 1)
    await scene.launched.inExtension('chrome.scripting.unregisterContentScripts()')
    await scene.launched.stopWorker()
    await scene.launched.inExtension(`chrome.runtime.sendMessage({ type: 'status', tab: null })`)
    await inForce(scene, 1)
  })

  test('a frame stops where the page around it moves to an exception', async ({ scene }) => {
    const { sites, launched, tab } = scene
    sites.set('listed.localhost/around', '<button>Around</button><iframe src="/"></iframe>')
    await launched.setPolicy(withSites(scene, [`${sites.url('listed.localhost')}/*`], [`${sites.url('listed.localhost')}/private*`]))
    await expect.poll(async () => JSON.stringify(await launched.inExtension(registered))).toContain('/private*')
    await arrive(scene, 'listed.localhost/around')
    await tab.evaluate(() => history.pushState(null, '', '/private'))
    await tab.frameLocator('iframe').locator('#done').click()
    await tab.frameLocator('iframe').locator('input').click()
    await tab.evaluate(() => history.back())
    await arrive(scene, 'listed.localhost/')
    expect((await drafts(scene)).filter(({ kind }) => kind === 'click')).toEqual([])
  })

  test('a listed frame inside an unlisted page is not recorded', async ({ scene }) => {
    scene.sites.set('unlisted.localhost/frame', `<iframe src="${scene.sites.url('listed.localhost/')}"></iframe>`)
    await inForce(scene, 1)
    await scene.tab.goto(scene.sites.url('unlisted.localhost/frame'))
    await scene.tab.frameLocator('iframe').locator('#done').click()
    await arrive(scene, 'listed.localhost/')
    expect((await drafts(scene)).map(({ kind }) => kind)).toEqual(['nav'])
  })
})

/** People are told: before anything can be recorded, and again before more is. */
import type { Page } from '@playwright/test'
import { expect, test } from './browser/fixtures.ts'
import { listedPolicy, type Parts, type Scene } from './browser/scene.ts'
import { findsNothing } from './own-pages.ts'
import { arrive, drafts, inForce } from './recorded.ts'

const BODY = '<button id="done">Finish</button>'
const pages = { 'listed.localhost/': BODY, 'other.localhost/': BODY }
const listing = (parts: Parts, hosts: string[], consent: 'ask' | 'obtained') => ({
  ...listedPolicy(parts),
  recording: { sites: hosts.map((host) => ({ match: `${parts.sites.url(host)}/*` })) },
  notice: { company: 'Example Company', contact: 'privacy@example.com', consent },
})

const notices = ({ launched }: Scene): Page[] => launched.context.pages().filter((page) => page.url().endsWith('/notice.html'))
async function theNotice(scene: Scene): Promise<Page> {
  await expect.poll(() => notices(scene).length).toBe(1)
  const [page] = notices(scene)
  if (!page) throw new Error('the notice has gone')
  return page
}
const badge = ({ launched }: Scene) => launched.inExtension('chrome.action.getBadgeText({})')

test.describe('informed by the company', () => {
  test.use({ options: { pages } })

  test('the notice opens by itself on installation, once, in the background, and shows the policy that comes later', async ({ scene }) => {
    await inForce(scene, 1)
    const notice = await theNotice(scene)
    expect(await scene.tab.evaluate(() => document.visibilityState)).toBe('visible')
    await notice.getByText('All pages of listed.localhost').waitFor()
    expect(await notice.locator('strong').count()).toBe(0)
  })

  test('what is added is told of in bold before it is recorded, what is taken away is not', async ({ scene }) => {
    const { launched, tab, sites } = scene
    await arrive(scene, 'listed.localhost/')
    const first = await theNotice(scene)
    await first.bringToFront()
    await first.getByText('All pages of listed.localhost').waitFor()
    await first.close()

    await launched.setPolicy(listing(scene, ['listed.localhost', 'other.localhost'], 'obtained'))
    await launched.policyArrived()
    const again = await theNotice(scene)
    await again.bringToFront()
    await again.locator('strong', { hasText: 'Recorded as well: All pages of other.localhost' }).waitFor()
    await again.locator('.sites strong', { hasText: 'other.localhost' }).waitFor()
    await findsNothing(again)
    await again.close()
    await tab.bringToFront()
    await arrive(scene, 'other.localhost/')

    await launched.setPolicy(listing(scene, ['other.localhost'], 'obtained'))
    await launched.policyArrived()
    await expect
      .poll(() => launched.inExtension('chrome.scripting.getRegisteredContentScripts().then(JSON.stringify)'))
      .not.toContain('//listed')
    await tab.goto(sites.url('listed.localhost/'))
    expect(notices(scene)).toEqual([])
  })
})

test.describe('asked', () => {
  test.use({ options: { pages, policy: (parts) => listing(parts, ['listed.localhost'], 'ask') } })

  test('who agreed to less is asked again, nothing is recorded until the answer, and agreeing to what is out of date counts for nothing', async ({
    scene,
  }) => {
    const { launched, tab, sites } = scene
    await inForce(scene, 1)
    const notice = await theNotice(scene)
    await notice.bringToFront()
    await notice.getByRole('button', { name: 'Agree', exact: true }).click()
    await notice.getByRole('button', { name: 'Stop recording me' }).waitFor()
    await tab.bringToFront()
    await arrive(scene, 'listed.localhost/')

    await launched.setPolicy(listing(scene, ['listed.localhost', 'other.localhost'], 'ask'))
    await launched.policyArrived()
    await expect.poll(() => badge(scene)).toBe('?')
    const kept = (await drafts(scene)).length
    await tab.reload()
    await tab.locator('#done').click()
    await launched.inExtension(`chrome.runtime.sendMessage({ type: 'consent', given: true, terms: 'out of date' })`)
    expect(await badge(scene)).toBe('?')
    await notice.bringToFront()
    await notice.locator('strong', { hasText: 'Recorded as well: All pages of other.localhost' }).waitFor()
    await notice.getByText('Until you answer, nothing is recorded at all.').waitFor()
    await findsNothing(notice)
    expect((await drafts(scene)).length).toBe(kept)

    await notice.getByRole('button', { name: 'Agree', exact: true }).click()
    await notice.getByRole('button', { name: 'Stop recording me' }).waitFor()
    await tab.bringToFront()
    await tab.goto(sites.url('other.localhost/'))
    await expect.poll(async () => (await drafts(scene)).length).toBeGreaterThan(kept)
  })
})

/** What a person sees, in every state: words, badge, and nothing for axe to find in either colour scheme. */
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { expect, test } from './browser/fixtures.ts'
import { listedPolicy, type Parts, type Scene } from './browser/scene.ts'
import { findsNothing, open } from './own-pages.ts'
import { arrive, drafts, inForce } from './recorded.ts'

const pages = { 'listed.localhost/': '<button id="done">Finish</button>', 'unlisted.localhost/': '<p>Elsewhere</p>' }

const badgeOf = ({ launched }: Scene, host: string) =>
  launched.inExtension(
    `chrome.tabs.query({ url: 'http://${host}/*' }).then(([tab]) => chrome.action.getBadgeText(tab ? { tabId: tab.id } : {}))`,
  )
const defaultBadge = ({ launched }: Scene) => launched.inExtension('chrome.action.getBadgeText({})')

/** The popup as it is for a tab; in a tab of its own, which the popup of a toolbar is not. */
async function popupFor(scene: Scene, host: string | null): Promise<Page> {
  if (host === null) return open(scene, 'popup.html')
  const id = await scene.launched.inExtension(`chrome.tabs.query({ url: 'http://${host}/*' }).then(([tab]) => tab.id)`)
  return open(scene, `popup.html?tab=${z.int().parse(id)}`)
}

test.describe('listed', () => {
  test.use({ options: { pages } })

  test('recording, paused and recording again are said on the badge, in the popup and in the options', async ({ scene }) => {
    await arrive(scene, 'listed.localhost/')
    await expect.poll(() => badgeOf(scene, 'listed.localhost')).toBe('REC')
    expect(await defaultBadge(scene)).toBe('')
    const popup = await popupFor(scene, 'listed.localhost')
    await popup.getByRole('heading', { name: 'Recording on listed.localhost' }).waitFor()
    await findsNothing(popup)

    await popup.getByRole('button', { name: '1 hour' }).click()
    await popup.getByRole('heading', { name: /^Paused until/ }).waitFor()
    await expect.poll(() => badgeOf(scene, 'listed.localhost')).toBe('||')
    expect(await defaultBadge(scene)).toBe('||')
    await findsNothing(popup)
    await popup.getByRole('button', { name: 'Resume now' }).click()
    await popup.getByRole('heading', { name: /^Recording on/ }).waitFor()
    await expect.poll(() => badgeOf(scene, 'listed.localhost')).toBe('REC')

    const options = await open(scene, 'options.html')
    await options.getByText('All pages of listed.localhost').waitFor()
    await findsNothing(options)
  })

  test('an unlisted tab says that it is not recorded, and its address is nowhere', async ({ scene }) => {
    await inForce(scene, 1)
    await scene.tab.goto(scene.sites.url('unlisted.localhost/'))
    expect(await badgeOf(scene, 'unlisted.localhost')).toBe('')
    const popup = await popupFor(scene, 'unlisted.localhost')
    await popup.getByRole('heading', { name: 'Not recording this tab' }).waitFor()
    await findsNothing(popup)
    expect(await popup.locator('body').textContent()).not.toContain('unlisted')
  })

  test('what waits is counted, sent on request, and counted as sent', async ({ scene }) => {
    await arrive(scene, 'listed.localhost/')
    const waiting = (await drafts(scene)).length
    const options = await open(scene, 'options.html')
    // The options page is a tab: coming to it was a tab change.
    await expect.poll(async () => (await drafts(scene)).length).toBe(waiting + 1)
    await options.getByRole('button', { name: 'Send now' }).click()
    await options.locator('#waiting').getByText('2 actions', { exact: true }).waitFor()
    await findsNothing(options)
    expect(scene.collector.printed()).not.toContain('refused')
  })

  test('the shortcut of the toolbar icon and the one that pauses are declared, and the icon is pinned to nothing hidden', async ({
    scene,
  }) => {
    const commands = await scene.launched.inExtension('chrome.commands.getAll().then((all) => all.map(({ name }) => name).sort())')
    expect(commands).toEqual(['_execute_action', 'toggle-pause'])
  })
})

test.describe('not set up', () => {
  test.use({ options: { pages, policy: () => null, arrives: {} } })
  test('says so, and why', async ({ scene }) => {
    const popup = await popupFor(scene, null)
    await popup.getByRole('heading', { name: 'Not set up' }).waitFor()
    expect(await defaultBadge(scene)).toBe('–')
    await findsNothing(popup)
    await findsNothing(await open(scene, 'options.html'))
  })
})

test.describe('refused policy', () => {
  const policy = (parts: Parts) => ({
    ...listedPolicy(parts),
    recording: { sites: [{ match: 'https://*.com/*' }, { match: 'file:///*' }] },
  })
  test.use({ options: { pages, policy } })
  test('the badge calls for attention, and the options name every problem and where it is', async ({ scene }) => {
    await expect.poll(() => defaultBadge(scene)).toBe('!')
    const options = await open(scene, 'options.html')
    await options.getByText('recording.sites[0].match', { exact: true }).waitFor()
    await options.getByText('recording.sites[1].match', { exact: true }).waitFor()
    await findsNothing(options)
    expect(await options.locator('body').textContent()).not.toContain(scene.collector.token)
  })
})

test.describe('consent asked for', () => {
  const policy = (parts: Parts) => ({
    ...listedPolicy(parts),
    notice: { company: 'Example Company', contact: 'privacy@example.com', consent: 'ask' },
  })
  test.use({ options: { pages, policy } })
  test('nothing is recorded before the answer; agreeing records, and taking it back stops', async ({ scene }) => {
    const { tab, sites } = scene
    await inForce(scene, 1)
    await tab.goto(sites.url('listed.localhost/'))
    await tab.locator('#done').click()
    await expect.poll(() => defaultBadge(scene)).toBe('?')
    const notice = await open(scene, 'notice.html')
    await findsNothing(notice)
    expect(await drafts(scene)).toEqual([])
    await notice.getByRole('button', { name: 'Agree' }).click()
    await arrive(scene, 'listed.localhost/')
    await expect.poll(() => badgeOf(scene, 'listed.localhost')).toBe('REC')
    await notice.getByRole('button', { name: 'Stop recording me' }).click()
    await expect.poll(() => badgeOf(scene, 'listed.localhost')).toBe('')
    const kept = await drafts(scene)
    await tab.reload()
    await tab.locator('#done').click()
    expect(await drafts(scene)).toEqual(kept)
  })
})

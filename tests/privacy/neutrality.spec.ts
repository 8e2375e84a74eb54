/** A page cannot tell that it is recorded: everything it can see is the same as in a browser that has no extension at all. */
import type { Page as Tab } from '@playwright/test'
import { findChromium } from '../../scripts/browser/find-chromium.ts'
import { startBrowser } from '../../scripts/browser/start-browser.ts'
import { temporaryFolder } from '../../scripts/temporary-folder.ts'
import { expect, test } from '../e2e/browser/fixtures.ts'
import { arrive, drafts, recordedSince } from '../e2e/recorded.ts'
import { PROBE } from './neutral/probe.ts'

const ADDRESS = 'listed.localhost/probe'
test.use({ options: { pages: { [ADDRESS]: PROBE } } })

/** Acts in every way that is recorded, and a few that are not. */
async function act(tab: Tab): Promise<void> {
  for (const field of ['#name', '#pass', '#text', '#rich']) {
    await tab.locator(field).click()
    await tab.keyboard.type('abc')
  }
  await tab.keyboard.press('Control+a')
  await tab.keyboard.press('Control+c')
  await tab.locator('#check').click()
  await tab.locator('#list').focus()
  await tab.keyboard.press('ArrowDown')
  await tab.locator('#name').focus()
  await tab.keyboard.press('Enter')
  for (const each of ['#go', '#own', '#link']) await tab.locator(each).click()
  await tab.locator('#go').dblclick()
  await tab.frameLocator('#frame').locator('#inner').click()
  await tab.mouse.move(900, 300)
  const before = await tab.evaluate(() => scrollY)
  await tab.mouse.wheel(0, 400)
  await tab.waitForFunction((y) => scrollY > y, before)
  await tab.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}

const look = (tab: Tab) => tab.evaluate('look()')

test('DOM, globals, prototypes, events, requests and console of a page are the same with the extension and without', async ({
  scene,
  extension,
}) => {
  const { sites, tab } = scene
  await arrive(scene, ADDRESS)
  await act(tab)
  const recorded = await recordedSince(scene, 1)
  const listed = await look(tab)
  const asked = [...sites.requests]

  const profile = temporaryFolder('plain')
  const { context } = await startBrowser(findChromium(), profile.path, { extension, policy: null })
  try {
    const plain = context.pages()[0] ?? (await context.newPage())
    sites.requests.length = 0
    await plain.goto(sites.url(ADDRESS))
    await act(plain)
    await plain.locator('#done').click()
    expect(listed).toEqual(await look(plain))
    expect(asked).toEqual([...sites.requests])
  } finally {
    await context.close()
    profile.remove()
  }
  // Otherwise the two would be alike because nothing was recorded.
  expect(new Set(recorded.map(({ kind }) => kind))).toEqual(new Set(['click', 'type', 'press', 'check', 'select', 'scroll', 'nav', 'clip']))
})

test('no resource of the extension can be reached from a page, and none of its data', async ({ scene }) => {
  const { tab, launched } = scene
  await arrive(scene, ADDRESS)
  const reached = await tab.evaluate(async (id) => {
    const files = ['manifest.json', 'recorder.js', 'popup.html', 'icon/16.png', 'lexicon/en.txt', 'public-suffixes.txt']
    const answers = await Promise.all(
      files.map((file) =>
        fetch(`chrome-extension://${id}/${file}`).then(
          () => file,
          () => null,
        ),
      ),
    )
    return [answers.filter((file) => file !== null), typeof Reflect.get(window, 'browser')]
  }, launched.extensionId)
  expect(reached).toEqual([[], 'undefined'])
  expect((await drafts(scene)).length).toBeGreaterThan(0)
})

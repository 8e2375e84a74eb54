/** Every sentence of ours comes from the locale, and there is room for it in longer languages; and German is German throughout. */
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { expect, test } from './browser/fixtures.ts'
import { publishPseudo } from './browser/pseudo-language.ts'
import { listedPolicy, openScene, type Parts, type Scene } from './browser/scene.ts'
import { findsNothing, open } from './own-pages.ts'
import { arrive, drafts } from './recorded.ts'

const BODY = '<button id="done">Finish</button>'
const pages = { 'listed.localhost/': BODY }
/** As much as a policy can make the pages say. */
const policy = (parts: Parts) => ({
  ...listedPolicy(parts),
  recording: {
    sites: [
      { match: `${parts.sites.url('listed.localhost')}/*`, text: 'public' },
      { match: 'https://*.a-rather-long-name-of-a-site.example.com/*' },
    ],
    except: ['https://a-rather-long-name-of-a-site.example.com/with/a/path/*'],
    schedule: { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '00:00', to: '23:59', timeZone: 'Pacific/Auckland' },
  },
  notice: { company: 'Example Company', contact: 'privacy@example.com', url: 'https://example.com/notice', consent: 'ask' },
})

/** Of the addresses that our pages have, what is seen of them at once. */
const STATES = [
  { page: 'popup.html', height: 600 },
  { page: 'notice.html', height: null },
  { page: 'options.html', height: null },
]

/** Words of more than two plain letters outside of the marks: of a sentence that no locale has. Data stands in `code`, `pre` and `kbd`; hosts and addresses have dots; names of languages and days are the browser's. */
async function foreign(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = []
    const isLanguage = (element: Element | null) => element instanceof HTMLOptionElement && /^[a-z]{2}$/.test(element.value)
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement?.closest('code, pre, kbd, script, style, #diagnostics dd') && !isLanguage(node.parentElement))
        found.push(node.textContent ?? '')
    }
    for (const element of document.body.querySelectorAll('*')) {
      for (const name of ['title', 'aria-label', 'alt', 'placeholder']) found.push(element.getAttribute(name) ?? '')
    }
    return found
  })
  const bare = texts.map((text) => {
    let rest = text
    // A mark within a mark: a sentence that another one is filled in to.
    for (let before = ''; before !== rest;) [before, rest] = [rest, rest.replace(/\[[^[\]]*\]/g, '')]
    return rest
  })
  return bare
    .map((text) => text.replace(/[A-Z][a-z]+, [A-Z][a-z]+ \d+/g, '').replace(/\S*[.@:/]\S*/g, ''))
    .filter((text) => /[A-Za-z]{3,}/.test(text))
    .map((text) => text.trim())
}

/** Whatever is wider than its place: it would be cut off, stand out or make the page scroll sideways. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = [...document.querySelectorAll('body, body *')].filter((element) => {
      const { display, overflowX } = getComputedStyle(element)
      return (
        display !== 'inline' &&
        // For screen readers only.
        !element.matches('.spoken') &&
        overflowX !== 'auto' &&
        overflowX !== 'scroll' &&
        element.scrollWidth > element.clientWidth + 1 &&
        element.clientWidth > 0
      )
    })
    const sideways = document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : []
    return [...sideways, ...wide.map((element) => element.outerHTML.slice(0, 160))]
  })
}

async function tabId({ launched }: Scene): Promise<number> {
  return z.int().parse(await launched.inExtension(`chrome.tabs.query({ url: 'http://listed.localhost/*' }).then(([tab]) => tab.id)`))
}
const ask = ({ launched }: Scene, request: object) => launched.inExtension(`chrome.runtime.sendMessage(${JSON.stringify(request)})`)
const agree = async (scene: Scene) => {
  const { terms } = z.looseObject({ terms: z.looseObject({ id: z.string() }) }).parse(await ask(scene, { type: 'status', tab: null }))
  await ask(scene, { type: 'consent', given: true, terms: terms.id })
}

test('no page says anything that is not in the locale, and nothing is cut off where it is longer', async () => {
  test.slow()
  const { extension, close } = await publishPseudo()
  const scene = await openScene(extension, { pages, policy })
  const { launched, sites, tab } = scene
  await expect.poll(() => launched.inExtension('chrome.action.getBadgeText({})')).toBe('?')
  const states: [string, () => Promise<unknown>][] = [
    ['asking', () => Promise.resolve()],
    [
      'recording',
      async () => {
        await agree(scene)
        await arrive(scene, 'listed.localhost/')
        await tab.locator('#done').click()
        await expect.poll(async () => (await drafts(scene)).length).toBeGreaterThan(1)
      },
    ],
    ['paused', () => ask(scene, { type: 'pause', minutes: 60 })],
    [
      'not delivered',
      async () => {
        await ask(scene, { type: 'resume' })
        await scene.collector.stop()
        await ask(scene, { type: 'flush' })
      },
    ],
    ['refused', () => ask(scene, { type: 'consent', given: false, terms: '' })],
    [
      'broken settings',
      async () => {
        await launched.setPolicy({ ...policy(scene), recording: { sites: [{ match: 'https://*.com/*' }, { match: 'file:///*' }] } })
        await expect.poll(() => launched.inExtension('chrome.action.getBadgeText({})')).toBe('!')
      },
    ],
  ]
  for (const [state, arrange] of states) {
    await arrange()
    for (const { page: address, height } of STATES) {
      const isPopup = address === 'popup.html'
      const at = isPopup && tab.url() !== 'about:blank' ? `${address}?tab=${await tabId(scene)}` : address
      const page = await open(scene, at)
      await page.setViewportSize({ width: 360, height: 600 })
      await page.locator('section').first().waitFor()
      const seen = { state, address, foreign: await foreign(page), tooWide: await tooWide(page) }
      expect(seen).toEqual({ state, address, foreign: [], tooWide: [] })
      if (height !== null) expect(await page.evaluate(() => document.body.scrollHeight)).toBeLessThanOrEqual(height)
      await page.close()
    }
  }
  expect(sites.requests.length).toBeGreaterThan(0)
  await scene.launched.close()
  await sites.close()
  await close()
})

test.describe('in German', () => {
  test.use({ options: { pages, policy, launch: { args: ['--lang=de'] } } })

  test('popup, notice, settings and icon speak German, and write dates as it does', async ({ scene }) => {
    const { launched } = scene
    await expect
      .poll(() => launched.inExtension('chrome.action.getTitle({})'))
      .toBe('Waymark: nichts wird aufgezeichnet, solange Sie nicht zustimmen')
    const notice = await open(scene, 'notice.html')
    expect(await notice.locator('html').getAttribute('lang')).toMatch(/^de/)
    await notice.getByRole('button', { name: 'Zustimmen', exact: true }).click()
    await notice.getByRole('button', { name: 'Mich nicht mehr aufzeichnen' }).waitFor()
    await findsNothing(notice)
    await notice.getByText('Nur Mo, Di, Mi, Do, Fr, Sa und So, von 00:00 bis 23:59 Uhr (Pacific/Auckland).').waitFor()
    await arrive(scene, 'listed.localhost/')
    const popup = await open(scene, `popup.html?tab=${await tabId(scene)}`)
    await popup.getByRole('heading', { name: /^Aufzeichnung auf listed/ }).waitFor()
    await popup.setViewportSize({ width: 360, height: 600 })
    expect(await tooWide(popup)).toEqual([])
    await findsNothing(popup)
    await popup.getByRole('button', { name: '1 Stunde' }).click()
    await popup.getByRole('heading', { name: /^Angehalten bis (\p{L}+\.?, \d+\. \p{L}+\.?, )?\d{1,2}:\d\d$/u }).waitFor()
    const options = await open(scene, 'options.html')
    await options.setViewportSize({ width: 360, height: 600 })
    await options.getByRole('heading', { name: 'Einstellungen von Waymark' }).waitFor()
    expect(await tooWide(options)).toEqual([])
    await findsNothing(options)
  })
})

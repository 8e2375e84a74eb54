/** The popup: painted from what is known, honest about what is not, and operated without a mouse. */
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { expect, test } from './browser/fixtures.ts'
import { listedPolicy, type Parts, type Scene } from './browser/scene.ts'
import { open, walksByTab } from './own-pages.ts'
import { arrive, inForce } from './recorded.ts'
import { pauseChoices } from '../../lib/ui/pause-choices.ts'

const CHOICES = { quarter: '15 minutes', hour: '1 hour', tomorrow: 'Until tomorrow' }

const pages = { 'listed.localhost/': '<button id="done">Finish</button>', 'listed.localhost/app/': '<button id="done">Finish</button>' }
test.use({ options: { pages } })

async function addressFor({ launched }: Scene, host: string): Promise<string> {
  const id = await launched.inExtension(`chrome.tabs.query({ url: 'http://${host}/*' }).then(([tab]) => tab.id)`)
  return `chrome-extension://${launched.extensionId}/popup.html?tab=${z.int().parse(id)}`
}

/** Every heading that a page shows from its beginning on, one after the other. */
async function headingsOf(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const shown: string[] = []
    Object.assign(globalThis, { shown })
    const look = () => {
      const words = document.querySelector('h1')?.textContent
      if (words && words !== shown.at(-1)) shown.push(words)
    }
    new MutationObserver(look).observe(document, { childList: true, characterData: true, subtree: true })
  })
  return () => page.evaluate(() => Reflect.get(globalThis, 'shown'))
}

test('what is known is painted at once; a worker that does not answer is said to be silent, and believed when it does', async ({
  scene,
}) => {
  const { launched } = scene
  await arrive(scene, 'listed.localhost/')
  const address = await addressFor(scene, 'listed.localhost')
  const popup = await launched.context.newPage()
  const headings = await headingsOf(popup)
  const worker = await launched.worker()
  // A worker that is busy with something else. It says when it begins, so that the popup is opened after that.
  const busy = worker.evaluate(async () => {
    await Reflect.get(globalThis, 'chrome').storage.session.set({ busy: true })
    setTimeout(() => {
      const end = Date.now() + 4000
      while (Date.now() < end);
    }, 0)
  })
  await busy
  await popup.goto(address)
  await popup.getByRole('heading', { name: 'Recording on' }).waitFor()
  await expect
    .poll(headings)
    .toEqual([expect.stringMatching(/^Recording on listed/), 'Waymark is not answering', expect.stringMatching(/^Recording on listed/)])
})

test.describe('a part of a site', () => {
  const policy = (parts: Parts) => ({
    ...listedPolicy(parts),
    recording: { sites: [{ match: `${parts.sites.url('listed.localhost')}/app/*` }] },
  })
  test.use({ options: { pages, policy } })
  test('a page that is listed and not recorded is not called recorded; its next load is', async ({ scene }) => {
    const { launched, tab, sites } = scene
    await inForce(scene, 1)
    await tab.goto(sites.url('listed.localhost/'))
    await tab.evaluate(() => history.pushState(null, '', '/app/'))
    const popup = await launched.context.newPage()
    await popup.goto(await addressFor(scene, 'listed.localhost'))
    await popup.getByRole('heading', { name: 'Not recording this tab yet' }).waitFor()
    await popup.getByText('It is recorded from its next load.').waitFor()
    await tab.reload()
    await popup.getByRole('heading', { name: /^Recording on listed/ }).waitFor()
  })
})

test('everything in it is reached by Tab, and does by Enter or Space what it does by a click', async ({ scene }) => {
  const { launched } = scene
  await arrive(scene, 'listed.localhost/')
  const popup = await open(scene, (await addressFor(scene, 'listed.localhost')).replace(/.*\/(?=popup)/, ''))
  const heading = popup.getByRole('heading', { level: 1 })
  const focus = (name: string) => popup.getByRole('button', { name }).focus()
  // After eleven at night "until tomorrow" is not offered.
  const choices = pauseChoices(1440, Date.now()).map(({ name }) => CHOICES[name])
  expect(await walksByTab(popup)).toEqual([...choices, 'What is recorded', 'My traces', 'Sites and settings', 'Ask privacy@example.com'])
  for (const name of choices) {
    const key = name === '1 hour' ? 'Space' : 'Enter'
    await focus(name)
    await popup.keyboard.press(key)
    await popup.getByRole('heading', { name: /^Paused until/ }).waitFor()
    // What was pressed is gone, so the focus is on what came of it.
    await expect(heading).toBeFocused()
    expect(await walksByTab(popup)).toContain('Resume now')
    await focus('Resume now')
    await popup.keyboard.press(key)
    await popup.getByRole('button', { name: '1 hour' }).waitFor()
  }
  for (const [name, page] of [
    ['What is recorded', 'notice.html'],
    ['Sites and settings', 'options.html'],
  ] as const) {
    const opened = launched.context.waitForEvent('page')
    await popup.bringToFront()
    await popup.getByRole('link', { name }).focus()
    await popup.keyboard.press('Enter')
    expect((await opened).url() || (await (await opened).waitForURL(/html$/), (await opened).url())).toContain(page)
  }
})

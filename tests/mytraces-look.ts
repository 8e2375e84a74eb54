import { publishBuilt } from './faults/built-extension.ts'
import { listedPolicy, openScene } from './e2e/browser/scene.ts'
const built = await publishBuilt()
const page1 = `<!doctype html><html lang="en"><title>x</title><h1>Account settings</h1><nav><a href="/two">Settings</a></nav><form onsubmit="return false"><label>E-mail <input id="mail" type="email"></label><label>Search <input id="q" type="search"></label><label>Password <input id="pw" type="password"></label><label><input type="checkbox" id="c"> Remember me</label><select id="s" aria-label="Sort"><option>Newest first<option>Oldest first</select><button id="save" type="button">Save</button></form><ul><li><button id="row">Maria Müller</button></ul><button>Contact Zanzibar Holdings</button><button id="done">Finish</button><div style="height:3000px"></div>`
const scene = await openScene(built.extension, {
  pages: { 'listed.localhost/': page1, 'listed.localhost/two': page1, 'other.localhost/': page1 },
  policy: (parts) => ({
    ...listedPolicy(parts),
    recording: { sites: ['listed', 'other'].map((n) => ({ match: `${parts.sites.url(`${n}.localhost`)}/*` })) },
  }),
})
const { launched, tab, sites } = scene
const wait = (ms: number) => new Promise((r) => setTimeout(r, ms))
await wait(1500)
await tab.goto(sites.url('listed.localhost/'))
await wait(1500)
await tab.locator('#mail').click()
await tab.keyboard.type('canary@example.com')
await tab.locator('#pw').click()
await tab.keyboard.type('hunter22')
await tab.locator('#q').fill('zebra')
await tab.locator('#c').click()
await tab.locator('#s').selectOption('Oldest first')
await tab.locator('#save').click()
await tab.locator('#row').click()
await tab.getByText('Zanzibar').click()
await tab.mouse.wheel(0, 900)
await wait(1200)
await tab.keyboard.press('Escape')
await tab.getByText('Settings', { exact: true }).click()
await wait(2500)
await launched.inExtension(`chrome.runtime.sendMessage({ type: 'flush' })`)
await tab.goto(sites.url('other.localhost/'))
await wait(1500)
await tab.locator('#save').dblclick()
await wait(2500)
const page = await launched.context.newPage()
page.on('console', (m) => console.log('console', m.text()))
page.on('pageerror', (e) => console.log('error', e.message))
await page.setViewportSize({ width: 1000, height: 800 })
await page.goto(`chrome-extension://${launched.extensionId}/options.html`)
await wait(1200)
for (const b of await page.getByRole('button', { name: /^Look at it/ }).all()) await b.click()
await page.getByRole('button', { name: 'Test now' }).click()
await page.getByRole('button', { name: 'Put it together' }).click()
await page.getByLabel('Your text').fill('Contact Zanzibar')
await page.locator('.traces .trace:last-child .step summary').first().click()
await page
  .getByRole('button', { name: /^Delete ?:/ })
  .first()
  .click()
await wait(800)
for (const width of [1000, 360])
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme })
    for (const id of ['policy', 'traces', 'activity', 'masked', 'own_copy', 'diagnostics', 'delete'])
      await page.locator(`#${id}`).screenshot({ path: `/tmp/mytraces-shots/${id}-${width}-${colorScheme}.png` })
    console.log(width, await page.evaluate(() => document.documentElement.scrollWidth))
  }
await scene.close()
await built.close()

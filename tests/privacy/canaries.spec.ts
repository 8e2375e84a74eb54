/** Secrets are planted everywhere a page can hold one; none may be found anywhere of ours. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readDatabase, readLocalStorage } from '../e2e/browser/database.ts'
import { exportTraces, storedBatches } from '../e2e/browser/delivered.ts'
import { expect, test } from '../e2e/browser/fixtures.ts'
import { arrive, drafts, recordedSince } from '../e2e/recorded.ts'

/** Unlike any word of ours, and found in any case, also inside other words. */
const CANARY = 'zqcanary'
let planted = 0
/** Letters only: a digit alone would keep it out of every identifier, whatever the lexicon says. */
const secret = () => CANARY + String(planted++).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')

const PAGE = `<!doctype html><html lang="${secret()}"><head><title>${secret()}</title><base href="/"><meta name="description" content="${secret()}"></head>
<body class="${secret()}" data-user="${secret()}">
<main id="${secret()}" aria-label="${secret()}">
  <h1>${secret()}</h1><!-- ${secret()} -->
  <form name="${secret()}" action="/${secret()}?q=${secret()}">
    <label for="f1">${secret()}</label><input id="f1" name="${secret()}" value="${secret()}" placeholder="${secret()}" title="${secret()}" data-testid="${secret()}">
    <input id="f2" type="password" value="${secret()}" aria-label="${secret()}">
    <input id="f3" type="hidden" name="token" value="${secret()}">
    <textarea id="f4">${secret()}</textarea>
    <div id="f5" contenteditable role="textbox" aria-placeholder="${secret()}">${secret()}</div>
    <label><input id="f6" type="checkbox" name="${secret()}" value="${secret()}"> ${secret()}</label>
    <select id="f7" name="${secret()}"><optgroup label="${secret()}"><option value="${secret()}">${secret()}<option value="${secret()}" label="${secret()}">${secret()}</optgroup></select>
    <button type="submit" id="f8" value="${secret()}" title="${secret()}">${secret()}</button>
  </form>
  <a id="f9" href="/${secret()}/${secret()}?token=${secret()}#${secret()}" download="${secret()}">${secret()}</a>
  <a id="f10" href="mailto:${secret()}@example.com"><img id="f11" alt="${secret()}" src="/${secret()}.png"></a>
  <table><tr aria-label="${secret()}"><td>${secret()}</td><td><button id="f12" role="${secret()} button">${secret()}</button></td></tr></table>
  <ul role="listbox" aria-label="${secret()}"><li id="f13" role="option" tabindex="0">${secret()}</li></ul>
  <x-${secret()} id="f14">${secret()}</x-${secret()}>
  <svg width="20" height="20" id="f15"><title>${secret()}</title><text>${secret()}</text></svg>
  <p id="echo"></p><iframe name="${secret()}" title="${secret()}" srcdoc="<button id='inner' class='${secret()}'>${secret()}</button>"></iframe>
  <div style="height:3000px">${secret()}</div>
</main>
<button id="done" style="position:fixed;right:0;top:0">Finish</button>
<script>
  window.name = '${secret()}'
  history.replaceState({ secret: '${secret()}' }, '', location.href)
  document.querySelector('form').addEventListener('submit', (event) => event.preventDefault())
  f1.addEventListener('input', () => { echo.textContent = f1.value; document.title = f1.value; f8.setAttribute('aria-label', f1.value); f8.id = f1.value.replace(/\\W/g, '') })
  f9.addEventListener('click', (event) => { event.preventDefault(); history.pushState(null, '', f9.href) })
  document.querySelector('x-' + '${CANARY}')
  customElements
  const host = document.createElement('div'); host.id = '${secret()}'; document.querySelector('main').prepend(host)
  host.attachShadow({ mode: 'open' }).innerHTML = '<button id="${secret()}" part="${secret()}">${secret()}</button>'
</script></body></html>`

const ADDRESS = `listed.localhost/in/${secret()}/${secret()}`
test.use({
  options: {
    pages: { [ADDRESS]: PAGE, [`listed.localhost/${CANARY}`]: PAGE },
    policy: ({ collector, sites }) => ({
      collector: { url: collector.url, token: collector.token },
      recording: {
        sites: [
          {
            match: `${sites.url('listed.localhost')}/*`,
            text: 'public',
            context: 'structure',
            routes: ['/in/:person/:page?q'],
          },
        ],
      },
      notice: { company: 'Example Company', contact: 'privacy@example.com', consent: 'obtained' },
    }),
  },
})

test('no planted secret and nothing typed is in any store, batch, export or file of the collector', async ({ scene }) => {
  const { tab, launched, collector } = scene
  await arrive(scene, `${ADDRESS}?q=${secret()}&${secret()}=1#${secret()}`)
  for (const field of ['#f1', '#f2', '#f4', '#f5']) {
    await tab.locator(field).click()
    await tab.keyboard.type(secret())
  }
  await tab.locator('#f6').click()
  await tab.locator('#f7').focus()
  await tab.keyboard.press('ArrowDown')
  for (const target of ['#f9', '#f12', '#f13', '#f14', '#f15', 'h1', 'td', 'form button']) await tab.locator(target).first().click()
  await tab.locator('main > div button').first().click()
  await tab.frameLocator('iframe').locator('#inner').click()
  await tab.locator('#f1').click()
  await tab.keyboard.type(secret())
  await tab.keyboard.press('Control+a')
  await tab.keyboard.press('Control+c')
  await tab.locator('#f4').click()
  await tab.keyboard.press('Control+v')
  await tab.keyboard.press('Enter')
  await tab.mouse.wheel(0, 500)
  const recorded = await recordedSince(scene, 1)
  expect(new Set(recorded.map(({ kind }) => kind))).toEqual(new Set(['click', 'type', 'check', 'select', 'press', 'scroll', 'nav']))

  expect(planted).toBeGreaterThan(70)
  expect(JSON.stringify(await readDatabase(launched)).toLowerCase()).not.toContain(CANARY)
  expect(JSON.stringify(await readLocalStorage(launched)).toLowerCase()).not.toContain(CANARY)
  await launched.inExtension(`chrome.runtime.sendMessage({ type: 'flush' })`)
  const batches = JSON.stringify(storedBatches(collector.dataDir))
  expect(batches).toContain('"kind":"type"')
  expect(batches.toLowerCase()).not.toContain(CANARY)
  expect(JSON.stringify(await exportTraces(collector.dataDir)).toLowerCase()).not.toContain(CANARY)
  for (const name of readdirSync(collector.dataDir)) {
    expect(readFileSync(join(collector.dataDir, name), 'latin1').toLowerCase()).not.toContain(CANARY)
  }
  expect(collector.printed().toLowerCase()).not.toContain(CANARY)
})

test('a page cannot tell that it is recorded', async ({ scene }) => {
  const { tab, sites } = scene
  const probe = `<button id="done">Finish</button><script>
    window.heard = []
    for (const type of ['message', 'error', 'unhandledrejection']) addEventListener(type, (event) => heard.push(type + ' ' + JSON.stringify(event.data ?? event.message)))
    const dispatch = EventTarget.prototype.dispatchEvent
    const own = document.dispatchEvent
    new MutationObserver((list) => list.forEach((record) => record.target !== document.body && heard.push('mutation ' + record.type))).observe(document, { subtree: true, attributes: true, childList: true })
    </script>`
  sites.set('listed.localhost/probe', probe)
  sites.set('unlisted.localhost/probe', probe)
  const look = () =>
    tab.evaluate(() => ({
      heard: Reflect.get(window, 'heard'),
      globals: Object.getOwnPropertyNames(window).length,
      html: document.documentElement.outerHTML,
      patched: [EventTarget.prototype.addEventListener, Element.prototype.attachShadow, history.pushState, fetch].map((native) =>
        native.toString().includes('[native code]'),
      ),
      resources: performance.getEntriesByType('resource').filter(({ name }) => name.startsWith('chrome-extension')).length,
    }))
  await arrive(scene, 'listed.localhost/probe')
  await recordedSince(scene, 1)
  const recorded = await look()
  await tab.goto(sites.url('unlisted.localhost/probe'))
  await tab.locator('#done').click()
  expect(recorded).toEqual(await look())
  expect((await drafts(scene)).map(({ kind }) => kind)).toEqual(['nav', 'click'])
})

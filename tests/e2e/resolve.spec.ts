/** A target is recorded in a real page, the page changes, and the resolver finds it again or says why not. */
import { chromium, expect, test, type Browser } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium } from '../../scripts/browser/find-chromium.ts'
import { bundledText } from '../fixtures/bundled.ts'

const ROOT = new URL('../..', import.meta.url).pathname
const WORDS = readFileSync(join(ROOT, 'public/lexicon/en.txt'), 'utf8')

/** The recorder's half, whose record is handed on as JSON, and the resolver's, which has nothing else. */
const ENTRY = `
import { describe } from '${ROOT}lib/capture/target.ts'
import { wordingOf } from '${ROOT}lib/capture/wording.ts'
import { openEchoes } from '${ROOT}lib/mask/echo.ts'
import { wordList } from '${ROOT}lib/mask/word-list.ts'
import { resolve } from '${ROOT}lib/resolve/resolve.ts'
const all = (root) => [...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot ? all(element.shadowRoot) : [])])
globalThis.keep = (place, words) => {
  const site = { match: '', text: 'interface', unmask: [], phrases: [], routes: [] }
  const element = all(document).find((each) => each.hasAttribute('data-place') && each.dataset.place === place)
  element.removeAttribute('data-place')
  globalThis.target = element
  return JSON.stringify(describe(element, null, wordingOf(site, wordList(words), openEchoes())).target)
}
globalThis.look = (record) => {
  const { found, reason, alike } = resolve(JSON.parse(record), document)
  return found ? (found === globalThis.target ? 'found' : 'another') : reason + ' ' + alike
}
`

let browser: Browser
let bundle: string
test.beforeAll(async () => {
  bundle = await bundledText(ENTRY, 'bundle')
  browser = await chromium.launch({ executablePath: findChromium(), chromiumSandbox: process.getuid?.() !== 0 })
})
test.afterAll(() => browser.close())

const T = 'data-place="it"'
const ROWS = `<table><tr><td>Alder</td><td><button ${T}>Edit</button></td></tr><tr><td>Birch</td><td><button>Edit</button></td></tr></table>`

const WRAP = 'const div = document.createElement("div"); target.replaceWith(div); div.append(target)'

type Case = [what: string, html: string, change: string, answer: string]
const CASES: Case[] = [
  ['that nothing has changed', `<button ${T}>Save</button><button>Cancel</button>`, '', 'found'],
  ['by its name in new wrappers', `<button ${T}>Save</button>`, WRAP, 'found'],
  [
    'by its id under a new name',
    `<button id="save" ${T}>⁂</button><button>⁂</button>`,
    'document.body.prepend(document.createElement("button"))',
    'found',
  ],
  [
    'by its landmark beside one that is called the same',
    `<nav><a href="/a" ${T}>Home</a></nav><footer><a href="/a">Home</a></footer>`,
    WRAP,
    'found',
  ],
  [
    'in a shadow root',
    `<div id="content"><template shadowrootmode="open"><button ${T}>Save</button></template></div><button>Save</button>`,
    '',
    'found',
  ],
  ['that it is gone', `<button ${T}>Save</button><button>Cancel</button>`, 'target.remove()', 'absent 0'],
  [
    'that it is gone, though another has its id',
    `<button id="save" ${T}>Save</button>`,
    'target.outerHTML = `<button id="save">Cancel</button>`',
    'absent 0',
  ],
  [
    'that its shadow root is gone',
    `<div id="content"><template shadowrootmode="open"><button ${T}>Save</button></template></div>`,
    'content.outerHTML = `<button>Save</button>`',
    'absent 0',
  ],
  [
    'that rows are not told apart',
    ROWS,
    'document.querySelector("table").tBodies[0].prepend(document.querySelectorAll("tr")[1])',
    'ambiguous 2',
  ],
  ['that a masked name is that of many', `<button ${T}>Zxqw</button><button>Vbnm</button>`, '', 'ambiguous 0'],
]

for (const [what, html, change, answer] of CASES)
  test(`the resolver finds ${what}`, async () => {
    const page = await browser.newPage()
    await page.setContent(`<!doctype html><html lang="en"><body>${html}</body></html>`)
    await page.evaluate(bundle)
    const record: unknown = await page.evaluate(`keep('it', ${JSON.stringify(WORDS)})`)
    await page.evaluate(`{ ${change} }`)
    expect(await page.evaluate(`look(${JSON.stringify(record)})`)).toBe(answer)
    await page.close()
  })

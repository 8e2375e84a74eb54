/** A target is recorded in a real page, the page changes, and the resolver finds it again or says why not. */
import { expect, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundledPages } from '../fixtures/bundled-pages.ts'

const ROOT = new URL('../..', import.meta.url).pathname
const WORDS = readFileSync(join(ROOT, 'public/lexicon/en.txt'), 'utf8')

/** The recorder's half, whose record is handed on as JSON, and the resolver's, which has nothing else. */
const ENTRY = `
import { complete } from '${ROOT}lib/capture/completion.ts'
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
  const { target } = describe(element, null, wordingOf(site, wordList(words), openEchoes()))
  complete(target)
  return JSON.stringify(target)
}
globalThis.look = (record) => {
  const { found, reason } = resolve(JSON.parse(record), document)
  return found ? (found === globalThis.target ? 'found' : 'another') : reason
}
`

const open = bundledPages(ENTRY)

const T = 'data-place="it"'
/** Names of trees are no words of interfaces, so the rows are told apart by what is not kept. */
const row = (name: string, button = '<button>Edit</button>') => `<tr><td>${name}</td><td>${button}</td></tr>`
const ROWS = `<table>${row('Alder')}${row('Birch', `<button ${T}>Edit</button>`)}${row('Hazel')}</table>`
const SAME_ROWS = `<table>${row('Alder')}${row('Alder', `<button ${T}>Edit</button>`)}${row('Alder')}</table>`
const ICONS = `<table>${row('Alder', `<button></button><button ${T}></button>`)}${row('Birch', '<button></button><button></button>')}</table>`

const WRAP = 'const div = document.createElement("div"); target.replaceWith(div); div.append(target)'
const rows = (change: string) => `const rows = document.querySelector("tbody"); const first = rows.rows[0]; ${change}`
const ON_TOP = rows('const more = first.cloneNode(true); more.cells[0].textContent = "Rowan"; rows.prepend(more)')

type Case = [what: string, html: string, change: string, answer: string]
const CASES: Case[] = [
  ['that nothing has changed', `<button ${T}>Save</button><button>Cancel</button>`, '', 'found'],
  ['by its name in new wrappers', `<button ${T}>Save</button><button>Cancel</button>`, WRAP, 'found'],
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
  ['by a name that may not be kept', `<button ${T}>Zxqw</button><button>Vbnm</button>`, WRAP, 'found'],
  ['by where it leads, whatever it is called there', `<a href="/alder" ${T}>⁂</a><a href="/birch">⁂</a>`, WRAP, 'found'],
  ['a row by what is in it, with a row more on top', ROWS, ON_TOP, 'found'],
  ['a row by what is in it, in another order', ROWS, rows('rows.append(first)'), 'found'],
  ['a row by what is in it, among fewer', ROWS, rows('first.remove()'), 'found'],
  ['the second of two buttons without a name', ICONS, ON_TOP, 'found'],
  [
    'by where it is, in a page that is translated',
    ROWS,
    'document.documentElement.lang = "de"; for (const each of document.querySelectorAll("td:first-child,button")) each.textContent = "Wort"',
    'found',
  ],
  ['what is no control, and whose text was not read', `<p>Alder</p><div ${T}>Birch</div>`, '', 'found'],
  ['which of those that say the same, where all are there', SAME_ROWS, '', 'found'],
  ['that it is gone', `<button ${T}>Save</button><button>Cancel</button>`, 'target.remove()', 'absent'],
  ['that its row is gone', ROWS, rows('target.closest("tr").remove()'), 'absent'],
  ['that another row has come in its place', ROWS, 'target.closest("tr").cells[0].textContent = "Rowan"', 'absent'],
  ['that it is gone, and another button of its row is not it', ICONS, 'target.remove()', 'absent'],
  ['that one of those that say the same is gone', SAME_ROWS, rows('first.remove()'), 'absent'],
  ['that there are more of those that say the same', SAME_ROWS, rows('rows.prepend(first.cloneNode(true))'), 'ambiguous'],
  [
    'that it is gone, though another has its id',
    `<button id="save" ${T}>Save</button>`,
    'target.outerHTML = `<button id="save">Cancel</button>`',
    'absent',
  ],
  [
    'that its shadow root is gone',
    `<div id="content"><template shadowrootmode="open"><button ${T}>Save</button></template></div>`,
    'content.outerHTML = `<button>Save</button>`',
    'absent',
  ],
]

for (const [what, html, change, answer] of CASES)
  test(`the resolver finds ${what}`, async () => {
    const page = await open(html)
    const record: unknown = await page.evaluate(`keep('it', ${JSON.stringify(WORDS)})`)
    await page.evaluate(`{ ${change} }`)
    expect(await page.evaluate(`look(${JSON.stringify(record)})`)).toBe(answer)
    await page.close()
  })

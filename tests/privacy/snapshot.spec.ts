/** The masked snapshot, in pages of a real browser: what of them is in its bytes, and what of their interface still is. */
import { chromium, expect, test, type Browser, type CDPSession, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { Snapshot } from '../../lib/trace/snapshot.ts'
import type { TextRule } from '../../lib/trace/vocabulary.ts'
import { findChromium } from '../../scripts/browser/find-chromium.ts'
import { bundledText } from '../fixtures/bundled.ts'
import { startSites, type Sites } from '../e2e/browser/sites.ts'
import { CONTROLS, HOSTILE, INTERFACE, PICTURES, POSITIONS, large, plant, type Planted, type Position } from './snapshot-pages.ts'

const ROOT = new URL('../..', import.meta.url).pathname
const WORDS = readFileSync(join(ROOT, 'public/lexicon/en.txt'), 'utf8')

/** What stands for the entrypoint that is not there yet: one recording of a page, and the functions the tests call. */
const ENTRY = `
import { takeSnapshot, serialise } from '${ROOT}lib/capture/snapshot.ts'
import { openSecretFields } from '${ROOT}lib/capture/secret-fields.ts'
import { wordingOf } from '${ROOT}lib/capture/wording.ts'
import { openEchoes } from '${ROOT}lib/mask/echo.ts'
import { wordList } from '${ROOT}lib/mask/word-list.ts'
const secrets = openSecretFields()
secrets.look()
globalThis.take = (text, words) => {
  const site = { text, unmask: [], phrases: [], routes: [] }
  return takeSnapshot({ site, secrets, wording: wordingOf(site, wordList(words), openEchoes()) })
}
globalThis.raw = () => serialise().serialised
`

/** What rrweb's own options withhold, as long as the page writes it into no attribute. */
const WITHHELD = ['typed values', 'contenteditable', 'frames', 'title, meta and comment', 'page text'] as const satisfies Position[]

let sites: Sites
let browser: Browser
let bundle: string

test.beforeAll(async () => {
  bundle = await bundledText(ENTRY, 'bundle')
  sites = await startSites({})
  browser = await chromium.launch({ executablePath: findChromium(), chromiumSandbox: process.getuid?.() !== 0 })
})
test.afterAll(async () => {
  await browser.close()
  await sites.close()
})

/** A page with our code in a world of its own, as an extension has it. */
async function open(html: string, address = ''): Promise<{ page: Page; run: (expression: string) => Promise<string> }> {
  sites.set('snapshot.localhost/', html)
  const page = await browser.newPage()
  await page.goto(`${sites.url('snapshot.localhost/')}${address}`)
  const cdp: CDPSession = await page.context().newCDPSession(page)
  const { frameTree } = await cdp.send('Page.getFrameTree')
  const { executionContextId: contextId } = await cdp.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'ours' })
  const run = async (expression: string) => {
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', { expression, contextId, returnByValue: true })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return String(result.value)
  }
  await run(bundle)
  return { page, run }
}

const take = (text: TextRule) => `JSON.stringify(take(${JSON.stringify(text)}, ${JSON.stringify(WORDS)}))`

/** Opens the page and does with it what a person and its scripts do; what was said before and after. */
async function work({ html, typed }: Planted, expression: string, { uploads = true } = {}): Promise<string[]> {
  const { page, run } = await open(html, `?q=${typed.query}#${typed.hash}`)
  for (const id of Object.keys(typed).filter((name) => name.startsWith('typed-'))) await page.locator(`#${id}`).fill(typed[id]!)
  if (uploads) await page.locator('#file').setInputFiles({ name: `${typed.file}.txt`, mimeType: 'text/plain', buffer: Buffer.from('') })
  const said: string[] = []
  said.push(await run(expression))
  await page.evaluate((all) => {
    history.pushState({ name: all.pushed }, '', `/${all.pushed}`)
    window.mutate(all)
  }, typed)
  said.push(await run(expression))
  await page.close()
  return said
}

/** Notes in the page every change of its DOM from now on. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.changes = []
    const options = { subtree: true, childList: true, attributes: true, characterData: true }
    new MutationObserver((list) => window.changes.push(...list.map(({ type }) => type))).observe(document, options)
  })
}

const found = ({ secrets }: Planted, bytes: string) => secrets.filter(({ text }) => bytes.toLowerCase().includes(text))
const byPosition = (secrets: { position: Position }[]) =>
  Object.fromEntries(Object.keys(POSITIONS).map((position) => [position, secrets.filter((secret) => secret.position === position).length]))

/** Every name and text that is kept in clear. */
function wordsKept(json: string): string[] {
  const { nodes } = Snapshot.parse(JSON.parse(json))
  return nodes
    .map((node) => (node.type === 'text' ? node.text : node.name))
    .filter((said) => said !== null && !said.startsWith('⟦')) as string[]
}

test('the page has its 84 secrets in 14 positions', () => {
  expect(byPosition(plant().secrets)).toEqual(POSITIONS)
  expect(plant().secrets).toHaveLength(84)
})

test('rrweb with all of its options at their strictest lets secrets through, so the sanitiser is needed', async () => {
  const planted = plant()
  const [before = '', after = ''] = await work(planted, 'JSON.stringify(raw())')
  const leaks = found(planted, before + after)
  console.log(`rrweb, strictest: ${leaks.length} of 84 secrets`, byPosition(leaks))
  expect(leaks.length).toBeGreaterThan(0)
  // Its options do what they can; until the page itself writes what was typed into attributes.
  const first = byPosition(found(planted, before))
  for (const position of WITHHELD) expect([position, first[position]]).toEqual([position, 0])
})

test('rrweb takes no pixels, no style sheets, no scripts and no pages in pages', async () => {
  const { page, run } = await open(PICTURES)
  await page.waitForFunction(() => document.querySelector('img')?.complete)
  const raw = await run('JSON.stringify(raw())')
  // What is looked for stands beside it.
  expect(raw).toContain('"tagName":"canvas"')
  for (const part of ['rr_dataURL', 'data:', 'inlinestyle', 'linkedstyle', 'scripttext', 'framed', 'drawn', 'commented', 'unscripted']) {
    expect([part, raw.includes(part)]).toEqual([part, false])
  }
  await page.close()
})

test('none of them is in the snapshot, and the words of the interface are', async () => {
  const planted = plant()
  const said = await work(planted, take('interface'))
  expect(byPosition(found(planted, said.join('\n')))).toEqual(byPosition([]))
  for (const json of said) {
    const kept = wordsKept(json)
    const missing = [...INTERFACE]
    for (const word of kept) if (missing.includes(word)) missing.splice(missing.indexOf(word), 1)
    const share = 1 - missing.length / INTERFACE.length
    console.log(`interface words kept: ${(share * 100).toFixed(0)} % of ${INTERFACE.length}; missing: ${missing.join(', ') || 'none'}`)
    expect(share).toBeGreaterThanOrEqual(0.85)
    // Nothing beside them: what is kept is the interface.
    expect(kept.filter((word) => !INTERFACE.includes(word))).toEqual([])
  }
})

test('on a public site what is written on the page may stay, and nothing else', async () => {
  const planted = plant()
  const said = await work(planted, take('public'), { uploads: false })
  const leaks = found(planted, said.join('\n'))
  expect(byPosition(leaks.filter(({ shown }) => !shown))).toEqual(byPosition([]))
  // Otherwise this would say nothing about the rule for public sites.
  expect(leaks.length).toBeGreaterThan(0)
  console.log(`public site: ${leaks.length} texts of the page kept`, byPosition(leaks))
  // A file was chosen: its name cannot be read, and so not be told from the page's own words.
  const uploaded = plant()
  expect(byPosition(found(uploaded, (await work(uploaded, take('public'))).join('\n')))).toEqual(byPosition([]))
})

test('a page cannot tell that it was looked at', async () => {
  const { page, run } = await open(plant().html)
  const look = () => page.evaluate(() => ({ html: document.documentElement.outerHTML, names: Object.getOwnPropertyNames(window) }))
  const before = await look()
  await watch(page)
  expect(await run(take('interface'))).not.toBe('null')
  expect(await page.evaluate(() => window.changes)).toEqual([])
  expect(await look()).toEqual({ ...before, names: [...before.names, 'changes'] })
  await page.close()
})

test('of controls their kind, state and size class are kept, of secret ones the kind', async () => {
  const { page, run } = await open(CONTROLS)
  await page.locator('input[name=secret]').evaluate((field: HTMLInputElement) => (field.type = 'text'))
  const { nodes, dropped } = Snapshot.parse(JSON.parse(await run(take('interface'))))
  const elements = nodes.flatMap((node) => (node.type === 'element' ? [node] : []))
  const of = (tag: string) => elements.filter((element) => element.tag === tag)
  expect(dropped).toEqual([])
  expect(of('input').map(({ input, field }) => [input, field])).toEqual([
    ['text', { kind: 'text', size: '9-20' }],
    // It was a password field when it was seen first.
    ['text', { kind: 'password', size: null }],
    ['text', { kind: 'one-time-code', size: null }],
    ['checkbox', null],
    ['range', { kind: 'text', size: null }],
    ['file', null],
  ])
  expect(of('input')[3]?.state).toEqual({ checked: 'mixed', required: true })
  expect(of('textarea')[0]?.field).toEqual({ kind: 'multiline', size: '1-3' })
  expect(of('div').find(({ control }) => control === 'editor')?.field).toEqual({ kind: 'rich-text', size: '4-8' })
  expect(of('option').map(({ name }) => name)).toEqual(['Open', 'Closed', '⟦option·4-8⟧', '⟦option·4-8⟧'])
  expect(of('iframe')[0]).toMatchObject({ frame: true, name: null, box: { width: 304, height: 152 } })
  expect(of('p').map(({ visible }) => visible)).toEqual([false, true])
  expect(of('button').map(({ shadow, state }) => [shadow, state])).toEqual([[true, { expanded: false }]])
  expect(of('section')[0]?.scroll).toEqual({ x: 0, y: 300 })
  await page.close()
})

for (const [what, html, survives] of HOSTILE) {
  test(`${what}: ${survives ? 'nothing of it is kept' : 'no snapshot'}`, async () => {
    const { page, run } = await open(html)
    await watch(page)
    const json = await run(take('interface'))
    expect(json === 'null').toBe(!survives)
    expect(json).not.toContain('zqsnap')
    if (survives) Snapshot.parse(JSON.parse(json))
    expect(await page.evaluate(() => window.changes)).toEqual([])
    await page.close()
  })
}

test('a large page', async () => {
  const { page, run } = await open(large(5000))
  const ms = await run(
    `{ const begun = performance.now(); const taken = take('interface', ${JSON.stringify(WORDS)}); globalThis.taken = JSON.stringify(taken); performance.now() - begun }`,
  )
  const json = await run('taken')
  console.log(
    `5,000 elements: ${Number(ms).toFixed(0)} ms, ${json.length} bytes, ${gzipSync(json).length} gzipped; bundle ${bundle.length}, ${gzipSync(bundle, { level: 9 }).length} gzipped`,
  )
  await page.close()
})

declare global {
  interface Window {
    mutate(typed: Record<string, string>): void
    changes: string[]
  }
}

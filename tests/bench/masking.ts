/**
 * What masking one target costs, in real Chromium: reading and judging its name, looking for a keypad around it, and the whole
 * description of the target with its locators. In both text rules, after typing. Prints medians; asserts nothing.
 */
import { readFileSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { z } from 'zod'
import { findChromium } from '../../scripts/browser/find-chromium.ts'
import { bundledText } from '../fixtures/bundled.ts'
import { PAGES, startBenchSite } from './workload.ts'

const CAPTURE = new URL('../../lib', import.meta.url).pathname
const LEXICON = readFileSync(new URL('../../public/lexicon/en.txt', import.meta.url), 'utf8')

/** The page's side: a few hundred targets of every kind, each described once. Times in ms. */
const ENTRY = `
import { describe } from '${CAPTURE}/capture/target.ts'
import { keypadAround } from '${CAPTURE}/capture/keypad.ts'
import { nameText } from '${CAPTURE}/capture/name.ts'
import { wordingOf } from '${CAPTURE}/capture/wording.ts'
import { openEchoes } from '${CAPTURE}/mask/echo.ts'
import { wordList } from '${CAPTURE}/mask/word-list.ts'

export function measure(words, rule) {
  const echoes = openEchoes()
  echoes.note({}, 'some words that were typed before, as in a search of this page')
  const wording = wordingOf({ match: '', routes: [], phrases: [], unmask: [], text: rule }, wordList(words), echoes)
  const all = ['button', 'a', 'input', 'select', 'td', 'h2'].flatMap((tag) => [...document.querySelectorAll(tag)].slice(0, 60))
  const timed = (work) => all.map((element) => { const begun = performance.now(); work(element); return performance.now() - begun })
  // Once for the words, once for the compiler.
  timed((element) => describe(element, { x: 1, y: 1 }, wording))
  return {
    masking: timed((element) => { keypadAround(element); wording.name(element, 'button', nameText(element)) }),
    whole: timed((element) => describe(element, { x: 1, y: 1 }, wording)),
  }
}
`
const Times = z.object({ masking: z.array(z.number()), whole: z.array(z.number()) })

const bundle = await bundledText(ENTRY, 'bench')
const site = await startBenchSite()
const browser = await chromium.launch({ executablePath: findChromium(), chromiumSandbox: process.getuid?.() !== 0 })
for (const { path, elements } of PAGES) {
  const page = await browser.newPage()
  await page.goto(`http://listed.localhost:${site.port}${path}`)
  await page.evaluate(`${bundle}; window.bench = bench`)
  for (const rule of ['interface', 'public']) {
    const { masking, whole } = Times.parse(await page.evaluate(`bench.measure(${JSON.stringify(LEXICON)}, '${rule}')`))
    console.log(`Page of ${elements} elements, rule ${rule}: masking one target ${line(masking)}; the whole description ${line(whole)}`)
  }
  await page.close()
}
await browser.close()
site.stop()

function line(times: number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2)
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms (${sorted.length} targets)`
}

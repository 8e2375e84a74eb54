/**
 * How often a recorded target is found again in a page that has changed: right, silently wrong, or not at all. Real pages of published
 * packages, changed by chance with a fixed seed; ours beside what others use, on the same pages in the same run. Asserts nothing.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { findChromium } from '../../../scripts/browser/find-chromium.ts'
import { temporaryFolder } from '../../../scripts/temporary-folder.ts'
import { bundled } from '../../fixtures/bundled.ts'
import type { Source } from './corpus.ts'
import { costsOf } from './cost.ts'
import { measure, NEXT, REMOVED, type Measured } from './measure.ts'
import type { Competitor } from './messages.ts'
import { missLines } from './misses.ts'
import { readOptions } from './options.ts'
import { printed, write } from './output.ts'
import { playwrightSource } from './playwright-source.ts'
import { startSource } from './sites.ts'
import { count, type Tally } from './tally.ts'

/** Everything by chance comes from it. */
const SEED = 5
/** Sources at a time: one for each core. */
const AT_ONCE = 2
const VIEWPORT = { width: 1280, height: 900 }
/** Nothing outside of this machine answers; names of the sites resolve by themselves. */
const ARGS = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1']

const read = readOptions(process.argv.slice(2))
if (typeof read === 'string') {
  console.error(`${read} Usage: npm run bench:targets -- [--half tuning|judging] [--pages NAME] [--misses] [--alone]`)
  process.exit(2)
}
const options = read
const scripts = {
  alone: options.alone,
  bench: await bundled(fileURLToPath(new URL('page/bench.ts', import.meta.url)), 'bench'),
  playwright: playwrightSource(),
  lexicon: readFileSync(new URL('../../../public/lexicon/en.txt', import.meta.url), 'utf8'),
}
const folder = temporaryFolder('targets')
const browser = await chromium.launch({ executablePath: findChromium(), chromiumSandbox: process.getuid?.() !== 0, args: ARGS })

const all: Tally = new Map()
const inData: Tally = new Map()
const sums = {
  pages: 0,
  sources: options.sources.map(({ name }) => name),
  targets: 0,
  inData: 0,
  unsure: 0,
  twins: new Map<Competitor, number>(),
}

function add({ chosen, changes, ofNext, unsure }: Measured): void {
  sums.pages++
  sums.targets += chosen.places.length
  sums.inData += chosen.inData.filter(Boolean).length
  sums.unsure += unsure
  for (const { competitor, twin } of changes.get(REMOVED)?.misses ?? []) {
    if (twin) sums.twins.set(competitor, (sums.twins.get(competitor) ?? 0) + 1)
  }
  for (const [change, results] of changes) {
    const target = (index: number) => (change === NEXT ? (ofNext[index] ?? -1) : index)
    count(all, change, results)
    count(inData, change, results, (index) => chosen.inData[target(index)] === true)
  }
}

async function measureSource(source: Source): Promise<void> {
  const site = await startSource(source, folder.path)
  const context = await browser.newContext({ viewport: VIEWPORT })
  const page = await context.newPage()
  const known: string[] = []
  try {
    for (const path of source.pages) {
      const begun = performance.now()
      const at = {
        now: `${site.now}/${path}`,
        next: site.next && `${site.next}/${path}`,
        styles: source.styles ? `/${source.styles}` : null,
      }
      const measured = await measure(page, at, scripts, known, SEED)
      const name = `${source.name}/${path}`
      if (!measured) throw new Error(`There is no page ${name}.`)
      known.push(...measured.chosen.furniture)
      add(measured)
      console.log(`${name}: ${measured.chosen.places.length} targets, ${((performance.now() - begun) / 1000).toFixed(1)} s`)
      if (options.misses) for (const line of missLines(measured)) console.log(line)
    }
  } finally {
    await context.close()
    await site.stop()
  }
}

const waiting = [...options.sources]
try {
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let source = waiting.shift(); source; source = waiting.shift()) await measureSource(source)
    }),
  )
  const outcomes = { sums, all, inData, costs: await costsOf(browser, scripts) }
  for (const line of printed(outcomes, options.half)) console.log(line)
  if (options.write) write(outcomes)
} finally {
  await browser.close()
  folder.remove()
}

/**
 * What the recorder costs a page: without the extension, on an unlisted page, and on a listed one, interleaved in one run.
 * Prints medians and ratios; asserts nothing. Short clicks and CPU differences under 5 % are within the noise of a shared machine.
 */
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { findChromium } from '../../scripts/browser/find-chromium.ts'
import { temporaryFolder } from '../../scripts/temporary-folder.ts'
import { openListed } from './listed.ts'
import { PAGES, startBenchSite, work, type Cost } from './workload.ts'

/** An odd number, for the median; seven is what the peers were measured with. */
const RUNS = Number(process.env.RUNS ?? 7)

const folder = temporaryFolder('bench')
const site = await startBenchSite()
const unlisted = `http://unlisted.localhost:${site.port}`
const { browser, listed, close } = await openListed(site)
const plain = await chromium.launchPersistentContext(join(folder.path, 'plain'), {
  executablePath: findChromium(),
  chromiumSandbox: process.getuid?.() !== 0,
})

const variants = {
  'no extension': { context: plain, origin: listed },
  'unlisted page': { context: browser.context, origin: unlisted },
  'listed page': { context: browser.context, origin: listed },
}
for (const { path, elements } of PAGES) {
  const costs = new Map<string, Cost[]>(Object.keys(variants).map((name) => [name, []]))
  for (let run = 0; run < RUNS; run++) {
    for (const [name, { context, origin }] of Object.entries(variants)) {
      const page = await context.newPage()
      costs.get(name)?.push(await work(page, origin + path))
      await page.close()
    }
  }
  console.log(`\nPage of ${elements} elements, ${RUNS} interleaved runs, medians (ratio to no extension)`)
  const base = medians(costs.get('no extension') ?? [])
  for (const [name, runs] of costs) console.log(`  ${name.padEnd(14)}${line(medians(runs), base)}`)
}
await plain.close()
await close()
site.stop()
folder.remove()

function medians(runs: Cost[]): Cost {
  const median = (key: keyof Cost) => runs.map((run) => run[key]).toSorted((a, b) => a - b)[Math.floor(runs.length / 2)] ?? 0
  return {
    cpuMs: median('cpuMs'),
    scriptMs: median('scriptMs'),
    inpMs: median('inpMs'),
    longTasks: median('longTasks'),
    clickMs: median('clickMs'),
  }
}

function line(cost: Cost, base: Cost): string {
  const ratio = (key: keyof Cost) => (base[key] > 0 ? ` (${(cost[key] / base[key]).toFixed(2)})` : '')
  return [
    `CPU ${cost.cpuMs.toFixed(0)} ms${ratio('cpuMs')}`,
    `script ${cost.scriptMs.toFixed(0)} ms${ratio('scriptMs')}`,
    `INP ${cost.inpMs.toFixed(0)} ms`,
    `long tasks ${cost.longTasks}`,
    `click ${cost.clickMs.toFixed(2)} ms${ratio('clickMs')}`,
  ].join('   ')
}

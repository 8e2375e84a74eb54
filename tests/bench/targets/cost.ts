/** What recording one target takes on a page of 50,000 elements, ms. */
import type { Browser } from '@playwright/test'
import { PAGES, startBenchSite } from '../workload.ts'
import { Costs } from './answers.ts'

/** Of so many, p95 is the dearest but ten. */
const TARGETS = 200

export type Cost = { name: string; median: number; p95: number }

export async function costsOf(browser: Browser, scripts: { bench: string; lexicon: string }): Promise<Cost[]> {
  const site = await startBenchSite()
  const page = await browser.newPage()
  await page.goto(`http://listed.localhost:${site.port}${PAGES.at(-1)?.path ?? '/'}`)
  await page.evaluate(`${scripts.bench}; globalThis.bench = bench; void 0`)
  const times = Costs.parse(await page.evaluate(`bench.cost(${JSON.stringify(scripts.lexicon)}, ${TARGETS})`))
  await page.close()
  site.stop()
  return Object.entries(times).map(([name, all]) => {
    const sorted = all.toSorted((a, b) => a - b)
    const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0
    return { name, median: at(0.5), p95: at(0.95) }
  })
}

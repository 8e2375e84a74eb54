/** One page and one script of trusted input, so that every run does the same work. */
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { CDPSession, Page } from '@playwright/test'

/** What stands before the article. */
const FORM = `<form><label>Query <input name="query"></label>
    <select name="country">${'<option>one</option>'.repeat(20)}</select><label><input type="checkbox"> Check</label>
    <button type="button">Go</button></form>`

/** Paths of the pages, and the elements in them: one like a long article with tables, and ten times that. */
export const PAGES = [
  { path: '/', elements: 5000, sections: 26 },
  { path: '/large', elements: 50_000, sections: 260 },
]

function html(front: string, sections: number): string {
  const row = '<tr><td>cell</td><td><a href="#top">link</a></td><td><button type="button">Do</button></td></tr>'
  const section = `<section><h2>Part</h2><p>Text with <em>words</em> and <a href="#top">links</a>.</p><table>${row.repeat(25)}</table></section>`
  return `<!doctype html><html lang="en"><title>bench</title><main id="top">${front}${section.repeat(sections)}</main>`
}

/** @param front what stands before the article */
export async function startBenchSite(front = FORM): Promise<{ port: number; stop: () => void }> {
  const server = createServer((request, response) => {
    const page = PAGES.findLast(({ path }) => request.url?.startsWith(path))
    response.setHeader('content-type', 'text/html').end(html(front, page?.sections ?? 0))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { port: address.port, stop: () => void server.close() }
}

export type Cost = {
  /** CPU of the page's renderer over the workload, ms. */
  cpuMs: number
  /** Script time of the main thread, ms. */
  scriptMs: number
  /** Slowest of the interactions' p98, as web-vitals' INP; ms. */
  inpMs: number
  longTasks: number
  /** Mean time of a trusted click from dispatch to its last listener, ms. */
  clickMs: number
}

/** About ten seconds of busy use: typing, clicking, checking, selecting, moving, scrolling. */
export async function work(page: Page, url: string): Promise<Cost> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  await page.goto(url)
  await page.evaluate(`
    window.timings = { inp: [], tasks: 0, clicks: [] }
    new PerformanceObserver((list) => list.getEntries().forEach((e) => e.interactionId && timings.inp.push(e.duration))).observe({ type: 'event', durationThreshold: 16 })
    new PerformanceObserver((list) => (timings.tasks += list.getEntries().length)).observe({ type: 'longtask' })
    addEventListener('click', (e) => timings.clicks.push(performance.now() - e.timeStamp))
  `)
  const before = await read(session)
  // CSS only: finding by label or role walks 50,000 elements in the page's own time.
  const field = page.locator('input[name=query]')
  for (let round = 0; round < 4; round++) {
    await field.click()
    await page.keyboard.type('a few words of text', { delay: 15 })
    await page.locator('input[type=checkbox]').click()
    await page.locator('select').selectOption({ index: round + 1 })
    for (let button = 0; button < 10; button++) await page.locator('table button').nth(button).click()
    for (let step = 0; step < 40; step++) await page.mouse.move(200 + step * 10, 200 + ((step * 37) % 300))
    for (let notch = 0; notch < 15; notch++) await page.mouse.wheel(0, 200)
    await page.evaluate(`new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))`)
    await page.evaluate(`scrollTo(0, 0)`)
  }
  // The recorder's message of the last two seconds belongs to the cost.
  await page.evaluate(`new Promise((done) => setTimeout(done, 2500))`)
  const after = await read(session)
  const timings: { inp: number[]; tasks: number; clicks: number[] } = await page.evaluate(`timings`)
  await session.detach()
  const sorted = timings.inp.toSorted((a, b) => a - b)
  return {
    cpuMs: after.cpuMs - before.cpuMs,
    scriptMs: after.scriptMs - before.scriptMs,
    inpMs: sorted[Math.floor(sorted.length * 0.98)] ?? 0,
    longTasks: timings.tasks,
    clickMs: timings.clicks.reduce((sum, ms) => sum + ms, 0) / Math.max(1, timings.clicks.length),
  }
}

async function read(session: CDPSession): Promise<{ cpuMs: number; scriptMs: number }> {
  const { metrics } = await session.send('Performance.getMetrics')
  const metric = (name: string) => (metrics.find((each) => each.name === name)?.value ?? 0) * 1000
  return { cpuMs: metric('ProcessTime'), scriptMs: metric('ScriptDuration') }
}

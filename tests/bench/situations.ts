/**
 * What each situation costs a page: time of the extension's own code on its main thread while a person does the same thing again and
 * again by trusted input. Twice, as measuring one takes time from the other: from a trace of the browser for single events, from samples
 * for the sum. Beside the budgets; asserts nothing.
 */
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, CDPSession } from '@playwright/test'
import { openListed } from './listed.ts'
import { arrivalOf, START_MS, type Arrival } from './situations/arrival.ts'
import { SITUATIONS, type Situation } from './situations/acts.ts'
import { costOf } from './situations/cost.ts'
import { openHand, PACE_MS, type Hand } from './situations/hand.ts'
import { CATEGORIES, MARK, readTrace, type OwnTrace } from './situations/own-time.ts'
import { ownSampledMs, Profile, SAMPLE_US } from './situations/own-samples.ts'
import { arrivalLines, headOf, lineOf } from './situations/table.ts'
import { PAGES, startBenchSite } from './workload.ts'

/** Of twenty, p95 is the dearest. */
const TIMES = Number(process.env.TIMES ?? 20)
/** Odd, for the median. */
const ARRIVALS = 5
/** After the last act: its looks for effects, and the message of the last two seconds. */
const SETTLE_MS = 2500
/** From the load event on, until a page that was just opened is quiet. */
const QUIET_MS = 4000
/** Everything on the first screen. */
const VIEWPORT = { width: 1280, height: 900 }

const front = readFileSync(new URL('situations/front.html', import.meta.url), 'utf8')
const site = await startBenchSite(front)
const { browser, listed, close } = await openListed(site, { viewport: VIEWPORT })

for (const { path, elements } of PAGES) {
  const tab = await browser.context.newPage()
  const arrivals: Arrival[] = []
  for (let time = 0; time < ARRIVALS; time++) {
    await tab.goto('about:blank')
    const trace = await traced(browser.browser, async () => {
      await tab.goto(listed + path)
      await wait(2 * START_MS)
    })
    arrivals.push(arrivalOf(trace))
  }
  console.log(
    `\nSituations, page of ${elements} elements, ${TIMES} times each, an act in ${PACE_MS} ms; ms of the extension's own CPU time`,
  )
  for (const line of [...arrivalLines(arrivals), ...headOf(elements)]) console.log(line)
  await wait(QUIET_MS)
  const session = await browser.context.newCDPSession(tab)
  const hand = await openHand(tab, session)
  for (const situation of SITUATIONS) {
    await situation.before?.(hand)
    await situation.act(hand, 0)
    await situation.act(hand, 1)
    await wait(SETTLE_MS)
    const before = hand.acts()
    const trace = await traced(browser.browser, () => repeat(session, situation, hand))
    const acts = hand.acts() - before
    console.log(lineOf(situation.name, costOf(trace), elements, acts, await sampled(session, situation, hand)))
  }
  await tab.close()
}
await close()
site.stop()

async function traced(browser: Browser, act: () => Promise<void>): Promise<OwnTrace> {
  await browser.startTracing(undefined, { categories: CATEGORIES })
  await act()
  return readTrace((await browser.stopTracing()).toString())
}

/** Of ten seconds of acts, ms. */
async function sampled(session: CDPSession, situation: Situation, hand: Hand): Promise<number> {
  await session.send('Profiler.enable')
  await session.send('Profiler.setSamplingInterval', { interval: SAMPLE_US })
  await session.send('Profiler.start')
  const begun = performance.now()
  for (let time = 0; time < TIMES; time++) await situation.act(hand, time)
  const busyMs = performance.now() - begun
  await wait(SETTLE_MS)
  const { profile } = await session.send('Profiler.stop')
  await session.send('Profiler.disable')
  return (ownSampledMs(Profile.parse(profile)) * 10_000) / busyMs
}

async function repeat(session: CDPSession, { act }: Situation, hand: Hand): Promise<void> {
  const mark = (message: string) => session.send('Runtime.evaluate', { expression: `console.timeStamp('${message}')` })
  for (let time = 0; time < TIMES; time++) {
    await mark(MARK)
    await act(hand, time)
  }
  await wait(SETTLE_MS)
}

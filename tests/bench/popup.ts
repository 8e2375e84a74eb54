/** The popup: what it weighs, how soon it is painted, and how soon the worker has answered, awake and asleep. Beside the budgets; asserts nothing. */
import { z } from 'zod'
import { pageWeight } from '../../scripts/page-weight.ts'
import { openListed } from './listed.ts'
import { startBenchSite } from './workload.ts'

/** Of twenty, p95 is the slowest but one. */
const TIMES = Number(process.env.TIMES ?? 20)
const WEIGHT_KIB = 15
const PAINT_MS = 100

/** ms since the popup was asked for: first contentful paint, and the first word that only the worker can have said. */
const Opened = z.object({ painted: z.number(), answered: z.number() })

const site = await startBenchSite('<h1>Work</h1>')
const { browser, listed, close } = await openListed(site)
const tab = await browser.context.newPage()
await tab.goto(`${listed}/`)
const id = z.int().parse(await browser.inExtension(`chrome.tabs.query({ url: '${listed}/*' }).then(([tab]) => tab.id)`))

/** Runs in the page; ms since it was asked for. */
function firstPaint(): Promise<unknown> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') resolve(startTime)
    }).observe({ type: 'paint', buffered: true })
  })
}

/** In a tab, since nothing but a person opens the one of the toolbar; it loads the same files in the same way. */
async function open(): Promise<z.infer<typeof Opened>> {
  const page = await browser.context.newPage()
  await page.addInitScript(() => {
    const answered = new Promise((resolve) => {
      const { sendMessage } = Reflect.get(globalThis, 'chrome').runtime
      Reflect.get(globalThis, 'chrome').runtime.sendMessage = async (...args: unknown[]) => {
        const answer = await Reflect.apply(sendMessage, undefined, args)
        resolve(performance.now())
        return answer
      }
    })
    Object.assign(globalThis, { answered })
  })
  await page.goto(`chrome-extension://${browser.extensionId}/popup.html?tab=${id}`)
  const painted = await page.evaluate(firstPaint)
  const answered: unknown = await page.evaluate(() => Reflect.get(globalThis, 'answered'))
  await page.close()
  return Opened.parse({ painted, answered })
}

/** First contentful paint of a picture of the extension, with nothing of ours to run: what a page takes here at the least. */
async function openPicture(): Promise<number> {
  const page = await browser.context.newPage()
  await page.goto(`chrome-extension://${browser.extensionId}/icon/128.png`)
  const painted = z.number().parse(await page.evaluate(firstPaint))
  await page.close()
  return painted
}

function line(name: string, values: number[]): string {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (part: number) => `${Math.round(sorted[Math.ceil(part * sorted.length) - 1] ?? 0)}`.padStart(6)
  return `  ${name.padEnd(34)}${at(0.5)}${at(0.95)}`
}

console.log(`\nPopup, opened ${TIMES} times each; ms since it was asked for`)
console.log(`  ${'weight, gzipped'.padEnd(34)}${(pageWeight('popup.html') / 1024).toFixed(1).padStart(6)} KiB, budget ${WEIGHT_KIB}`)
console.log(`  ${''.padEnd(34)}${'p50'.padStart(6)}${'p95'.padStart(6)}`)
// Once for the files: a person's second look is the usual one.
await open()
const floor: number[] = []
for (let time = 0; time < TIMES; time++) floor.push(await openPicture())
console.log(line('floor: a picture, painted', floor))
for (const state of ['awake', 'asleep'] as const) {
  const opened: z.infer<typeof Opened>[] = []
  for (let time = 0; time < TIMES; time++) {
    if (state === 'asleep') await browser.stopWorker()
    opened.push(await open())
  }
  console.log(
    `${line(
      `painted, worker ${state}`,
      opened.map(({ painted }) => painted),
    )}  budget ${PAINT_MS}`,
  )
  console.log(
    line(
      `answered, worker ${state}`,
      opened.map(({ answered }) => answered),
    ),
  )
}
await close()
site.stop()

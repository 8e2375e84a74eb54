/** A week without a collector, 35,000 actions: how long the delivery takes, and whether who works meanwhile has to wait. */
import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { publishBuilt } from '../faults/built-extension.ts'
import { openWorld } from '../faults/world.ts'
import { BUTTONS } from '../faults/work-page.ts'
import { aBusyBatch } from '../fixtures/busy-day.ts'
import { bundled } from '../fixtures/bundled.ts'

const DAYS = 7
const ACTIONS_A_DAY = 5000
const ACTIONS_A_MESSAGE = 100
const STEP_MS = 4000
const DAY_MS = 86_400_000
const LOOK_MS = 50
/** A person who clicks without pause. */
const CLICK_MS = 200
const WRITER = new URL('backlog-writer.ts', import.meta.url).pathname

const Waiting = z.object({ actions: z.int(), batches: z.int(), bytes: z.int() })

/** A day of work as a page would have sent it; what followed from an action would point to its neighbours, and is left out. */
function messagesOf(day: number, begin: number): object[][] {
  const actions = aBusyBatch(day, { sequences: ACTIONS_A_DAY / 100, actions: 100 }).sequences.flatMap((sequence) =>
    sequence.actions.map(({ seq: _seq, t: _t, pause: _pause, wait: _wait, causedBy: _causedBy, ...kept }) => kept),
  )
  const drafts = actions.map((action, n) => {
    const at = begin + n * STEP_MS
    return { ...action, route: { ...action.route, origin: SITE }, effects: [], n, at, until: at }
  })
  return Array.from({ length: drafts.length / ACTIONS_A_MESSAGE }, (_, index) =>
    drafts.slice(index * ACTIONS_A_MESSAGE, (index + 1) * ACTIONS_A_MESSAGE),
  )
}
const SITE = 'https://wiki.example.com'

const built = await publishBuilt()
const world = await openWorld(built.extension)
const [person] = world.people
if (!person) throw new Error('nobody is there')
const code = `${await bundled(WRITER, 'backlog')};`
const ask = (call: string) => person.browser().inExtension(`${code}backlog.${call}`)
const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1)

/** Clicks until `isOver`; gives how long after each click its action was committed, in ms. */
async function workUntil(isOver: () => boolean): Promise<number[]> {
  const place = await person?.arrive()
  if (!person || !place) return []
  const origin = new URL(world.sites.url(`${place.host}/`)).origin
  // The first action of a page is its arrival.
  const clicked = new Map<number, number>()
  const took: number[] = []
  const look = async () => {
    const highest = Number(await ask(`acknowledged('${origin}')`))
    for (const [n, at] of clicked) if (n <= highest && clicked.delete(n)) took.push(performance.now() - at)
  }
  while (!isOver() && place.next < BUTTONS) {
    await person.click(place, 1)
    clicked.set(place.next, performance.now())
    await Promise.all([look(), delay(CLICK_MS)])
  }
  while (clicked.size > 0) await Promise.all([look(), delay(LOOK_MS)])
  return took.toSorted((a, b) => a - b)
}
const spread = (sorted: number[]) =>
  [0.5, 0.95, 1].map((part) => ((sorted[Math.ceil(part * sorted.length) - 1] ?? 0) / 1000).toFixed(2)).join(' / ')

let enough = false
void delay(15_000).then(() => (enough = true))
const before = await workUntil(() => enough)
await world.deliverAll()

const filling = performance.now()
for (let day = 0; day < DAYS; day++) {
  const messages = messagesOf(day, Date.now() - (DAYS - day) * DAY_MS + 3_600_000)
  await ask(`write('${crypto.randomUUID()}', '${SITE}', ${JSON.stringify(messages)})`)
}
const queued = Waiting.parse(await ask('waiting()'))
console.log(`backlog, ${queued.actions} actions queued in ${seconds(filling)} s, ${DAYS} days of ${ACTIONS_A_DAY}`)

const begun = performance.now()
let delivered = false
const delivering = person.flush().then(() => (delivered = true))
const during = await workUntil(() => delivered)
await delivering
console.log(`  delivery              ${seconds(begun)} s, with somebody clicking all the while`)
const left = Waiting.parse(await ask('waiting()'))
console.log(`  left in the browser   ${left.actions} actions, ${left.batches} batches`)
console.log(`  click to commit       ${spread(before)} s p50 / p95 / max without a backlog (${before.length} clicks)`)
console.log(`                        ${spread(during)} s while it is delivered (${during.length} clicks)`)
await world.deliverAll()
const { stored, lost, doubled } = await world.sum()
console.log(`  clicks                ${stored} stored, ${lost.length} lost, ${doubled.length} doubled`)
await world.close()
await built.close()

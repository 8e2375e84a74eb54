/** Whatever is done in whatever order, in whichever document of a page: each gesture is one action, and their order is the true one. */
import type { FrameLocator, Page as Tab } from '@playwright/test'
import fc from 'fast-check'
import { expect, test } from './browser/fixtures.ts'
import { openRun } from './intents/run.ts'
import { score } from './intents/score.ts'
import { deviationsOf } from './intents/scorecard.ts'
import { DONE, type Situation, type Truth } from './intents/situation.ts'

/** Orders are the same in every run; another seed tries others. */
const SEED = 20_261_125
const ORDERS = 4
/** Two sequences' worth of moves between documents, in a quarter of a minute. */
const GESTURES = 40
const VISIT_MS = 60_000

const GESTURE_KINDS = ['press', 'double', 'enter', 'label', 'list', 'text'] as const
type Gesture = { kind: (typeof GESTURE_KINDS)[number]; place: number }

const CONTROLS = `<button id="one">Save</button><button id="two">Send</button><label><input type="checkbox"> Remember</label>
  <label>Size <select><option>Small<option>Medium<option>Large</select></label><label>Search <input id="text"></label>`
const frame = (source: string) => `<iframe ${source} style="width:560px;height:150px"></iframe>`
const inner = (body: string) => `<!doctype html><html lang="en"><title>Inner</title>${CONTROLS}${body}${DONE}`

type Scope = Pick<Tab | FrameLocator, 'locator' | 'frameLocator'>
const PLACES: { path: number[]; of: (tab: Tab) => Scope }[] = [
  { path: [], of: (tab) => tab },
  { path: [0], of: (tab) => tab.frameLocator('iframe >> nth=0') },
  { path: [0, 0], of: (tab) => tab.frameLocator('iframe >> nth=0').frameLocator('iframe') },
  { path: [1], of: (tab) => tab.frameLocator('iframe >> nth=1') },
  { path: [2], of: (tab) => tab.frameLocator('iframe >> nth=2') },
]

/** The same thing twice in a row is a double click, or one visit of a field. */
const anyOrder = fc
  .array(fc.record({ kind: fc.constantFrom(...GESTURE_KINDS), place: fc.nat(PLACES.length - 1) }), {
    minLength: GESTURES,
    maxLength: GESTURES,
  })
  .map((order) =>
    order.filter(({ kind, place }, index) => index === 0 || order[index - 1]?.kind !== kind || order[index - 1]?.place !== place),
  )

async function act(tab: Tab, { kind, place }: Gesture): Promise<void> {
  const scope = PLACES[place]?.of(tab) ?? tab
  const on = (selector: string) => scope.locator(selector)
  if (kind === 'press') await on('#one').click()
  if (kind === 'double') await on('#two').dblclick()
  if (kind === 'label') await on('label:has(input[type=checkbox])').click({ position: { x: 60, y: 8 } })
  if (kind === 'text') await on('#text').pressSequentially('some words')
  if (kind === 'enter') await on('#one').press('Enter')
  if (kind === 'list') await on('select').press('ArrowDown')
}

function truthOf(order: readonly Gesture[]): Truth[] {
  return order.map(({ kind, place }): Truth => {
    const frame = PLACES[place]?.path ?? []
    if (kind === 'label') return { kind: 'check', fields: { frame, via: 'label' } }
    if (kind === 'text') return { kind: 'type', fields: { frame } }
    if (kind === 'list') return { kind: 'select', fields: { frame, via: 'key' } }
    const fields = { frame, count: kind === 'double' ? 2 : 1, via: kind === 'enter' ? 'key' : 'pointer' }
    return { kind: 'click', fields: { ...fields, 'target.name': kind === 'double' ? 'Send' : 'Save' } }
  })
}

/** A list that is at its end goes back by the other key; so each order has fresh lists, and few enough choices in each. */
function within(order: readonly Gesture[], most: number): Gesture[] {
  const seen = new Map<number, number>()
  return order.filter(({ kind, place }) => {
    if (kind !== 'list') return true
    seen.set(place, (seen.get(place) ?? 0) + 1)
    return (seen.get(place) ?? 0) <= most
  })
}

const orders = fc.sample(anyOrder, { seed: SEED, numRuns: ORDERS }).map((order) => within(order, 2))
const SITUATIONS = orders.map((order, index): Situation => ({
  name: `order ${index + 1} of ${ORDERS}, seed ${SEED}`,
  group: 'interleaving',
  body: `${CONTROLS}${frame('src="inner"')}${frame('src="%beside%/inner"')}${frame(`srcdoc='${inner('').replaceAll("'", '&#39;')}'`)}`,
  others: { inner: inner(frame('src="deep"')), deep: inner(''), 'beside:inner': inner('') },
  act: async ({ tab }) => {
    for (const gesture of order) await act(tab, gesture)
  },
  truth: truthOf(order),
}))

test('any order of gestures in any documents of a page is recorded as it was', async ({ extension }) => {
  test.setTimeout(VISIT_MS * ORDERS)
  const run = await openRun(extension, SITUATIONS)
  try {
    for (const situation of SITUATIONS) {
      const { missed, ...found } = score(situation.truth, await run.record(situation))
      expect(situation.truth.length).toBeGreaterThan(GESTURES / 2)
      expect([situation.name, ...deviationsOf({ missed, ...found })]).toEqual([situation.name])
    }
  } finally {
    await run.close()
  }
})

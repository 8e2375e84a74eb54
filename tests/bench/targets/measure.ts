/** One page: its targets recorded, and looked for after each change. */
import type { Page } from '@playwright/test'
import { Found, Names, Recorded, Results } from './answers.ts'
import { counterparts } from './counterparts.ts'
import { freeze, show, type Frozen } from './freeze.ts'
import type { Truth } from './messages.ts'

const NO_CHANGE = 'unchanged'
const RELOADED = 'reloaded'
export const NEXT = 'next release'
export const REMOVED = 'target removed'

export type Measured = {
  chosen: Recorded['chosen']
  changes: Map<string, Results>
  /** Of which targets the results are, where not of all. */
  ofNext: number[]
  /** Targets that nobody knows the counterpart of. */
  unsure: number
}

type Scripts = { bench: string; playwright: string; lexicon: string; alone: boolean }
type Addresses = { now: string; next: string | null; styles: string | null }

/** @param known furniture of earlier pages of the package. @returns null where there is no such page */
export async function measure(page: Page, at: Addresses, scripts: Scripts, known: string[], seed: number): Promise<Measured | null> {
  const frozen = await freeze(page, at.now)
  if (!frozen) return null
  const open = async (shown: Frozen) => {
    await show(page, shown, at.styles)
    await page.evaluate(`${scripts.bench}; globalThis.bench = bench; void 0`)
    await page.evaluate(`bench.open(${scripts.playwright}, ${JSON.stringify(scripts.lexicon)}, ${scripts.alone})`)
  }
  const ask = (call: string): Promise<unknown> => page.evaluate(call)

  await open(frozen)
  const before = Found.parse(await ask('bench.facts()'))
  const { chosen, records } = Recorded.parse(await ask(`bench.record(${JSON.stringify(known)}, ${seed})`))
  const changes = new Map<string, Results>()
  const elsewhere = async (name: string, places: (number | null)[], kept: unknown) =>
    changes.set(name, Results.parse(await ask(`bench.elsewhere(${JSON.stringify(places)}, ${JSON.stringify(kept)})`)))

  await elsewhere(NO_CHANGE, chosen.places, records)
  for (const name of Names.parse(await ask('bench.changes'))) {
    changes.set(name, Results.parse(await ask(`bench.change(${JSON.stringify(name)}, ${seed})`)))
  }
  changes.set(REMOVED, Results.parse(await ask('bench.removed()')))
  await open(frozen)
  await elsewhere(RELOADED, chosen.places, records)

  const released = at.next === null ? null : await freeze(page, at.next)
  if (!released) return { chosen, changes, ofNext: [], unsure: 0 }
  await open(released)
  const after = Found.parse(await ask('bench.facts()'))
  const truths = placed(counterparts(before.facts, after.facts), before.places, after.places)
  const ofNext = chosen.places.flatMap((place, index) => ((truths.get(place) ?? null) === null ? [] : [index]))
  const places = ofNext.map((index) => numberOrNull(truths.get(chosen.places[index] ?? -1)))
  const kept = Object.fromEntries(Object.entries(records).map(([name, all]) => [name, ofNext.map((index) => all[index])]))
  await elsewhere(NEXT, places, kept)
  return { chosen, changes, ofNext, unsure: chosen.places.length - ofNext.length }
}

const numberOrNull = (truth: Truth | undefined) => (typeof truth === 'number' ? truth : null)

/** From indexes of what can be acted on to places among all elements. */
function placed(truths: Truth[], before: number[], after: number[]): Map<number, Truth> {
  const place = (truth: Truth) => (typeof truth === 'number' ? (after[truth] ?? null) : truth)
  return new Map(truths.map((truth, index) => [before[index] ?? -1, place(truth)]))
}

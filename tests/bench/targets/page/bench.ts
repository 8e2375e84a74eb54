/** The page's side of the bench. Which element is which target is kept here, in no attribute, and so in sight of nobody who looks for it. */
import { mulberry32 } from '../../../fixtures/mulberry32.ts'
import { COMPETITORS, type Chosen, type Competitor, type Facts, type Outcome, type Records, type Results } from '../messages.ts'
import { CHANGES } from './changes/all.ts'
import type { Contender } from './competitors/competitor.ts'
import { devtools } from './competitors/devtools.ts'
import { finder } from './competitors/finder.ts'
import { ours } from './competitors/ours.ts'
import { playwright, type Injected } from './competitors/playwright.ts'
import { xpath } from './competitors/xpath.ts'
import { actedOn, allElements, choose, factsOf, interactive, labelOf } from './elements.ts'

export const changes = Object.keys(CHANGES)

type Bench = { injected: Injected; contenders: Record<Competitor, Contender> }
let bench: Bench | null = null
/** The page as it was, where its targets are, and what is kept of them. */
let clean: { body: HTMLElement; root: [string, string][]; places: number[]; says: string[]; records: Records } | null = null

/** Stands for what is not asked. */
const absent: Contender = { record: () => null, open: () => () => ({ found: null, why: 'not asked' }) }

/**
 * @param lines the lexicon of the page's language
 * @param alone ours only, which takes a tenth of the time
 */
export function open(injected: Injected, lines: string, alone: boolean): void {
  const others = { Playwright: playwright(injected), 'DevTools list': devtools(injected), finder, XPath: xpath }
  const none = { Playwright: absent, 'DevTools list': absent, finder: absent, XPath: absent }
  const contenders = { 'ours, masked': ours('interface', lines), 'ours, clear': ours('public', lines), ...(alone ? none : others) }
  bench = { injected, contenders }
}

function opened(): Bench {
  if (!bench) throw new Error('open was not called')
  return bench
}

/** @param known furniture of earlier pages of the package */
export function record(known: string[], seed: number): { chosen: Chosen; records: Records } {
  const { injected, contenders } = opened()
  const { targets, chosen } = choose(new Set(known), mulberry32(seed))
  const keptBy = (name: Competitor) => targets.map((target) => contenders[name].record(target))
  const records = injected.cached(() => byCompetitor(keptBy))
  const root = [...document.documentElement.attributes].map(({ name, value }): [string, string] => [name, value])
  clean = { body: copyOf(document.body), root, places: chosen.places, says: targets.map(saidBy), records }
  return { chosen, records }
}

/** Everything that can be acted on, and where it is among all elements. */
export function facts(): { facts: Facts[]; places: number[] } {
  const all = new Map(allElements().map((element, index) => [element, index]))
  const found = interactive()
  return { facts: found.map(factsOf), places: found.map((element) => all.get(element) ?? -1) }
}

/** A change of a copy of the page as it was, and what each finds then. */
export function change(name: string, seed: number): Results {
  const { targets, says, records } = restored()
  CHANGES[name]?.(mulberry32(seed))
  return find(
    targets.map((target) => (target.isConnected ? target : null)),
    says,
    records,
  )
}

/** Each target alone is taken away, and only it is looked for. */
export function removed(): Results {
  const { targets, says, records } = restored()
  const results = targets.map((target, index) => {
    const place = document.createComment('')
    target.replaceWith(place)
    const result = find(
      [null],
      says.slice(index, index + 1),
      byCompetitor((name) => [records[name][index]]),
    )
    place.replaceWith(target)
    return result
  })
  return {
    ...byCompetitor((name) => results.flatMap((result) => result[name])),
    misses: results.flatMap(({ misses }, index) => misses.map((miss) => ({ ...miss, index }))),
  }
}

/** What each finds of records that were made in another document. @param places where the targets are here; null where they are gone */
export function elsewhere(places: (number | null)[], records: Records): Results {
  const all = allElements()
  return find(
    places.map((place) => (place === null ? null : (all[place] ?? null))),
    [],
    records,
  )
}

function restored(): { targets: Element[]; says: string[]; records: Records } {
  if (!clean) throw new Error('record was not called')
  const { body, root, places, says, records } = clean
  document.body.replaceWith(copyOf(body))
  for (const name of document.documentElement.getAttributeNames()) document.documentElement.removeAttribute(name)
  for (const [name, value] of root) document.documentElement.setAttribute(name, value)
  const all = allElements()
  return { targets: places.map((place) => all[place]).filter((element) => element !== undefined), says, records }
}

function copyOf(body: HTMLElement): HTMLElement {
  const copy = body.cloneNode(true)
  if (!(copy instanceof HTMLElement)) throw new Error('a copy of an element is an element')
  return copy
}

const saidBy = (element: Element) => JSON.stringify(factsOf(element))

/** @param says what each target said of itself, where that is known */
function find(expected: (Element | null)[], says: string[], records: Records): Results {
  const { injected, contenders } = opened()
  const misses: Results['misses'] = []
  const outcomesOf = (competitor: Competitor): Outcome[] => {
    const look = contenders[competitor].open()
    return expected.map((target, index) => {
      const { found, why } = look(records[competitor][index])
      const outcome = outcomeOf(found, target)
      const isMiss = outcome === 'wrong' || (outcome === 'abstained' && target !== null)
      const twin = found !== null && saidBy(actedOn(found)) === says[index]
      if (isMiss) misses.push({ competitor, index, target: target ? labelOf(target) : 'gone', found: found && labelOf(found), twin, why })
      return outcome
    })
  }
  return { ...injected.cached(() => byCompetitor(outcomesOf)), misses }
}

function outcomeOf(found: Element | null, target: Element | null): Outcome {
  if (!found) return target ? 'abstained' : 'right'
  // A locator may lead to the icon in a button, which is the button to whoever clicks it.
  return target && actedOn(found) === actedOn(target) ? 'right' : 'wrong'
}

function byCompetitor<T>(of: (name: Competitor) => T): Record<Competitor, T> {
  const [masked, clear, playwright, list, css, path] = COMPETITORS
  return {
    [masked]: of(masked),
    [clear]: of(clear),
    [playwright]: of(playwright),
    [list]: of(list),
    [css]: of(css),
    [path]: of(path),
  }
}

/** Times of recording one target after the other, ms. */
export function cost(lines: string, most: number): Record<'ours, masked' | 'ours, clear', number[]> {
  const targets = interactive().slice(-most)
  const timesOf = (contender: Contender) => {
    // Once for the words, once for the compiler.
    for (const target of targets) contender.record(target)
    return targets.map((target) => {
      const begun = performance.now()
      contender.record(target)
      return performance.now() - begun
    })
  }
  return { 'ours, masked': timesOf(ours('interface', lines)), 'ours, clear': timesOf(ours('public', lines)) }
}

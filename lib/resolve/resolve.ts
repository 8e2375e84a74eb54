/**
 * Finds the element that a record describes in a page that may have changed, or says that it cannot. Needs nothing but the record and
 * the page, so it ships to whoever replays.
 */
import { itemAround } from '../capture/item.ts'
import { languageOf } from '../capture/language.ts'
import { parentElement, within } from '../capture/natives.ts'
import { isShortNumber } from '../mask/mark.ts'
import type { Target } from '../trace/target.ts'
import { evidenceOf } from './evidence.ts'
import { weigh, type Weight } from './weigh.ts'

/**
 * `absent`: nothing in the page is what was recorded, or one of several that said the same is gone; `ambiguous`: several are what was
 * recorded, and which of them it was is not known.
 * `margin`: bits by which the best was more like the record than the next; `Infinity` where there was no next, 0 where there was none.
 */
export type Resolution = { found: Element; margin: number } | { found: null; reason: 'absent' | 'ambiguous'; margin: number }

/** `at`: which of them it is, in the order of the page. */
type Candidate = { element: Element; at: number; weight: Weight }

/** Bits of its own: fewer come by chance. */
const ENOUGH_OWN = 4
/** The more elements there are, the more of them may agree by chance; of four that do, one is. */
const SPARE_BITS = 2
/** Anything else would have to be another part of the page. */
const ENOUGH_CONTEXT = -4
/** Bits that the next one must have less. */
const MARGIN = 1.5
/** Bits are sums of halves and thirds. */
const EQUAL = 0.1

export function resolve(target: Target, document: Document): Resolution {
  const ranked = rank(target, document)
  const [best, next] = ranked
  if (!best) return { found: null, reason: 'absent', margin: 0 }
  const margin = best.weight.score - (next?.weight.score ?? -Infinity)
  const { own, isContradicted, isIntact, isSettled } = best.weight
  // Those that say as much of themselves.
  const equals = ranked.filter(({ weight }) => weight.own >= own - EQUAL).toSorted((a, b) => a.at - b.at)
  const [wanted, wantedAt] = [target.alike?.count ?? null, target.alike?.index ?? 0]
  const isOneGone =
    wanted !== null && equals.length < wanted && !isIntact && !(target.item && equals.length > 1 && margin >= MARGIN && isSettled)
  if (isContradicted || isOneGone || !isEnough(best.weight, ranked.length, equals.length === wanted))
    return { found: null, reason: 'absent', margin }
  // What stands in its place has another number: either the list has changed, or all numbers have.
  if (isNumbered(target) && !isIntact && ranked.some(({ weight }) => weight.isInPlace)) return { found: null, reason: 'ambiguous', margin }
  const inOrder = equals.length === wanted ? equals[wantedAt] : undefined
  if (inOrder && ((inOrder === best && margin >= MARGIN) || inOrder.weight.isSteady || areApart(equals)))
    return { found: inOrder.element, margin }
  return margin < MARGIN ? { found: null, reason: 'ambiguous', margin } : { found: best.element, margin }
}

/** Is it called by a number, as a day or a page? */
const isNumbered = ({ marks, name }: Target) => marks.name?.startsWith('#') === true || (name !== null && isShortNumber(name))

/** All of its tag, the most like it first. */
function rank(target: Target, document: Document): Candidate[] {
  const root = rootOf(target, document)
  if (!root) return []
  const path = target.locators.find(({ kind }) => kind === 'path')
  const byPath = new Set(path && within(root, path.css))
  const translated = languageOf(document) !== target.language
  return Array.from(within(root, target.tag === 'custom' ? '*' : target.tag))
    .map((element, at) => ({ element, at, weight: weigh(evidenceOf(target, element, byPath), translated) }))
    .toSorted((a, b) => b.weight.score - a.weight.score)
}

/**
 * Is it known well enough, whatever else there is?
 * @param among elements of its tag
 * @param asMany as many are like it as were then
 */
function isEnough({ own, context, isTold, isIntact }: Weight, among: number, asMany: boolean): boolean {
  if (isIntact) return true
  return isTold ? own >= Math.max(ENOUGH_OWN, Math.log2(among) + SPARE_BITS) && context >= ENOUGH_CONTEXT : asMany
}

/** Is each in a list of its own, or in none? What comes into a list or leaves it changes the order of those in it. */
function areApart(candidates: readonly Candidate[]): boolean {
  const lists = candidates.map(({ element }) => itemAround(element)).flatMap((item) => (item ? [parentElement(item)] : []))
  return new Set(lists).size === lists.length
}

/** The document, or the innermost shadow root that the element was in; null where that is gone, closed or not the only one. */
function rootOf({ shadow }: Target, document: Document): Document | ShadowRoot | null {
  let root: Document | ShadowRoot = document
  for (const css of shadow) {
    const hosts = within(root, css)
    const inside = hosts.length === 1 ? hosts[0]?.shadowRoot : null
    if (!inside) return null
    root = inside
  }
  return root
}

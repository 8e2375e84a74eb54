/**
 * What evidence comes to. Weights are bits, as in record linkage (Fellegi and Sunter, A Theory for Record Linkage, 1969): agreement counts
 * by how seldom it comes by chance, difference by how seldom the feature of an element changes. Tuned to one half of the pages of
 * `npm run bench:targets`. Pure.
 */
import type { Evidence, Feature } from './evidence.ts'

type Weights = ReadonlyMap<Feature, { agrees: number; differs: number }>

/** What is an element's own wherever it stands. A mark counts for no more bits than it has. */
const OWN: Weights = new Map([
  ['name', { agrees: 10, differs: 5 }],
  ['key', { agrees: 10, differs: 7 }],
  ['link', { agrees: 7, differs: 3 }],
  ['fragment', { agrees: 6, differs: 0 }],
  ['id', { agrees: 10, differs: 2 }],
  ['testid', { agrees: 12, differs: 5 }],
  ['field', { agrees: 8, differs: 4 }],
  ['type', { agrees: 0, differs: 8 }],
  ['role', { agrees: 0, differs: 6 }],
  ['ariarole', { agrees: 0, differs: 4 }],
])
const CONTEXT: Weights = new Map([
  ['heading', { agrees: 2, differs: 2 }],
  ['landmarks', { agrees: 1, differs: 2 }],
  ['anchor', { agrees: 1, differs: 2 }],
  ['trail', { agrees: 1, differs: 2 }],
  ['inItem', { agrees: 0, differs: 1 }],
])
/** Little: it tells apart those that are alike in everything else. */
const PLACE: Weights = new Map([
  ['exact', { agrees: 2, differs: 0 }],
  ['among', { agrees: 1, differs: 2 }],
  ['amongCount', { agrees: 0.3, differs: 0 }],
  ['size', { agrees: 0.5, differs: 0 }],
])
/** Only where its list is as it was: after a row more on top, the same place is that of another. */
const STEADY_PLACE: Weights = new Map([
  ['index', { agrees: 0.5, differs: 0 }],
  ['position', { agrees: 0.5, differs: 0 }],
])
const INTACT_BITS = 2

/** What tells that it is this element and no other; with fewer bits it is a property that many have. */
const TELLING: readonly Feature[] = ['name', 'key', 'link', 'fragment', 'id', 'testid', 'field']
const FEWEST_TELLING_BITS = 3
const IN_PLACE: readonly Feature[] = ['path', 'index', 'among', 'amongCount', 'landmarks', 'anchor', 'role', 'type']
const SETTLED: readonly Feature[] = ['trail', 'landmarks', 'heading', 'anchor', 'inItem', 'among', 'amongCount', 'count', 'index']
const WORDED: ReadonlySet<Feature> = new Set<Feature>(['name', 'exact', 'heading', 'key', 'order'])

export type Weight = {
  /** Of what is its own. */
  own: number
  context: number
  /** All bits together. */
  score: number
  /** Is there anything of its own to know it by? */
  isTold: boolean
  /** Does something of its own say that it is another? */
  isContradicted: boolean
  /** Is its list as it was, as far as that is known? */
  isSteady: boolean
  /** Is it where it was, in surroundings that are as they were? */
  isIntact: boolean
  /** Is it where it was, whatever it and its list read now? */
  isInPlace: boolean
  /** Are its surroundings as they were, wherever they are now? */
  isSettled: boolean
}

/** @param translated the page is in another language than it was: its wording says nothing */
export function weigh(evidence: Evidence, translated: boolean): Weight {
  const said = (feature: Feature) => (translated && WORDED.has(feature) ? undefined : evidence[feature])
  const agrees = (feature: Feature) => said(feature)?.agrees === true
  const isNotOther = (feature: Feature) => said(feature)?.agrees !== false
  const sum = (weights: Weights) => {
    let total = 0
    for (const [feature, weight] of weights) {
      const each = said(feature)
      if (each) total += each.agrees ? Math.min(weight.agrees, each.bits ?? weight.agrees) : -weight.differs
    }
    return total
  }
  const isSteady = isNotOther('count') && isNotOther('order')
  const isInPlace = isNotOther('count') && IN_PLACE.every(isNotOther)
  const isIntact = isSteady && isInPlace && isNotOther('key') && isNotOther('name')
  const isPromised = agrees('id') || agrees('testid') || agrees('field')
  const isNamed = agrees('name') || agrees('link') || agrees('fragment') || isPromised
  const isAnotherPart = !isNamed && agrees('key') && !isNotOther('amongCount')
  const [own, context] = [sum(OWN), sum(CONTEXT)]
  return {
    own,
    context,
    score: own + context + sum(PLACE) + (isSteady ? sum(STEADY_PLACE) : 0) + (isIntact ? INTACT_BITS : 0),
    isTold: TELLING.some((feature) => (said(feature)?.bits ?? (said(feature) ? FEWEST_TELLING_BITS : 0)) >= FEWEST_TELLING_BITS),
    isContradicted: !isNotOther('name') || (!isPromised && !isNotOther('key')) || isAnotherPart,
    isSteady,
    isIntact,
    isInPlace,
    isSettled: SETTLED.every(isNotOther),
  }
}

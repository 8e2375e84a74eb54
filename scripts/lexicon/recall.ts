import { wordsOf } from '../../lib/mask/words.ts'
import { isLabel, passes } from './label.ts'

/** How much of the interfaces that did not feed a lexicon it covers. Shares are means over interfaces, so that no large one decides. */
export type Recall = {
  interfaces: number
  labels: number
  /** Share of labels with every word known. */
  labelShare: number
  /** Share of the words of those labels that are known, each as often as it is used. */
  wordShare: number
}

/** Too few labels say nothing about an interface. */
const FEWEST_LABELS = 20

/** Measures a lexicon on held-out interfaces. A label that an interface repeats counts once. */
export function recallOf(interfaces: ReadonlyMap<string, readonly string[]>, lexicon: ReadonlySet<string>): Recall {
  const labelShares: number[] = []
  const wordShares: number[] = []
  let labels = 0
  for (const strings of interfaces.values()) {
    const own = [...new Set(strings)].filter(isLabel)
    if (own.length < FEWEST_LABELS) continue
    labels += own.length
    labelShares.push(share(own, (label) => passes(label, lexicon)))
    wordShares.push(share(own.flatMap(wordsOf), (word) => lexicon.has(word)))
  }
  return { interfaces: labelShares.length, labels, labelShare: mean(labelShares), wordShare: mean(wordShares) }
}

function share<T>(all: readonly T[], test: (one: T) => boolean): number {
  return all.filter(test).length / all.length
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

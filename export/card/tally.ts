/** What a data set is made of, counted in one pass over it. */
import type { Target } from '../../lib/trace/target.ts'
import type { Trace } from '../../lib/trace/schema.ts'
import { ACTION_KINDS, LANGUAGES, LIMITS, MASKED_FIELDS, MASK_RULES, UNREPLAYABLE, type ActionKind } from '../../lib/trace/vocabulary.ts'

/** In the order of the vocabulary, so that the same data is told in the same order. */
const zeros = <Word extends string>(words: readonly Word[]): Map<Word, number> => new Map(words.map((word) => [word, 0]))
const add = <Word>(counts: Map<Word, number>, word: Word, more = 1) => counts.set(word, (counts.get(word) ?? 0) + more)

/** `kept` is wording, `masked` a placeholder, `none` an element without a name. */
type Naming = 'kept' | 'masked' | 'none'
const namingOf = ({ name }: Target): Naming => (name === null ? 'none' : name.startsWith('⟦') ? 'masked' : 'kept')

/** `masked` counts actions by field, each once a field; `rules` by rule, each once a rule. `days` are empty where there is no sequence. */
export type Tally = ReturnType<typeof tallyOf>

export function tallyOf(traces: Iterable<Trace>) {
  const sites = new Map<string, { sequences: number; actions: number }>()
  const kinds = zeros<ActionKind>(ACTION_KINDS)
  const names = zeros<Naming>(['kept', 'masked', 'none'])
  const masked = zeros(MASKED_FIELDS)
  const rules = zeros(MASK_RULES)
  const reasons = zeros(UNREPLAYABLE)
  const languages = zeros(LANGUAGES)
  /** How many sequences have so many actions, by that number. */
  const lengths = Array.from({ length: LIMITS.sequenceActions + 1 }, () => 0)
  const sums = { sequences: 0, actions: 0, targets: 0, replayable: 0 }
  const days = { first: '', last: '' }

  for (const { sequence } of traces) {
    const { site, day, actions } = sequence
    const before = sites.get(site) ?? { sequences: 0, actions: 0 }
    sites.set(site, { sequences: before.sequences + 1, actions: before.actions + actions.length })
    if (days.first === '' || day < days.first) days.first = day
    if (day > days.last) days.last = day
    lengths[actions.length] = (lengths[actions.length] ?? 0) + 1
    sums.sequences += 1
    sums.actions += actions.length
    for (const { kind, target, masking, replayable, reason } of actions) {
      add(kinds, kind)
      for (const field of new Set(masking.map((entry) => entry.field))) add(masked, field)
      for (const rule of new Set(masking.map((entry) => entry.rule))) add(rules, rule)
      if (replayable) sums.replayable += 1
      if (reason) add(reasons, reason)
      if (!target) continue
      sums.targets += 1
      add(names, namingOf(target))
      if (target.language) add(languages, target.language)
    }
  }
  return { ...sums, sites, kinds, names, masked, rules, reasons, languages, lengths, days }
}

/**
 * The length that `share` of all sequences does not exceed, by nearest rank; the least for a share of 0.
 * @param lengths how many sequences have so many actions, by that number; at least one
 */
export function lengthAt(lengths: number[], share: number): number {
  const rank = Math.max(1, Math.ceil(share * lengths.reduce((sum, many) => sum + many, 0)))
  let passed = 0
  return lengths.findIndex((many) => (passed += many) >= rank)
}

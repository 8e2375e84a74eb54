/** How well the recorded actions of a visit agree with what the person meant. Pure. */
import { isDeepStrictEqual } from 'node:util'
import type { Action } from '../../../lib/trace/action.ts'
import type { Truth } from './situation.ts'

/** A field that says something else than the truth. */
type Wrong = { path: string; stated: unknown; recorded: unknown }
/** `at` is the place of the truth in its list. */
type Match = { truth: Truth; at: number; action: Action; wrong: Wrong[] }
export type Score = {
  matches: Match[]
  missed: Truth[]
  extra: Action[]
  /** Extras that say again what was said next to them. */
  duplicates: number
  /** Fields that the matched truths state. */
  stated: number
}

type Pair = { at: number; seq: number }
type Sequence = { truths: { truth: Truth; at: number }[]; actions: Action[] }

/** @param recorded what was recorded in each sequence, in order */
export function score(truth: Truth[], recorded: Action[][]): Score {
  const count = Math.max(recorded.length, 1 + Math.max(0, ...truth.map(sequenceOf)))
  const judged = Array.from({ length: count }, (_, sequence) => {
    const truths = truth.map((each, at) => ({ truth: each, at })).filter((each) => sequenceOf(each.truth) === sequence)
    return judgeSequence({ truths, actions: recorded[sequence] ?? [] })
  })
  const matches = judged.flatMap((each) => each.matches).toSorted((a, b) => a.at - b.at)
  return {
    matches,
    missed: truth.filter((_, at) => !matches.some((match) => match.at === at)),
    extra: judged.flatMap((each) => each.extra),
    duplicates: judged.reduce((sum, each) => sum + each.duplicates, 0),
    stated: matches.reduce((sum, match) => sum + Object.keys(match.truth.fields ?? {}).length, 0),
  }
}

const sequenceOf = ({ sequence = 0 }: Truth) => sequence

function judgeSequence(sequence: Sequence): Pick<Score, 'matches' | 'extra' | 'duplicates'> {
  const aligned = align(sequence)
  const pairs = aligned.map(({ at, action }) => ({ at, seq: action.seq }))
  const matched = new Set(aligned.map(({ action }) => action))
  return {
    matches: aligned.map((each) => judge(each, pairs)),
    extra: sequence.actions.filter((action) => !matched.has(action)),
    duplicates: duplicatesAmong(sequence.actions, matched),
  }
}

type Aligned = { truth: Truth; at: number; action: Action }
type Alignment = { worth: number; found: Aligned[] }

/** Longest common subsequence by kind; of those as long, one that agrees in the most fields. */
function align({ truths, actions }: Sequence): Aligned[] {
  const none: Alignment = { worth: 0, found: [] }
  /** Best alignments of the truths behind the current one with the actions from each place on. */
  let behind: Alignment[] = Array.from({ length: actions.length + 1 }, () => none)
  for (const truth of truths.toReversed()) {
    const here = [none]
    for (const [place, action] of [...actions.entries()].toReversed()) {
      const [later = none] = here
      const skipped = behind[place] ?? none
      const rest = behind[place + 1] ?? none
      const paired = { worth: rest.worth + MATCH_WORTH + agreeing(truth.truth, action), found: [{ ...truth, action }, ...rest.found] }
      const candidates = [...(truth.truth.kind === action.kind ? [paired] : []), later, skipped]
      here.unshift(candidates.reduce((a, b) => (b.worth > a.worth ? b : a)))
    }
    behind = here
  }
  return behind[0]?.found ?? []
}

/** One more match outweighs every field: no truth states as many. */
const MATCH_WORTH = 1000

/** Fields that name another action agree or not only once everything is aligned. */
const agreeing = (truth: Truth, action: Action) =>
  Object.entries(truth.fields ?? {}).filter(([path, stated]) => !namesAction(path) && isDeepStrictEqual(valueAt(action, path), stated))
    .length

const namesAction = (path: string) => path === 'causedBy' || path === 'source' || path === 'effects'

function judge({ truth, at, action }: Aligned, pairs: Pair[]): Match {
  const wrong = Object.entries(truth.fields ?? {}).flatMap(([path, stated]): Wrong[] => {
    const recorded = valueAt(action, path)
    return agrees(path, stated, recorded, pairs) ? [] : [{ path, stated, recorded: placed(path, recorded, pairs) }]
  })
  return { truth, at, action, wrong }
}

function agrees(path: string, stated: unknown, recorded: unknown, pairs: Pair[]): boolean {
  const mine = placed(path, recorded, pairs)
  if (path !== 'effects' || !Array.isArray(stated) || !Array.isArray(mine)) return isDeepStrictEqual(mine, stated)
  if (stated.length === 0) return mine.length === 0
  return stated.every((effect) => mine.some((each) => holds(each, effect)))
}

/** Does it say everything that `part` says? */
function holds(whole: unknown, part: unknown): boolean {
  if (!isRecord(whole) || !isRecord(part)) return false
  return Object.entries(part).every(([key, value]) => isDeepStrictEqual(whole[key], value))
}

/** The same with the place in the truth in place of each `seq`; an action the truth does not know is `unknown`. */
function placed(path: string, value: unknown, pairs: Pair[]): unknown {
  const place = (seq: unknown) => (typeof seq === 'number' ? (pairs.find((pair) => pair.seq === seq)?.at ?? 'unknown') : seq)
  if (path === 'causedBy' || path === 'source') return place(value)
  if (path !== 'effects' || !Array.isArray(value)) return value
  return value.map((effect: unknown) => (isRecord(effect) ? { ...effect, action: place(effect.action) } : effect))
}

function valueAt(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inside, key) => (isRecord(inside) ? inside[key] : undefined), value)
}

/** Lists too: `indices.0` is a path. */
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function duplicatesAmong(actions: Action[], matched: Set<Action>): number {
  return actions.filter((action, place) => {
    if (matched.has(action)) return false
    return [actions[place - 1], actions[place + 1]].some((beside) => beside && matched.has(beside) && isSame(beside, action))
  }).length
}

function isSame(a: Action, b: Action): boolean {
  return a.kind === b.kind && isDeepStrictEqual(identityOf(a), identityOf(b))
}

/** What tells one element from another; where it stood may have changed meanwhile. */
const identityOf = ({ target, frame }: Action) => [frame, target?.role, target?.shadow, target?.locators.map(({ css }) => css)]

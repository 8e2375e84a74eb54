import { ACTION_KINDS, type ActionKind } from '../lib/trace/vocabulary.ts'

/** Actions by kind. */
export type Tally = Partial<Record<ActionKind, number>>

export function addTally(total: Tally, more: Tally): Tally {
  const sum = { ...total }
  for (const kind of ACTION_KINDS) if (more[kind]) sum[kind] = (sum[kind] ?? 0) + more[kind]
  return sum
}

export const totalOf = (tally: Tally) => ACTION_KINDS.reduce((sum, kind) => sum + (tally[kind] ?? 0), 0)

/** Everything that is counted instead of recorded, as plain constants: the recorder loads this file into pages. */

/** Actions that were recorded, or would have been, and that nobody will receive; each for its reason. */
// prettier-ignore
export const DROPS = [
  'dropped-paused', 'dropped-policy', 'dropped-invalid', 'dropped-overflow', 'dropped-unknown-document', 'dropped-expired', 'dropped-full',
  'dropped-deleted', 'dropped-narrowed', 'dropped-erased',
] as const
export type Drop = (typeof DROPS)[number]

/** The keys of a batch's `counts`. */
export const COUNTS = ['untrusted', 'programmatic-scroll', 'merged', 'masked', ...DROPS, 'duplicate', 'fault'] as const
export type Count = (typeof COUNTS)[number]
export type Counts = Partial<Record<Count, number>>

export function isDrop(name: string): name is Drop {
  return DROPS.some((drop) => drop === name)
}

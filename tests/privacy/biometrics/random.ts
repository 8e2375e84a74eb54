/** Chance from a seed: the same population and the same sessions on every machine. */
import { mulberry32 } from '../../fixtures/mulberry32.ts'

export type Random = {
  /** In [0, 1). */
  next(): number
  below(limit: number): number
  chance(probability: number): boolean
  normal(mean: number, deviation: number): number
  /** @param spread standard deviation of the natural logarithm */
  logNormal(median: number, spread: number): number
  pick<const T>(list: readonly T[]): T
  shuffled<T>(list: readonly T[]): T[]
}

/** Every seed is mixed in by itself, so that neighbouring persons and sessions share nothing. */
export function randomFrom(...seeds: number[]): Random {
  const next = mulberry32(
    seeds.reduce((mixed, seed) => Math.imul(mixed ^ (seed + 0x9e3779b9), 0x85ebca6b) ^ (mixed >>> 13), 0x5bd1e995) | 0,
  )
  const below = (limit: number) => Math.floor(next() * limit)
  // Box and Muller; 1 - next() is never 0, whose logarithm is infinite.
  const normal = (mean: number, deviation: number) =>
    mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  return {
    next,
    below,
    normal,
    chance: (probability) => next() < probability,
    logNormal: (median, spread) => median * Math.exp(normal(0, spread)),
    pick(list) {
      const picked = list[below(list.length)]
      if (picked === undefined) throw new RangeError('nothing to pick from')
      return picked
    },
    shuffled: (list) =>
      list
        .map((item) => ({ item, place: next() }))
        .toSorted((a, b) => a.place - b.place)
        .map(({ item }) => item),
  }
}

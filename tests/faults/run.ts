import type { Published } from '../../scripts/update-server.ts'
import { mulberry32 } from '../fixtures/mulberry32.ts'
import type { Kind } from './kinds.ts'
import { openWorld, type Sum } from './world.ts'

/**
 * So many rounds of a kind in one world, each from a seed of its own: that of the first is `seed`, and each has the next. `heard`
 * is told how things stand after every round. In the end everything is delivered.
 * @returns how things stand then; what was done in pages that lived on and is not stored counts as lost
 */
export async function runRounds(
  extension: Published,
  kind: Kind,
  { rounds, seed, heard }: { rounds: number; seed: number; heard?: (round: number, seed: number, sum: Sum) => void },
): Promise<Sum> {
  const world = await openWorld(extension, kind)
  try {
    for (let round = 0; round < rounds; round++) {
      await kind.round(world, mulberry32(seed + round))
      heard?.(round + 1, seed + round, await world.sum())
    }
    if (!kind.killsPages) await world.committed()
    await world.deliverAll()
    return await world.sum()
  } finally {
    await world.close()
  }
}

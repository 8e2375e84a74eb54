import { statfsSync } from 'node:fs'
import { failing } from './database.ts'

/** How much is taken: actions of one device in a UTC day, bytes of all bodies together, and whether the disk has room. */
export type Quotas = { deviceActions: number; maxBytes: number; hasRoom: () => boolean }

export const NO_QUOTAS: Quotas = { deviceActions: Infinity, maxBytes: Infinity, hasRoom: () => true }

const DAY_MS = 24 * 60 * 60_000
/** A quota that was raised is noticed within the hour. */
const MAX_WAIT_SECONDS = 3600
const LOOK_AGAIN_MS = 1000

/** Seconds until the UTC day ends, an hour at most. */
export function waitForNextDay(now: number): number {
  return Math.min(MAX_WAIT_SECONDS, Math.ceil((DAY_MS - (now % DAY_MS)) / 1000))
}

/**
 * Whether the disk under `dir` has room, so that the database stays able to write the erasures and the log that it must write.
 * Looked at once a second at most.
 */
export function diskFloor(dir: string, minFreeBytes: number, now: () => number): () => boolean {
  let lookedAt = -Infinity
  let hasRoom = true
  return () => {
    if (now() - lookedAt >= LOOK_AGAIN_MS) {
      const { bavail, bsize } = failing(() => statfsSync(dir))
      hasRoom = bavail * bsize >= minFreeBytes
      lookedAt = now()
    }
    return hasRoom
  }
}

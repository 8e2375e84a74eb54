import { setImmediate } from 'node:timers/promises'
import type { Storage } from './storage.ts'

const HOUR_MS = 60 * 60_000

type Terms = { days: number; now: () => number; log: (line: string) => void }

/**
 * Deletes what is older than `days`, at once and every hour; requests are answered between the steps.
 * @returns a function that ends it, and settles when no step is under way
 */
export function keepExpiring(storage: Pick<Storage, 'expire'>, { days, now, log }: Terms): () => Promise<void> {
  let ended = false
  async function run() {
    try {
      for (const _ of storage.expire(days, now())) {
        await setImmediate()
        if (ended) return
      }
    } catch (error) {
      // A disk that cannot be written is no reason to end: what is due stays due.
      log(`retention failed ${error instanceof Error ? error.message : 'unknown failure'}`)
    }
  }
  let running = run()
  const timer = setInterval(() => (running = running.then(run)), HOUR_MS)
  return () => {
    ended = true
    clearInterval(timer)
    return running
  }
}

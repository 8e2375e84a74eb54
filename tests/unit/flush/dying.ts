import type { Database } from '../../../lib/store/database.ts'

export class Died extends Error {
  override readonly name = 'Died'
}

/**
 * A database that a worker loses at its k-th use: what was committed before stays, nothing after it happens. `uses` tells
 * how often it was used if the worker came through.
 */
export function dyingAt(db: Database, k: number): { db: Database; uses: () => number } {
  let uses = 0
  const dying = new Proxy(db, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key)
      if (typeof value !== 'function') return value
      return (...args: unknown[]): unknown => {
        uses += 1
        if (uses >= k) throw new Died()
        return value.apply(target, args)
      }
    },
  })
  return { db: dying, uses: () => uses }
}

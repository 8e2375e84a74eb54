/** Sequences that came to a collector, or were to come, and are not in its bodies: how many, and why. */
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

/**
 * Counts of sequences. `quarantined`: a detector fired. `erased`: somebody asked for it; some may never have arrived.
 * `expired`: older than the collector was to keep them, over all of its time.
 */
const Withheld = z.object({ quarantined: z.int(), erased: z.int(), expired: z.int() })
export type Withheld = z.infer<typeof Withheld>

export function withheldIn(db: DatabaseSync): Withheld {
  return Withheld.parse(
    db
      .prepare(
        `SELECT (SELECT count(DISTINCT sequence) FROM quarantine) AS quarantined, (SELECT count(*) FROM erased) AS erased,
          (SELECT coalesce(sum(detail ->> '$.sequences'), 0) FROM audit WHERE what = 'retention') AS expired`,
      )
      .get(),
  )
}

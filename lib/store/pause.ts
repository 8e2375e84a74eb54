/** The pause, in the database and once more beside it: a person who has paused stays paused whatever becomes of the database. */
import { browser } from 'wxt/browser'
import { z } from 'zod'
import type { Database } from './database.ts'
import { writeState, type StateValues } from './state.ts'

/** In `storage.local`. */
const KEY = 'pause'
const Mirror = z.object({ since: z.number(), until: z.number() })

export async function writePause(db: Database, pause: StateValues['pause']): Promise<void> {
  // First, so that no death in between leaves a pause in the database only.
  await browser.storage.local.set({ [KEY]: { since: pause.since, until: pause.until } })
  await writeState(db.transaction('state', 'readwrite').store, 'pause', pause)
}

export async function mirroredPause(): Promise<StateValues['pause'] | null> {
  return Mirror.safeParse((await browser.storage.local.get(KEY))[KEY]).data ?? null
}

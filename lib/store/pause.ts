/** The pause, in the database and once more beside it: a person who has paused stays paused whatever becomes of the database. */
import { browser } from 'wxt/browser'
import { z } from 'zod'
import type { Database } from './database.ts'
import { readState, writeState, type StateValues } from './state.ts'

/** In `storage.local`. */
const KEY = 'pause'
const Mirror = z.object({ since: z.number(), until: z.number() })

/** @param next what the pause becomes, from what it is; nothing is written where that is undefined */
export async function changePause(
  db: Database,
  next: (before: StateValues['pause'] | undefined) => StateValues['pause'] | undefined,
): Promise<void> {
  const { store } = db.transaction('state', 'readwrite')
  const pause = next(await readState(store, 'pause'))
  if (!pause) return
  await writeState(store, 'pause', pause)
  await browser.storage.local.set({ [KEY]: { since: pause.since, until: pause.until } })
}

export async function mirroredPause(): Promise<StateValues['pause'] | null> {
  return Mirror.safeParse((await browser.storage.local.get(KEY))[KEY]).data ?? null
}

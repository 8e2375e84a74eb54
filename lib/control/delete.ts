/** The person deletes what was recorded: here at once, and at the collector by asking it. */
import type { Deletion } from '../messages.ts'
import type { Content } from '../store/database.ts'
import { dropDatabase } from '../store/open.ts'
import { remove, type Removal } from '../store/remove.ts'
import { readState, writeState, type DeletedSpan } from '../store/state.ts'
import { clearLocal } from '../store/clear-local.ts'
import { drainTails } from '../store/tails.ts'
import { admissionOf } from './admission.ts'
import type { Context } from './context.ts'

type Choice = Pick<Removal, 'matches'> & { span: DeletedSpan }

/** Whether the policy lets the person delete; a policy that says nothing, or is not there, does. */
export function mayDelete({ resolution }: Context): boolean {
  return resolution.kind !== 'ready' || resolution.policy.person.allowDelete
}

export async function deleteRecorded(context: Context, what: Deletion, now: number): Promise<void> {
  if (!mayDelete(context)) return
  const admission = await admissionOf(context)
  // What dying pages left becomes part of its sequences first, and goes with them; so does what another one leaves while that is cleared.
  do await drainTails(context.db, now, admission)
  while ((await clearLocal()) > 0)
  // Nobody can look into these for one site or span.
  if (what.kind === 'all') for (const { base } of context.aside.splice(0)) await dropDatabase(base)
  const choice = await chosen(context, what, now)
  if (!choice) return
  const { asked } = await remove(context.db, { ...choice, reason: 'dropped-deleted', sent: 'erase' }, now)
  // The collector hears of it with the next alarm, whenever the next delivery was due.
  if (asked > 0) await hurry(context, now)
}

async function hurry({ db }: Context, now: number): Promise<void> {
  const { store } = db.transaction('state', 'readwrite')
  const delivery = await readState(store, 'delivery')
  // A collector that asked for time gets it.
  if (!delivery?.code) await writeState(store, 'flushAt', now)
}

async function chosen({ db }: Context, what: Deletion, now: number): Promise<Choice | null> {
  switch (what.kind) {
    case 'all':
      return { matches: () => true, span: { site: null, tab: null, from: 0, until: now } }
    case 'site': {
      const { origin } = what
      const matches = ({ site, origins }: Content) => site === origin || origins.includes(origin)
      return { matches, span: { site: origin, tab: null, from: 0, until: now } }
    }
    case 'span': {
      const { from } = what
      const until = Math.min(what.until, now)
      // A sequence is kept as a whole or not at all: with a part cut out it would teach something that nobody did.
      return { matches: (content) => content.from <= until && content.until >= from, span: { site: null, tab: null, from, until } }
    }
    case 'sequence': {
      const { id } = what
      const row = await db.get('sequences', id)
      const { openedAt = now, lastAt = now, tab = '', open = 0 } = row ?? {}
      return {
        matches: ({ sequence }) => sequence === id,
        span: { site: null, tab, from: openedAt, until: open === 1 ? now : lastAt },
      }
    }
  }
}

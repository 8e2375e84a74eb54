/** Closing: true order, coarse times, hesitation, and which action caused which. Pure. */
import type { Action, Draft } from '../trace/action.ts'
import type { Sequence } from '../trace/schema.ts'
import { utcDayOf } from '../trace/utc-day.ts'
import { TIME_STEP_MS, type Ending } from '../trace/vocabulary.ts'
import { linkCauses } from './cause.ts'
import type { OpenSequence } from './place.ts'
import { restBefore } from './rest.ts'

/** An action in IndexedDB: `n` counts within its document. */
export type Stored = { document: string; action: Draft }

export function close(open: OpenSequence, stored: Stored[], ended: Ending): Sequence {
  const drafts = stored.toSorted(byTime).map(({ action }) => action)
  const begin = drafts[0]?.at ?? open.openedAt
  const end = drafts.reduce((latest, { until }) => Math.max(latest, until), begin)
  const actions = drafts.map((draft, seq): Action => {
    const { n: _n, at, until: _until, ...kept } = draft
    return { ...kept, effects: [...draft.effects], seq, t: coarse(at - begin), ...restBefore(drafts, seq), causedBy: null }
  })
  linkCauses(drafts, actions, open.opener !== null)
  return {
    id: open.id,
    site: open.site,
    day: utcDayOf(begin),
    viewport: open.viewport,
    opener: open.opener,
    previous: open.previous,
    ended,
    durationMs: coarse(end - begin),
    actions,
  }
}

/** Frames share the machine's clock; within a document the number decides, because it cannot be wrong. */
function byTime(a: Stored, b: Stored): number {
  return a.action.at - b.action.at || a.document.localeCompare(b.document) || a.action.n - b.action.n
}

function coarse(ms: number): number {
  return Math.max(0, Math.round(ms / TIME_STEP_MS) * TIME_STEP_MS)
}

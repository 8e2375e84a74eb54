/**
 * Boundaries: which sequence an arriving action belongs to. Actions of many frames arrive late and out of turn, so a
 * sequence has no inner order until it is closed. Pure: time and ids are handed in.
 */
import { LIMITS, type Ending } from '../trace/vocabulary.ts'

/** A sequence that may still grow. Times in ms since 1970. */
export type OpenSequence = {
  id: string
  /** Tab of one browser run; never reused after a restart. */
  tab: string
  /** Origin of the top document. */
  site: string
  openedAt: number
  lastAt: number
  /** Actions in it. */
  actions: number
  viewport: { width: number; height: number }
  opener: string | null
  previous: string | null
}

export type Arrival = Pick<OpenSequence, 'tab' | 'site' | 'viewport' | 'opener'> & { at: number; until: number }

export type Placement = {
  /** The sequence the action belongs to, grown by it. */
  into: OpenSequence
  /** The sequence that ended because of it. */
  closed: { sequence: OpenSequence; ended: Ending } | null
}

export function place(open: OpenSequence | null, arrival: Arrival, newId: () => string): Placement {
  const ended = open && endedBy(open, arrival)
  if (open && !ended) {
    const into = {
      ...open,
      openedAt: Math.min(open.openedAt, arrival.at),
      lastAt: Math.max(open.lastAt, arrival.until),
      actions: open.actions + 1,
    }
    return { into, closed: null }
  }
  const { tab, site, viewport, opener, at, until } = arrival
  const previous = open?.id ?? null
  // A tab is opened by another once; what follows a split came from the sequence before.
  const into = { id: newId(), tab, site, viewport, openedAt: at, lastAt: until, actions: 1, opener: previous ? null : opener, previous }
  return { into, closed: open && ended ? { sequence: open, ended } : null }
}

function endedBy(open: OpenSequence, { site, at, until }: Arrival): Ending | null {
  if (open.site !== site) return 'site'
  if (at - open.lastAt > LIMITS.idleMs || open.openedAt - until > LIMITS.idleMs) return 'idle'
  if (open.actions >= LIMITS.sequenceActions) return 'length'
  return Math.max(until, open.lastAt) - Math.min(at, open.openedAt) > LIMITS.sequenceMs ? 'length' : null
}

/** When an open sequence ends by itself, ms since 1970. */
export function idleAt(open: OpenSequence): number {
  return open.lastAt + LIMITS.idleMs
}

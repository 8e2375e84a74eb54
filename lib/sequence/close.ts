/** Closing: true order, coarse times, hesitation, and which action caused which. Pure. */
import type { Action, Draft } from '../trace/action.ts'
import type { Sequence } from '../trace/schema.ts'
import { LIMITS, TIME_STEP_MS, type Ending, type Pause } from '../trace/vocabulary.ts'
import type { OpenSequence } from './place.ts'

/** An action in IndexedDB: `n` counts within its document. */
export type Stored = { document: string; action: Draft }

/** A page that moves within 5 s of an action moved because of it (the window Playwright's recorder uses, traces §4). */
const CAUSE_MS = 5000
/** A load this soon after another, without an action between, is a redirect. */
const REDIRECT_MS = 1000

export function close(open: OpenSequence, stored: Stored[], ended: Ending): Sequence {
  const drafts = stored.toSorted(byTime).map(({ action }) => action)
  const begin = drafts[0]?.at ?? open.openedAt
  const end = drafts.reduce((latest, { until }) => Math.max(latest, until), begin)
  const actions = drafts.map((draft, seq): Action => {
    const { n: _n, at, until: _until, ...kept } = draft
    return { ...kept, seq, t: coarse(at - begin), pause: pauseBefore(drafts, seq), causedBy: null, effects: [] }
  })
  for (const [seq, action] of actions.entries()) if (action.kind === 'nav') link(action, seq, drafts, actions, open.opener !== null)
  return {
    id: open.id,
    site: open.site,
    day: new Date(begin).toISOString().slice(0, 10),
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

const PAUSE_BOUNDS: [number, Pause][] = [
  [1000, '0-1s'],
  [3000, '1-3s'],
  [10_000, '3-10s'],
  [30_000, '10-30s'],
]

function pauseBefore(drafts: Draft[], seq: number): Pause {
  const before = drafts.slice(Math.max(0, seq - 5), seq).reduce((latest, { until }) => Math.max(latest, until), -Infinity)
  const gap = seq === 0 ? 0 : (drafts[seq]?.at ?? 0) - before
  return PAUSE_BOUNDS.find(([bound]) => gap < bound)?.[1] ?? '30s+'
}

/** Finds what a page's move followed from, and says so on both sides. */
function link(nav: Extract<Action, { kind: 'nav' }>, seq: number, drafts: Draft[], actions: Action[], hasOpener: boolean): void {
  if (nav.cause !== 'link' && nav.cause !== 'spa') return
  const at = drafts[seq]?.at ?? 0
  for (let before = seq - 1; before >= 0; before--) {
    const draft = drafts[before]
    const cause = actions[before]
    if (!draft || !cause || at - draft.until > CAUSE_MS) break
    if (draft.kind === 'nav') {
      if (nav.cause === 'link' && at - draft.at <= REDIRECT_MS) nav.cause = 'redirect'
      break
    }
    if (!canNavigate(draft)) continue
    nav.causedBy = before
    if (cause.effects.length < LIMITS.effects) cause.effects.push({ kind: 'navigation', action: seq })
    return
  }
  // Nothing here led to it: typed, bookmarked, opened by another program, or by a page off the list.
  if (nav.cause === 'link' && !(hasOpener && seq === 0)) nav.cause = 'address'
}

function canNavigate(draft: Draft): boolean {
  if (draft.kind === 'press') return draft.key === 'Enter' || draft.key === 'Space' || draft.shortcut !== null
  return draft.kind === 'click' || draft.kind === 'check' || draft.kind === 'select'
}

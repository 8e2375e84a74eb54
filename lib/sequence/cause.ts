/** Which action led to which, told from their order, their times and what was seen to follow from them. */
import type { Action, Draft, DraftOf } from '../trace/action.ts'
import { LIMITS } from '../trace/vocabulary.ts'

/** A page that moves within 5 s of an action moved because of it (the window Playwright's recorder uses, traces §4). */
const CAUSE_MS = 5000
/** A load this soon after another, without an action between, is a redirect. */
const REDIRECT_MS = 1000
/** Actions looked through for the one that opened a list: filtering it by typing and scrolling it come between. */
const MAX_BACK = 6

/** What is known of each action, both as it was recorded and as it is delivered. */
type Pair = { draft: Draft; action: Action }

/** Fills in `causedBy`, `source` and the effects that are actions themselves. @param drafts in order of time, as `actions` are */
export function linkCauses(drafts: readonly Draft[], actions: readonly Action[], hasOpener: boolean): void {
  const pairs = drafts.flatMap((draft, seq) => {
    const action = actions[seq]
    return action ? [{ draft, action }] : []
  })
  for (const [seq, { draft, action }] of pairs.entries()) {
    const before = pairs.slice(0, seq)
    if (action.kind === 'nav' && draft.kind === 'nav') linkNavigation(action, draft, before, hasOpener)
    else if (isPicker(action)) follow(action, pickerOf(before), 'dialog')
    else if (action.kind === 'dialog') follow(action, latest(before, draft, canNavigate), 'dialog')
    else if (action.kind === 'tab') {
      if (action.change === 'open') follow(action, latest(before, draft, canNavigate), 'navigation')
    } else if (action.kind === 'clip') {
      if (action.operation === 'paste') action.source = before.findLast((each) => isCopy(each.draft))?.action.seq ?? null
      action.causedBy = action.source
    } else action.causedBy = revealedBy(before, draft)
  }
}

function linkNavigation(nav: Extract<Action, { kind: 'nav' }>, draft: DraftOf<'nav'>, before: readonly Pair[], hasOpener: boolean): void {
  if (nav.cause !== 'link' && nav.cause !== 'spa') return
  const cause = latest(before, draft, (each) => each.kind === 'nav' || canNavigate(each))
  if (cause?.draft.kind === 'nav') {
    if (nav.cause === 'link' && draft.at - cause.draft.at <= REDIRECT_MS) nav.cause = 'redirect'
  } else if (cause) return follow(nav, cause, 'navigation')
  // Nothing here led to it: typed, bookmarked, opened by another program, or by a page off the list.
  if (nav.cause === 'link' && !(hasOpener && before.length === 0)) nav.cause = 'address'
}

/** The latest action before one that could have caused it, if that is recent enough. */
function latest(before: readonly Pair[], { at }: Draft, could: (draft: Draft) => boolean): Pair | null {
  for (const pair of before.toReversed()) {
    if (at - pair.draft.until > CAUSE_MS) return null
    if (could(pair.draft)) return pair
  }
  return null
}

/** Says on both sides that one action followed from another. */
function follow(action: Action, cause: Pair | null, kind: 'navigation' | 'dialog'): void {
  if (!cause) return
  const { effects, seq } = cause.action
  if (effects.length >= LIMITS.effects) {
    // What was seen makes room for what is known; an action that led to more others than there is room for says so of the first ones.
    const spare = effects.findLastIndex((effect) => effect.action === null)
    if (spare < 0) return
    effects.splice(spare, 1)
  }
  action.causedBy = seq
  effects.push({ kind, action: action.seq, role: null, state: null, settleMs: null })
}

const isPicker = (action: Action) =>
  (action.kind === 'upload' && action.via === 'picker') || (action.kind === 'dialog' && action.dialog === 'file')

/** Who looks for a file does it for as long as it takes, and does nothing else in the page meanwhile. */
function pickerOf(before: readonly Pair[]): Pair | null {
  const last = before.at(-1)
  return last && canNavigate(last.draft) ? last : null
}

/** What had to be shown before it could be used: the list of a choice, the menu under the pointer, the dialog of what is in it. */
function revealedBy(before: readonly Pair[], draft: Draft): number | null {
  const here = before.filter((each) => each.draft.frame.join() === draft.frame.join()).slice(-MAX_BACK)
  for (const { draft: earlier, action } of here.toReversed()) {
    if (earlier.kind === 'nav') return null
    if (earlier.kind === 'hover') return action.seq
    const shown = earlier.effects.some(({ kind, state }) => kind === 'revealed' || kind === 'dialog' || state?.expanded === true)
    if (shown) return isIn(draft) ? action.seq : null
    // Typing filters what is shown, and scrolling looks through it; anything else is a matter of its own.
    if (earlier.kind !== 'type' && earlier.kind !== 'scroll' && !(draft.kind === 'select' && earlier.kind === 'select')) return null
  }
  return null
}

/** Is it on something that was opened: a choice from a list or menu, or within a dialog? */
function isIn({ kind, target }: Draft): boolean {
  return kind === 'select' || target?.anchor?.kind === 'dialog' || target?.control === 'menu-item'
}

const isCopy = (draft: Draft) => draft.kind === 'clip' && draft.operation !== 'paste'

function canNavigate(draft: Draft): boolean {
  if (draft.kind === 'press') return draft.key === 'Enter' || draft.key === 'Space' || draft.shortcut !== null
  return draft.kind === 'click' || draft.kind === 'check' || draft.kind === 'select'
}

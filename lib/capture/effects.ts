/**
 * What followed from an action: a dialog, something shown or taken away, another state of the control. Looked for a few times
 * within a second, so an action is held that long before it is handed over; the next one, or leaving the page, ends the wait.
 */
import { openAttribution } from '../sequence/attribute.ts'
import type { Target } from '../trace/target.ts'
import { SETTLE_MS, TIME_STEP_MS, type ActionKind, type Role } from '../trace/vocabulary.ts'
import { isConnected } from './natives.ts'
import type { Unnumbered } from './page.ts'
import type { Popups } from './popups.ts'
import { stateOf } from './state.ts'

/** When to look after the person did something: at once for what is there already, later for what had to be fetched. */
const LOOKS_MS = [100, 400, SETTLE_MS]
/** While keys are typed one look is enough for what follows all of them. */
const KEY_LOOKS_MS = [400]
/** Looks take no more than this part of the time, however large the page is: with 1.8 ms a look (50,000 elements) one in 0.9 s. */
const SHARE = 1 / 500
/** Controls whose state is compared: the one in use, the one before, and one around each. */
const MAX_WATCHED = 4
const DIALOGS: ReadonlySet<Role> = new Set<Role>(['dialog', 'alertdialog'])
/** What a person does to a control. Arrivals, tabs and the like have no effect of their own. */
const HELD: ReadonlySet<ActionKind> = new Set<ActionKind>(['click', 'check', 'type', 'press', 'select', 'set', 'drag', 'upload'])

type Watched = { element: Element; before: Target['state'] }

export type Effects = {
  /** An element is about to be acted on. */
  begin(element: Element): void
  /** Takes an action that is complete, and hands it over once it is known what followed. */
  hold(action: Unnumbered, element: Element | null): void
  /** Hands over everything: the page is being left. */
  flush(): void
}

export type EffectsOptions = {
  at: () => number
  later: (ms: number, run: () => void) => void
  popups: Popups
  push: (action: Unnumbered) => void
}

/** @param listen calls back after something the person did; with `typed` for keys */
export function watchEffects({ at, later, popups, push }: EffectsOptions, listen: (did: (typed: boolean) => void) => void): Effects {
  const attribution = openAttribution<Unnumbered>((action, effects) => push({ ...action, effects }))
  let watched: Watched[] = []
  let quietUntil = 0
  const due = new Set<number>()

  const look = () => {
    const begun = performance.now()
    const now = at()
    for (const { shown, role } of popups.look(now)) {
      attribution.see(now, { kind: !shown ? 'removed' : DIALOGS.has(role) ? 'dialog' : 'revealed', role, state: null }, null)
    }
    for (const each of watched) {
      const after = isConnected(each.element) ? stateOf(each.element) : each.before
      const state = changed(each.before, after)
      each.before = after
      if (state) attribution.see(now, { kind: 'state', role: null, state }, each.element)
    }
    quietUntil = now + (performance.now() - begun) / SHARE
  }

  listen((typed) => {
    for (const ms of typed ? KEY_LOOKS_MS : LOOKS_MS) {
      const when = Math.max(at() + ms, quietUntil)
      // One that is due about then sees the same.
      if ([...due].some((other) => Math.abs(other - when) < TIME_STEP_MS / 2)) continue
      due.add(when)
      later(when - at(), () => {
        due.delete(when)
        look()
      })
    }
  })

  return {
    begin(element) {
      popups.use(element)
      if (watched.some((each) => each.element === element)) return
      watched = [{ element, before: stateOf(element) }, ...watched].slice(0, MAX_WATCHED)
    },
    hold(action, element) {
      if (!HELD.has(action.kind)) return push(action)
      attribution.hold(action, element)
      later(Math.max(0, action.until + SETTLE_MS + TIME_STEP_MS - at()), () => attribution.release(action))
    },
    flush: () => attribution.flush(),
  }
}

function changed(before: Target['state'], after: Target['state']): Target['state'] | null {
  const entries = Object.entries(after).filter(([key, value]) => Reflect.get(before, key) !== value)
  return entries.length > 0 ? Object.fromEntries(entries) : null
}

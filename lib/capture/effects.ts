/**
 * What followed from an action: a dialog, something shown or taken away, another state of the control. Looked for a few times
 * within a second, so an action is held that long before it is handed over; the next one, or leaving the page, ends the wait.
 */
import { openAttribution } from '../sequence/attribute.ts'
import type { Target } from '../trace/target.ts'
import { SETTLE_MS, TIME_STEP_MS, type ActionKind, type Role } from '../trace/vocabulary.ts'
import { elementOf } from './element-of.ts'
import { interactiveAround } from './interactive.ts'
import { isConnected } from './natives.ts'
import type { Unnumbered } from './page.ts'
import type { Popups } from './popups.ts'
import { stateOf } from './state.ts'

/** When to look after the person did something: at once for what is there already, later for what had to be fetched. */
const LOOKS_MS = [100, 400, SETTLE_MS]
/** While keys are typed one look now and then is enough, and one for what follows all of them. */
const KEY_LOOK_MS = 400
/** Looks take no more than this part of the time, however large the page is: with 1.8 ms a look (50,000 elements) one in 0.9 s. */
const SHARE = 1 / 500
/** A look inside of an input event, where whatever we do is felt: a quarter of what one click may cost. */
const MAX_COST_MS = 0.25
const MAX_COSTS = 4
/** What opens within so short a time of a search, away from what was used and from the top of the page, is seen by the next one. */
const FRESH_MS = 150
/** The clock of a page may be set forward between two readings, by as much as two clocks differ. */
const CLOCK_MS = 1
/** Controls whose state is compared: the one in use, the one before, and one around each. */
const MAX_WATCHED = 4
const DIALOGS: ReadonlySet<Role> = new Set<Role>(['dialog', 'alertdialog'])
/** What a person does to a control. Arrivals, tabs and the like have no effect of their own. */
const HELD: ReadonlySet<ActionKind> = new Set<ActionKind>(['click', 'check', 'type', 'press', 'select', 'set', 'drag', 'upload'])

type Watched = { element: Element; before: Target['state'] }

export type Effects = {
  /** Takes an action that is complete, and hands it over once it is known what followed. */
  hold(action: Unnumbered, element: Element | null): void
  /** Hands over everything: the page is being left. */
  flush(): void
}

export type EffectsOptions = {
  at: (eventTime?: number) => number
  later: (ms: number, run: () => void) => void
  popups: Popups
  push: (action: Unnumbered) => void
}

/** @param listen calls back for each input of the person's, before any recorder hears of it */
export function watchEffects({ at, later, popups, push }: EffectsOptions, listen: (did: (event: Event) => void) => void): Effects {
  const attribution = openAttribution<Unnumbered>((action, effects) => push({ ...action, effects }))
  let watched: Watched[] = []
  let quietUntil = 0
  /** Of the last searches; one by itself may have been interrupted. */
  let costs: number[] = []
  let searchedAt = -Infinity
  /** When the person did something last, and whether that was typing. */
  let did = { at: 0, typed: false }
  let begunAt: Element | null = null
  /** Looks to come, the next first; ms since 1970. */
  let due: number[] = []
  let isArmed = false
  /** Until then a look is for what is shown at once, which is beside what was used or on top. */
  let searchAt = 0

  /** @param nearby only what is beside the controls in use and on top of the page, without a search through it */
  const look = (nearby = false, now = at()) => {
    const begun = performance.now()
    for (const { shown, role } of popups.look(now, nearby)) {
      attribution.see(now, { kind: !shown ? 'removed' : DIALOGS.has(role) ? 'dialog' : 'revealed', role, state: null }, null)
    }
    for (const each of watched) {
      const after = isConnected(each.element) ? stateOf(each.element) : each.before
      const state = changed(each.before, after)
      each.before = after
      if (state) attribution.see(now, { kind: 'state', role: null, state }, each.element)
    }
    const cost = performance.now() - begun
    if (!nearby) {
      costs = [cost, ...costs].slice(0, MAX_COSTS)
      searchedAt = begun
    }
    quietUntil = at() + cost / SHARE
  }

  /** One timer for the next look. */
  const arm = () => {
    const [next] = due
    if (isArmed || next === undefined) return
    isArmed = true
    later(Math.max(1, next - at()), () => {
      isArmed = false
      const now = at()
      const isDue = due.some((each) => each <= now)
      const rest = due.filter((each) => each > now)
      if (isDue && now >= quietUntil) look(now < searchAt)
      else if (isDue && rest.length === 0) rest.push(quietUntil)
      due = rest
      arm()
    })
  }
  /** An element is about to be acted on. */
  const begin = (element: Element) => {
    popups.use(element)
    if (watched.some((each) => each.element === element)) return
    watched = [{ element, before: stateOf(element) }, ...watched].slice(0, MAX_WATCHED)
  }

  /** Until there is something to go by it is taken for cheap: code that has not run yet is slow. */
  const isCheap = () => costs.length < MAX_COSTS || Math.min(...costs) <= MAX_COST_MS

  listen((event) => {
    const typed = event instanceof KeyboardEvent && [...event.key].length === 1
    const begins = event.type === 'pointerdown' || event.type === 'keydown'
    // Whoever is faster than the looks: what is there now followed from what was done before.
    const goesOn = typed && did.typed
    if (begins && due.length > 0 && !goesOn) look(!isCheap() || performance.now() - searchedAt < FRESH_MS, did.at + CLOCK_MS)
    did = { at: at(event.timeStamp), typed }
    const raw = begins ? elementOf(event) : null
    // Of a field that is being typed into, the first key has noted what is around it.
    if (raw && !(goesOn && raw === begunAt)) begin(interactiveAround(raw) ?? raw)
    begunAt = raw ?? begunAt
    if (event.type === 'pointerdown') return
    // What comes later than the next thing the person does follows from that. While keys are typed, the look that is due stays.
    searchAt = did.at + KEY_LOOK_MS
    due = typed ? [...due.slice(0, 1), did.at + KEY_LOOK_MS] : LOOKS_MS.map((ms) => did.at + ms)
    arm()
  })

  return {
    hold(action, element) {
      if (!HELD.has(action.kind)) return push(action)
      attribution.hold(action, element)
      later(Math.max(0, action.until + SETTLE_MS + TIME_STEP_MS - at()), () => attribution.release(action))
    },
    flush() {
      if (due.length > 0) look()
      attribution.flush()
    },
  }
}

function changed(before: Target['state'], after: Target['state']): Target['state'] | null {
  const entries = Object.entries(after).filter(([key, value]) => Reflect.get(before, key) !== value)
  return entries.length > 0 ? Object.fromEntries(entries) : null
}

/**
 * What every action recorder shares: guarded listeners, time, scenes, and one place where actions are handed over.
 */
import type { Echoes } from '../mask/echo.ts'
import type { OnlyMasked } from '../mask/masked.ts'
import type { Standing } from '../messages.ts'
import type { Draft, DraftOf } from '../trace/action.ts'
import type { Count } from '../trace/counts.ts'
import { LIMITS, type Unreplayable } from '../trace/vocabulary.ts'
import { openClaims, type Claims } from './claims.ts'
import { pageClock } from './clock.ts'
import { changed, complete } from './completion.ts'
import { watchEffects } from './effects.ts'
import { fieldAt, hidesField } from './interactive.ts'
import { pointerPath, type PointerPath } from './pointer.ts'
import { watchPopups, type Popups } from './popups.ts'
import { openScenes, type Scene } from './scene.ts'
import type { Point } from './target.ts'

export type Recordable = Extract<Standing, { record: true }>

/** An action before the outbox numbers it. */
export type Unnumbered = OnlyMasked<Draft extends infer D ? (D extends Draft ? Omit<D, 'n'> : never) : never>
/** What a recorder of one kind adds; the page fills in the rest from the scene. */
type OwnOf<K extends Draft['kind']> = Omit<DraftOf<K>, 'n' | 'frame' | 'route' | 'target' | 'masking' | 'effects' | 'replayable' | 'reason'>
type Own = OnlyMasked<{ [K in Draft['kind']]: OwnOf<K> }[Draft['kind']]>

export type Page = {
  /** Passive capture-phase listener on `window`; untrusted events are counted and go no further. */
  listen<T extends keyof WindowEventMap>(type: T, handler: (event: WindowEventMap[T]) => void): void
  /** A listener that never throws into the page, and does nothing once recording has stopped. */
  guard<E>(handler: (event: E) => void): (event: E) => void
  /** Wall clock of an event time stamp, or of now; ms since 1970. */
  at(eventTime?: number): number
  pointer: PointerPath
  popups: Popups
  claims: Claims
  /** Where and on what something begins; null (and counted) where the policy does not list this address any more. */
  scene(element: Element | null, point?: Point | null): Scene | null
  /** Runs later unless recording has stopped; guarded like a listener. */
  later(ms: number, run: () => void): void
  /** Another action begins: everything still growing is handed over first, but for `self`. */
  settle(self?: () => void): void
  /** Names what `settle` calls to hand over an action that is still growing. */
  onSettle(commit: () => void): void
  emit(scene: Scene, own: Own): void
  /** Hands over everything, growing or held: recording ends here, or the page is left. */
  finish(): void
  count(what: Count, by?: number): void
  signal: AbortSignal
}

export type PageOptions = {
  standing: Recordable
  echoes: Echoes
  frame: number[]
  signal: AbortSignal
  push(action: Unnumbered): void
  count(what: Count, by?: number): void
  /** A recorder threw: stop recording this document. */
  fault(): void
}

/** @param x where the pointer was, if that was asked for */
type Heard = { scene: Scene; x: number | undefined; y: number | undefined }
type Handlers = { [T in keyof WindowEventMap]?: ((event: WindowEventMap[T]) => void)[] }

/** Events of a page's own this soon after a key may be one for each. */
const TYPING_MS = 1000

export function openPage({ standing, echoes, frame, signal, push, count, fault }: PageOptions): Page {
  const commits: (() => void)[] = []
  const handlers: Handlers = {}
  let keyAt = -Infinity
  let settling = false
  /** Scenes of the event that is being heard: no code of the page runs meanwhile, so what one recorder has read the next need not. */
  let heard: Map<Element, Heard> | null = null
  const sceneOf = openScenes(standing, echoes)

  const guard =
    <E>(handler: (event: E) => void) =>
    (event: E) => {
      if (signal.aborted) return
      try {
        handler(event)
      } catch {
        // The site must never notice. A recorder that throws is stopped and counted; nothing of the error is kept.
        fault()
      }
    }

  /** Not in a field: a page that answers every key with an event would count what is typed. */
  const countUntrusted = (event: Event) => {
    if (performance.now() - keyAt < TYPING_MS) return
    const [first] = event.composedPath()
    if (!(first instanceof Element) || (!fieldAt(first) && !hidesField(first))) count('untrusted')
  }

  /** One listener for each type of event, however many recorders hear it: the browser takes time for each. */
  const listen = <T extends keyof WindowEventMap>(type: T, handler: (event: WindowEventMap[T]) => void) => {
    const known = handlers[type]
    const all: NonNullable<Handlers[T]> = known ?? []
    all.push(guard(handler))
    if (known) return
    handlers[type] = all
    const listener = (event: WindowEventMap[T]) => {
      // Filling in a form, Chromium sends events named after keys that have none.
      if (type.startsWith('key') && !(event instanceof KeyboardEvent)) return
      if (!event.isTrusted) {
        if (!signal.aborted) countUntrusted(event)
        return
      }
      heard = new Map()
      for (const each of all) each(event)
      heard = null
    }
    window.addEventListener(type, listener, { capture: true, passive: true, signal })
  }
  for (const type of ['keydown', 'beforeinput'] as const) {
    listen(type, () => {
      keyAt = performance.now()
    })
  }

  const at = pageClock()
  const popups = watchPopups()
  let soon: ((event: null) => void)[] = []
  const runSoon = () => {
    const due = soon
    soon = []
    for (const run of due) run(null)
  }
  const later = (ms: number, run: () => void) => {
    if (ms > 0) return void setTimeout(guard(run), ms, null)
    // One timer for all that wait for the page's own handlers.
    soon.push(guard(run))
    if (soon.length === 1) setTimeout(runSoon)
  }
  /** Handed over at once, as when the page is left: what is left to read is read now. */
  const give = (action: Unnumbered) => {
    complete(action.target)
    if (action.kind === 'drag') complete(action.destination)
    push(action)
  }
  const effects = watchEffects({ at, later, popups, push: give }, (did) => {
    for (const type of ['pointerdown', 'pointerup', 'click', 'change', 'keydown'] as const) listen(type, did)
  })
  const settle = (self?: () => void) => {
    if (settling) return
    settling = true
    for (const commit of commits) if (commit !== self) commit()
    settling = false
  }

  return {
    at,
    popups,
    claims: openClaims(),
    guard,
    signal,
    count,
    pointer: pointerPath(),
    listen,
    scene(element, point = null) {
      const known = element ? heard?.get(element) : undefined
      if (known && point === null) return { ...known.scene, target: known.scene.target && changed(known.scene.target, { point }) }
      if (known && known.x === point?.x && known.y === point?.y) return known.scene
      const scene = sceneOf(element, point)
      if (!scene) count('dropped-policy')
      else if (element) heard?.set(element, { scene, x: point?.x, y: point?.y })
      return scene
    },
    later,
    onSettle(commit) {
      commits.push(commit)
    },
    settle,
    finish() {
      settle()
      effects.flush()
    },
    emit({ element, route, target, masking }, own) {
      const reason = unreplayable(own.kind, target)
      const targets = [target, own.kind === 'drag' ? own.destination : null]
      later(0, () => targets.forEach(complete))
      effects.hold(
        { ...own, frame, route, target, masking: masking.slice(0, LIMITS.masking), effects: [], replayable: reason === null, reason },
        element,
      )
      count('masked', masking.length)
    },
  }
}

function unreplayable(kind: Draft['kind'], target: Draft['target']): Unreplayable | null {
  if (kind === 'type') return 'text-needed'
  if (kind === 'upload') return 'file-needed'
  if (kind === 'nav' || kind === 'tab' || kind === 'dialog') return null
  if (kind === 'scroll' && target?.role === 'document') return null
  return target?.locators.some((locator) => locator.matches === 1) ? null : 'no-target'
}

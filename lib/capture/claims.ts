/**
 * Recorders that know better what a click or key was: part of a drag, of a choice from a list, of a slider being moved. They are
 * asked in the order in which they came, before it becomes an action of its own; whoever claims it records it.
 */
import type { PointerPoint } from '../trace/action.ts'
import type { Activation } from '../trace/vocabulary.ts'
import type { Scene } from './scene.ts'

type ClickAttempt = {
  /** Innermost element, and what the person acted on by it; as they were at pointerdown. */
  raw: Element
  element: Element
  scene: Scene
  pointer: PointerPoint[]
  at: number
  via: Activation
  event: MouseEvent
}

type KeyAttempt = { raw: Element; event: KeyboardEvent }

export type Claims = {
  onClick(claim: (attempt: ClickAttempt) => boolean): void
  onKey(claim: (attempt: KeyAttempt) => boolean): void
  isClick(attempt: ClickAttempt): boolean
  isKey(attempt: KeyAttempt): boolean
  /** Says how to forget what began between two times and is held yet. */
  onRetract(forget: (since: number, until: number) => void): void
  /** Only now it is seen: the click or press that began then was part of something else. */
  retract(since: number, until?: number): void
}

export function openClaims(): Claims {
  const clicks: ((attempt: ClickAttempt) => boolean)[] = []
  const keys: ((attempt: KeyAttempt) => boolean)[] = []
  const forgets: ((since: number, until: number) => void)[] = []
  return {
    onRetract: (forget) => void forgets.push(forget),
    retract: (since, until = since) => {
      for (const forget of forgets) forget(since, until)
    },
    onClick: (claim) => void clicks.push(claim),
    onKey: (claim) => void keys.push(claim),
    isClick: (attempt) => clicks.some((claim) => claim(attempt)),
    isKey: (attempt) => keys.some((claim) => claim(attempt)),
  }
}

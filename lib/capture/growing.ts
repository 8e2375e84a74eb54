/** Actions that may go on, as arrowing through a list does: over after a second of rest, or when the control is left. */
import type { Page } from './page.ts'
import { elementOf } from './element-of.ts'

/** Arrowing through a closed select changes it at every key; a second without a key means the choice is made. */
const REST_MS = 1000

type Grown = { element: Element; until: number }

export type Growing<T extends Grown> = {
  /** The control changed again, or for the first time; then `begin` says what begins. */
  grow(element: Element, at: number, begin: () => T | null): T | null
  current(): T | null
}

/** @param emit hands over what has come to rest */
export function growingOf<T extends Grown>(page: Page, emit: (grown: T) => void): Growing<T> {
  let current: T | null = null
  const commit = () => {
    const grown = current
    current = null
    if (grown) emit(grown)
  }
  page.onSettle(commit)
  page.listen('focusout', (event) => {
    if (current && elementOf(event) === current.element) commit()
  })
  return {
    current: () => current,
    grow(element, at, begin) {
      if (current?.element === element) {
        current.until = at
        page.count('merged')
      } else {
        page.settle()
        current = begin()
      }
      const mine = current
      page.later(REST_MS, () => {
        if (mine && current === mine && mine.until === at) commit()
      })
      return mine
    },
  }
}

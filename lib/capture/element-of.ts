import { innermost } from './closed-shadow.ts'

/** Every recorder asks about the same event, one after the other. */
let latest: { event: WeakRef<Event>; element: Element | null } | null = null

/** Innermost element of an event, inside shadow roots too; as it was when the event was asked about first. */
export function elementOf(event: Event): Element | null {
  if (latest?.event.deref() === event) return latest.element
  const [first] = event.composedPath()
  const element = first instanceof Element ? innermost(first, event) : null
  latest = { event: new WeakRef(event), element }
  return element
}

/** The heading above an element: what the part of the page that it stands in is called. */
import { body, firstElement, is, parentElement, previousElement } from './natives.ts'

const HEADING = 'h1,h2,h3,h4,h5,h6,[role="heading"],legend,caption,summary'
/** Levels around an element, and neighbours before each, in which a heading is looked for. */
const MAX_LEVELS = 10
const MAX_BEFORE = 8
/** A heading often stands in a header of its own. */
const MAX_INSIDE = 2

/** Null where none is near. */
export function headingOf(element: Element): Element | null {
  const whole = body()
  for (
    let scope: Element | null = element, level = 0;
    scope && scope !== whole && level < MAX_LEVELS;
    level++, scope = parentElement(scope)
  ) {
    let before = previousElement(scope)
    for (let seen = 0; before && seen < MAX_BEFORE; seen++, before = previousElement(before)) {
      let inside: Element | null = before
      for (let depth = 0; inside && depth <= MAX_INSIDE; depth++, inside = firstElement(inside)) if (is(inside, HEADING)) return inside
    }
  }
  return null
}

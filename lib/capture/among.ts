/** The place of an element among its like: which of the two buttons of a row, which of the links of a menu. */
import type { Target } from '../trace/target.ts'
import { body, firstTagged, localName, nearest, parentElement } from './natives.ts'

const PART = 'form,dialog,[role="dialog"],fieldset,section,article,nav,aside,header,footer,main'
/** More than a person tells apart by their order. */
const MOST = 100

/** @param item that it is in, if any */
export function amongOf(element: Element, item: Element | null): Target['among'] {
  const parent = parentElement(element)
  const scope = (item === element ? null : item) ?? (parent && nearest(parent, PART)) ?? body()
  const all = scope ? firstTagged(scope, localName(element), MOST + 1) : []
  const index = all.indexOf(element)
  return index < 0 || all.length > MOST ? null : { index, count: all.length }
}

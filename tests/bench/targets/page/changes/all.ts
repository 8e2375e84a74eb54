import { classes, ids, theme } from './attributes.ts'
import type { Change } from './change.ts'
import { filtered, itemOnTop, itemRemoved, paged, sorted, virtualised } from './items.ts'
import { siblings, wrappers } from './structure.ts'
import { digits, translation } from './texts.ts'

/** One after the other. */
const together =
  (...changes: Change[]): Change =>
  (random) => {
    for (const change of changes) change(random)
  }

/** By their names in the report. Whatever is named here happens to a copy of the page, which is a re-render by itself. */
export const CHANGES: Record<string, Change> = {
  're-rendered': () => {},
  classes,
  ids,
  wrappers,
  siblings,
  'item on top': itemOnTop,
  'item removed': itemRemoved,
  sorted,
  filtered,
  paged,
  virtualised,
  translation,
  digits,
  theme,
  'classes + wrappers + siblings + digits': together(classes, wrappers, siblings, digits),
  'sorted + filtered + digits': together(sorted, filtered, digits),
  'classes + ids + wrappers + siblings + item on top': together(itemOnTop, classes, ids, wrappers, siblings),
}

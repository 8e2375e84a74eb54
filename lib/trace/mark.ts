/** Bounds of marks, as plain constants: the recorder loads this file into pages. */

/** A mark: the first bits of what a masked text comes to, `x` for 1 and `o` for 0, after `#` where its digits count. `lib/mask/mark.ts` makes them. */
export const MARK = /^#?[ox]{1,10}$/
/**
 * Bits that all marks of one target tell together at most. A place in a list is kept, and tells whoever has the page which item it was;
 * marks tell whoever has not that it was one in 65,536 texts, however many of them are about one person.
 */
export const MARK_BITS = 16
/** Of so many items it takes all texts to come to the bits of their order, so these tell of none of them, and are not counted. */
export const FEWEST_IN_ORDER = 3

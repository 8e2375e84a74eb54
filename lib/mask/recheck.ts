/**
 * The masker's second look, run by the worker on arrival and by the collector on ingest: the schema says what shape a
 * string has, this says whether the masker could have made it.
 */
import type { Action, Draft } from '../trace/action.ts'
import type { Target } from '../trace/target.ts'
import { FEWEST_IN_ORDER, MARK_BITS } from '../trace/mark.ts'
import { isPermittedCss } from './css.ts'
import { sizeOfMark } from './mark.ts'
import { isPlaceholder } from './name.ts'

/** May this wording have been kept? The worker asks its policy and lexicon; the collector judges wording in its second pass. */
export type Permits = (wording: string) => boolean

function unpermittedInTarget(target: Target, path: string, permits: Permits): string | null {
  const isPermitted = (name: string | null) => name === null || isPlaceholder(name) || (!name.startsWith('⟦') && permits(name))
  if (!isPermitted(target.name)) return `${path}.name`
  if (target.anchor && !isPermitted(target.anchor.name)) return `${path}.anchor.name`
  if (!isPermitted(target.heading)) return `${path}.heading`
  if (bitsIn(target) > MARK_BITS) return `${path}.marks`
  for (const [index, locator] of target.locators.entries()) if (!isPermittedCss(locator.css)) return `${path}.locators.${index}.css`
  for (const [index, css] of target.shadow.entries()) if (!isPermittedCss(css)) return `${path}.shadow.${index}`
  return null
}

/** Bits that the marks of a target tell together. */
const bitsIn = ({ item, marks }: Target) =>
  [item?.key?.mark, item && item.count < FEWEST_IN_ORDER && item.order !== null ? item.order : undefined, ...Object.values(marks)].reduce(
    (sum, mark) => sum + (mark === undefined ? 0 : sizeOfMark(mark)),
    0,
  )

/** Path of the first string in an action that the masker cannot have made, or null. The path names fields, never content. */
export function unpermitted(action: Action | Draft, permits: Permits): string | null {
  if (action.target) {
    const path = unpermittedInTarget(action.target, 'target', permits)
    if (path) return path
  }
  if (action.kind === 'select') {
    const index = action.labels.findIndex((label) => label !== null && !isPlaceholder(label) && !permits(label))
    if (index >= 0) return `labels.${index}`
    return action.option && unpermittedInTarget(action.option, 'option', permits)
  }
  return action.kind === 'drag' && action.destination ? unpermittedInTarget(action.destination, 'destination', permits) : null
}

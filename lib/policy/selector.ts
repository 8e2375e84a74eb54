import type { ProblemCode } from './problem-codes.ts'

const NAME = '-?[A-Za-z_][\\w-]*'
/** Quoted values are emptied before this is applied. */
const FEATURE = `(?:[#.]${NAME}|\\[${NAME}(?:[~|^$*]?="")?\\])`
const COMPOUND = `(?:(?:[A-Za-z][A-Za-z0-9-]*|\\*)${FEATURE}*|${FEATURE}+)`
/** Each alternative begins with another character, so there is one way to read a text and nothing to try again. */
const COMPLEX = new RegExp(`^${COMPOUND}(?: *[>+~] *${COMPOUND}| ${COMPOUND})*$`)

/**
 * What is wrong with a selector list that un-masks, or null. A closed grammar without pseudo-classes, which can be slow in
 * pages (`:has`) or hide a `*` (`:is`); and at least one id, class or attribute in each, since `body *` would un-mask all.
 */
export function selectorProblem(text: string): ProblemCode | null {
  if (/[{}\\<]/.test(text)) return 'selector'
  const selectors = text.replace(/"[^"]*"/g, '""').split(',')
  if (!selectors.every((selector) => COMPLEX.test(selector.trim()))) return 'selector'
  return selectors.every((selector) => /[#.[]/.test(selector)) ? null : 'selector-too-broad'
}

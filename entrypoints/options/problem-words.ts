import { i18n } from '#i18n'
import { PROBLEM_CODES, type ProblemCode } from '../../lib/policy/problem-codes.ts'
import { messageName } from '../../lib/ui/message-name.ts'

/** What is wrong with a setting and what to do about it; a code without words, from a newer worker, is shown itself. */
export function problemWords(code: string): string {
  return isKnown(code) ? i18n.t(`problem.${messageName(code)}`) : i18n.t('problem.other', { code })
}

function isKnown(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEM_CODES, code)
}

/** Sentences for codes that other parts choose. A code without words of its own is shown as it is, in a general sentence. */
import { i18n } from '#i18n'
import { messageName } from './message-name.ts'

const PROBLEMS = [] as const
const DELIVERIES = [] as const

function isOneOf<Code extends string>(codes: readonly Code[], code: string): code is Code {
  return codes.some((known) => known === code)
}

/** What is wrong with a setting and what to do about it. */
export function problemWords(code: string): string {
  return isOneOf(PROBLEMS, code) ? i18n.t(`problem.${messageName(code)}`) : i18n.t('problem.other', { code })
}

/** Why the last delivery did not work. */
export function deliveryWords(code: string): string {
  return isOneOf(DELIVERIES, code) ? i18n.t(`delivery.${messageName(code)}`) : i18n.t('delivery.other', { code })
}

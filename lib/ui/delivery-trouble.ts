import { i18n } from '#i18n'
import type { Status } from '../messages.ts'
import { knownDelivery } from './delivery-codes.ts'
import { messageName } from './message-name.ts'
import { moment } from './time-words.ts'

/** Why the last delivery did not work and what happens next, as one run of sentences; null where it did. */
export function deliveryTrouble({ delivery, state }: Pick<Status, 'delivery' | 'state'>, now: number): string | null {
  if (delivery === null) return null
  const { code, retryAt } = delivery
  // A time that has passed, as when the alarm is late, is not when anything will be tried.
  const retry = retryAt === null || retryAt <= now ? [] : [i18n.t('delivery.retry_at', { time: moment(retryAt, now) })]
  return [causeOf(code), consequence(code, state), ...retry].join(' ')
}

/** What is wrong, without what follows from it. */
export function causeOf(code: string): string {
  const known = knownDelivery(code)
  return known === null ? i18n.t('delivery.other', { code }) : i18n.t(`delivery.${messageName(known)}`)
}

/** What it means for recording and for what is kept. An order of the collector is followed when it is given for the second time. */
function consequence(code: string, state: Status['state']): string {
  if (code === 'erased') return i18n.t('delivery.erased_next')
  if (code !== 'revoked') return i18n.t('delivery.kept')
  return state === 'attention' ? i18n.t('delivery.revoked_confirmed') : i18n.t('delivery.revoked_first')
}

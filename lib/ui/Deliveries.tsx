import { i18n } from '#i18n'
import type { Status } from '../messages.ts'
import { deliveryWords } from './delivery-words.ts'
import { moment } from './time-words.ts'

/** What waits, when the last delivery was, or why it did not work. */
export function Deliveries({ status, now }: { status: Status; now: number }) {
  const { waiting, sent, delivery } = status
  return (
    <>
      <p>
        {i18n.t('popup.waiting', waiting.actions)}{' '}
        {sent.lastAt === null ? i18n.t('popup.never_sent') : i18n.t('popup.sent_at', { time: moment(sent.lastAt, now) })}
      </p>
      {delivery !== null && <p class="trouble">{deliveryTrouble(delivery, now)}</p>}
    </>
  )
}

/** The trouble and what happens next, as one run of sentences. */
export function deliveryTrouble(delivery: NonNullable<Status['delivery']>, now: number): string {
  const retry = delivery.retryAt === null ? [] : [i18n.t('delivery.retry_at', { time: moment(delivery.retryAt, now) })]
  return [deliveryWords(delivery.code), i18n.t('delivery.kept'), ...retry].join(' ')
}

import { i18n } from '#i18n'
import type { Status } from '../messages.ts'
import { deliveryTrouble } from './delivery-trouble.ts'
import { grouped, moment } from './time-words.ts'

/** What waits, when the last delivery was, or why it did not work. */
export function Deliveries({ status, now }: { status: Status; now: number }) {
  const { waiting, sent } = status
  const trouble = deliveryTrouble(status, now)
  return (
    <>
      <p>
        {i18n.t('popup.waiting', waiting.actions, [grouped(waiting.actions)])}{' '}
        {sent.lastAt === null ? i18n.t('popup.never_sent') : i18n.t('popup.sent_at', { time: moment(sent.lastAt, now) })}
      </p>
      {trouble !== null && <p class="trouble">{trouble}</p>}
    </>
  )
}

import { i18n } from '#i18n'
import type { Status, UiMessage } from '../../lib/messages.ts'
import { deliveryTrouble } from '../../lib/ui/delivery-trouble.ts'
import { Facts } from '../../lib/ui/Facts.tsx'
import { kilobytes, moment, grouped } from '../../lib/ui/time-words.ts'
import { flushResult } from './flush-result.ts'
import { Press } from './Press.tsx'

type Properties = { status: Status; now: number; send: (message: UiMessage) => Promise<Status | null> }

/** What waits for the collector, and a way to deliver it now. */
export function Waiting({ status, now, send }: Properties) {
  const { waiting, sent } = status
  const trouble = deliveryTrouble(status, now)
  const sendNow = async () => {
    const after = await send({ type: 'flush' })
    return flushResult(status, after, Date.now())
  }

  return (
    <>
      <p class="intro">{i18n.t('waiting.intro')}</p>
      {trouble !== null && <p class="trouble">{trouble}</p>}
      <Facts
        facts={[
          [i18n.t('waiting.actions'), grouped(waiting.actions)],
          [i18n.t('waiting.sequences'), grouped(waiting.sequences)],
          [i18n.t('waiting.batches'), grouped(waiting.batches)],
          [i18n.t('waiting.parked'), grouped(waiting.parked)],
          [i18n.t('waiting.size'), kilobytes(waiting.bytes)],
          [i18n.t('waiting.last_sent'), sent.lastAt === null ? i18n.t('waiting.never') : moment(sent.lastAt, now)],
          [i18n.t('waiting.sent'), i18n.t('waiting.sent_count', sent.actions)],
        ]}
      />
      <Press label={i18n.t('waiting.send')} busy={i18n.t('waiting.sending')} run={sendNow} />
    </>
  )
}

import { i18n } from '#i18n'
import { useState } from 'preact/hooks'
import type { Status, UiMessage } from '../../lib/messages.ts'
import { deliveryTrouble } from '../../lib/ui/delivery-trouble.ts'
import { Facts } from '../../lib/ui/Facts.tsx'
import { kilobytes, moment, grouped } from '../../lib/ui/time-words.ts'
import { flushResult } from './flush-result.ts'

type Properties = { status: Status; now: number; send: (message: UiMessage) => Promise<Status | null> }

/** What waits for the collector, and a way to deliver it now. */
export function Waiting({ status, now, send }: Properties) {
  const { waiting, sent } = status
  const trouble = deliveryTrouble(status, now)
  const [sending, setSending] = useState(false)
  const [result, setResult] = useState('')

  const sendNow = async () => {
    if (sending) return
    setSending(true)
    setResult('')
    const after = await send({ type: 'flush' })
    setSending(false)
    setResult(flushResult(status, after, Date.now()))
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
      <p class="press">
        {/* aria-disabled, not disabled: the focus stays where the person left it. */}
        <button type="button" aria-disabled={sending} onClick={() => void sendNow()}>
          {sending ? i18n.t('waiting.sending') : i18n.t('waiting.send')}
        </button>
        <span aria-live="polite">{result}</span>
      </p>
    </>
  )
}

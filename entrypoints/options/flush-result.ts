import { i18n } from '#i18n'
import type { Status } from '../../lib/messages.ts'
import { deliveryTrouble } from '../../lib/ui/delivery-trouble.ts'

/** What came of a flush, from the status before and after it; `after` is null if the worker did not answer. */
export function flushResult(before: Status, after: Status | null, now: number): string {
  if (after === null) return i18n.t('waiting.result_silent')
  const sent = after.sent.actions - before.sent.actions
  if (sent > 0) return i18n.t('waiting.result_sent', sent)
  const reason = deliveryTrouble(after, now)
  if (reason !== null) return i18n.t('waiting.result_failed', { reason })
  return after.waiting.actions === 0 ? i18n.t('waiting.result_nothing') : i18n.t('waiting.result_kept')
}

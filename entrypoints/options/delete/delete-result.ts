import { i18n } from '#i18n'
import type { Status } from '../../../lib/messages.ts'
import { sum } from '../../../lib/ui/sum.ts'

/** What came of a deletion, from the status before and after it; `after` is null if the worker did not answer. */
export function deleteResult(before: Status | null, after: Status | null): string {
  if (before === null || after === null) return i18n.t('delete.result_silent')
  const waited = i18n.t('waiting.sent_count', before.waiting.actions)
  const waits = i18n.t('waiting.sent_count', after.waiting.actions)
  const asked = Math.max(0, everAsked(after) - everAsked(before))
  return [i18n.t('delete.result', { before: waited, now: waits }), i18n.t('delete.result_asked', asked)].join(' ')
}

/** Receipts as well: one may have come in meanwhile. */
function everAsked({ erasures: { pending, elsewhere, receipts } }: Status): number {
  return pending + sum(Object.fromEntries([...elsewhere, ...receipts].map(({ count }, place) => [place, count])))
}

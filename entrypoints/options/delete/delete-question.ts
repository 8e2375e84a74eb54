import { i18n } from '#i18n'
import { hostOf } from '../../../lib/ui/host-of.ts'
import { moment } from '../../../lib/ui/time-words.ts'
import type { Choice } from './delete-choice.ts'

/** The question before anything is deleted: it names what was chosen. */
export function deleteQuestion({ scope, origin, since }: Choice, now: number): string {
  if (scope === 'site') return i18n.t('delete.ask_site', { site: hostOf(origin) })
  if (scope === 'since') return i18n.t('delete.ask_since', { time: moment(Date.parse(since), now) })
  return i18n.t(`delete.ask_${scope}`)
}

import { i18n } from '#i18n'
import type { Status } from '../messages.ts'
import { matchParts } from './match-parts.ts'
import { dayList } from './time-words.ts'

/** A match pattern as a sentence; the pattern itself where it has a form we do not know. */
export function siteSentence(pattern: string): string {
  const parts = matchParts(pattern)
  if (parts === null) return pattern
  const { host, path, subdomains } = parts
  if (parts.pages === 'all') return subdomains ? i18n.t('sites.all_under', { host }) : i18n.t('sites.all_one', { host })
  return i18n.t(`sites.${parts.pages}_${subdomains ? 'under' : 'one'}`, { host, path })
}

/** When recording is on at all. */
export function scheduleSentence(schedule: Status['policy']['schedule']): string {
  if (schedule === null) return i18n.t('sites.always')
  const { days, from, to, timeZone: zone } = schedule
  return i18n.t('sites.schedule', { days: dayList(days), from, to, zone })
}

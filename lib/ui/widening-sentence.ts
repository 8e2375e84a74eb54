import { i18n } from '#i18n'
import type { Widening } from '../policy/terms.ts'
import { hostOf } from './host-of.ts'
import { scheduleSentence, siteSentence } from './site-sentence.ts'

/** What is recorded more than before, as a sentence. */
export function wideningSentence(more: Widening, company: string): string {
  switch (more.what) {
    case 'site':
    case 'except':
    case 'text':
    case 'context':
      return i18n.t(`new.${more.what}`, { site: siteSentence(more.match) })
    case 'phrases':
    case 'unmask':
    case 'routes':
      return i18n.t(`new.${more.what}`, { site: siteSentence(more.match), entries: more.entries.join(', ') })
    case 'schedule':
      return i18n.t('new.schedule', { schedule: scheduleSentence(more.after) })
    case 'collector':
      return i18n.t('new.collector', { host: hostOf(more.origin) })
    case 'retention':
      return i18n.t('new.retention', more.days)
    case 'unasked':
      return i18n.t('new.unasked', { company })
  }
}

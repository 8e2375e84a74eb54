import { i18n } from '#i18n'
import type { Status, UiMessage } from '../../lib/messages.ts'
import { hostOf } from '../../lib/ui/host-of.ts'
import { isInForce } from '../../lib/ui/headline.ts'
import { ListFile } from './ListFile.tsx'
import { Problems } from './Problems.tsx'

type Properties = { status: Status; now: number; send: (message: UiMessage) => Promise<Status | null> }

/** The settings as this browser has read them: what is wrong with them first, then each in a sentence, then as data. */
export function PolicyAsRead({ status, now, send }: Properties) {
  const { policy } = status
  return (
    <>
      <p class="intro">{i18n.t('policy.intro')}</p>
      <Problems problems={policy.problems} />
      {isInForce(status) ? (
        <ul>
          {sentences(status).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : (
        policy.problems.length === 0 && policy.list === null && <p>{i18n.t('policy.incomplete')}</p>
      )}
      {policy.list !== null && <ListFile list={policy.list} now={now} send={send} />}
      <details>
        <summary>{i18n.t('policy.raw')}</summary>
        <p class="intro">{i18n.t('policy.raw_note')}</p>
        <pre tabIndex={0}>{policy.raw}</pre>
      </details>
    </>
  )
}

function sentences({ policy, pauseMaxMinutes, mayDelete, consent }: Status): string[] {
  const { company, contact, collector, flushMinutes, retentionDays } = policy
  return [
    company === null ? i18n.t('policy.no_company') : i18n.t('policy.company', { company }),
    contact === null ? i18n.t('policy.no_contact') : i18n.t('policy.contact', { contact }),
    ...(collector === null ? [] : [i18n.t('policy.collector', { host: hostOf(collector) })]),
    ...(flushMinutes === null ? [] : [i18n.t('policy.collector_every', flushMinutes)]),
    i18n.t('policy.retention', retentionDays),
    pauseMaxMinutes % 60 === 0 ? i18n.t('policy.pause', pauseMaxMinutes / 60) : i18n.t('policy.pause_minutes', pauseMaxMinutes),
    mayDelete ? i18n.t('policy.delete') : i18n.t('policy.no_delete'),
    consent === 'unneeded' ? i18n.t('policy.consent_obtained') : i18n.t('policy.consent_ask'),
    i18n.t('policy.no_problem'),
  ]
}

import { i18n } from '#i18n'
import type { Status } from '../../../lib/messages.ts'
import { moment } from '../../../lib/ui/time-words.ts'
import { useNow } from '../../../lib/ui/use-now.ts'

/** The key by which the collector knows this browser, where each has its own, and whether it does. */
export function Credential({ enrolment }: { enrolment: Status['enrolment'] }) {
  const now = useNow(false)
  if (enrolment === null) return null
  return (
    <>
      <h3>{i18n.t('diagnostics.key')}</h3>
      <p>{enrolment.credential === null ? i18n.t('diagnostics.key_none') : <code>{enrolment.credential}</code>}</p>
      {enrolment.credential !== null && <p>{standing(enrolment, now)}</p>}
      <p class="intro">{i18n.t('diagnostics.key_intro')}</p>
    </>
  )
}

function standing({ since, tokenUntil, revoked }: NonNullable<Status['enrolment']>, now: number): string {
  if (since === null) return i18n.t('diagnostics.key_pending')
  const known = i18n.t('diagnostics.key_since', { day: since })
  if (revoked) return `${known} ${i18n.t('diagnostics.key_revoked')}`
  return tokenUntil === null ? known : `${known} ${i18n.t('diagnostics.key_token', { time: moment(tokenUntil, now) })}`
}

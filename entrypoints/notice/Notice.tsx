import { i18n } from '#i18n'
import type { Status } from '../../lib/messages.ts'
import { companyOf, isInForce } from '../../lib/ui/headline.ts'
import { Section } from '../../lib/ui/Section.tsx'
import { SiteList } from '../../lib/ui/SiteList.tsx'
import { useAnchor } from '../../lib/ui/use-anchor.ts'
import { useStatus } from '../../lib/ui/use-status.ts'
import { Answer } from './Answer.tsx'
import { New } from './New.tsx'
import { Record } from './Record.tsx'
import { AskWhom, Controls, WhereItGoes } from './Terms.tsx'
import { useSeen } from './use-seen.ts'

/** Who records what, where it goes and what a person can do: written from the policy in force. */
export function Notice() {
  const { status, silent, send } = useStatus(null)
  useAnchor(status !== null)
  useSeen(status)
  return (
    <main>
      <header>
        <h1>{i18n.t('notice.title')}</h1>
        <p class="lead" role="status">
          {status === null ? noAnswer(silent) : lead(status)}
        </p>
      </header>
      {status !== null && isInForce(status) && <New status={status} />}
      {status !== null && isInForce(status) && <Answer status={status} send={send} />}
      {status !== null && (
        <Section id="where" title={i18n.t('notice.where_title')}>
          <p>{i18n.t('notice.where_intro')}</p>
          <SiteList policy={status.policy} fresh={freshSites(status)} />
        </Section>
      )}
      <Record />
      {status !== null && <WhereItGoes status={status} />}
      <Controls status={status} />
      {status !== null && <AskWhom status={status} />}
    </main>
  )
}

/** Patterns of sites that were not recorded before. */
function freshSites({ terms }: Status): string[] {
  return terms.more.flatMap((more) => (more.what === 'site' ? [more.match] : []))
}

function lead(status: Status): string {
  return isInForce(status) ? i18n.t('notice.lead', { company: companyOf(status) }) : i18n.t('notice.lead_unset')
}

function noAnswer(silent: boolean): string {
  return silent ? `${i18n.t('common.silent_title')}. ${i18n.t('common.silent')}` : i18n.t('common.one_moment')
}

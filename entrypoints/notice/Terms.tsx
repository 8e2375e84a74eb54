import { i18n } from '#i18n'
import type { Status } from '../../lib/messages.ts'
import { Contact } from '../../lib/ui/Contact.tsx'
import { companyOf, isInForce } from '../../lib/ui/headline.ts'
import { hostOf } from '../../lib/ui/host-of.ts'
import { PageLink } from '../../lib/ui/PageLink.tsx'
import { Shortcuts } from '../../lib/ui/Shortcuts.tsx'
import { Section } from '../../lib/ui/Section.tsx'

/** Where the records go and how long they stay. */
export function WhereItGoes({ status }: { status: Status }) {
  const { collector, retentionDays } = status.policy
  return (
    <>
      <Section id="delivery" title={i18n.t('notice.delivery_title')}>
        <p>{collector === null ? i18n.t('notice.delivery_none') : i18n.t('notice.delivery', { host: hostOf(collector) })}</p>
      </Section>
      <Section id="keep" title={i18n.t('notice.keep_title')}>
        {isInForce(status) && <p>{i18n.t('notice.keep', retentionDays)}</p>}
        {isInForce(status) && <p>{i18n.t('notice.keep_copy')}</p>}
        {isInForce(status) && <p>{i18n.t('notice.keep_list')}</p>}
        <p>{i18n.t('notice.keep_collector', { company: companyOf(status) })}</p>
      </Section>
    </>
  )
}

/** What a person can do. */
export function Controls({ status }: { status: Status | null }) {
  return (
    <Section id="controls" title={i18n.t('notice.controls_title')}>
      <ul>
        <li>{i18n.t('notice.control_see')}</li>
        <li>{i18n.t('notice.control_pause')}</li>
        {status !== null && status.consent !== 'unneeded' && <li>{i18n.t('notice.control_answer')}</li>}
        {status?.mayDelete && <li>{i18n.t('notice.control_delete')}</li>}
        <li>
          {i18n.t('notice.control_look')} <PageLink href="/options.html">{i18n.t('notice.settings')}</PageLink>
        </li>
      </ul>
      <h3>{i18n.t('shortcuts.title')}</h3>
      <Shortcuts />
    </Section>
  )
}

/** Whom to ask, and the company's own notice where it names one. */
export function AskWhom({ status }: { status: Status }) {
  const { contact, noticeUrl } = status.policy
  return (
    <Section id="contact" title={i18n.t('notice.contact_title')}>
      <p>
        {contact === null ? i18n.t('notice.contact_none') : <Contact contact={contact}>{i18n.t('notice.contact', { contact })}</Contact>}
      </p>
      {/* Policy promises https; a link of any other kind is not worth the trust of this page. */}
      {noticeUrl?.startsWith('https://') && (
        <p>
          <PageLink href={noticeUrl}>{i18n.t('notice.full', { company: companyOf(status) })}</PageLink>
        </p>
      )}
    </Section>
  )
}

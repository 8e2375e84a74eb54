import { i18n } from '#i18n'
import { Contact } from '../../lib/ui/Contact.tsx'
import { PageLink } from '../../lib/ui/PageLink.tsx'

export function Links({ contact }: { contact: string | null }) {
  return (
    <nav aria-label={i18n.t('popup.links')}>
      <PageLink href="/notice.html">{i18n.t('popup.notice')}</PageLink>
      <PageLink href="/options.html#traces">{i18n.t('traces.title')}</PageLink>
      <PageLink href="/options.html">{i18n.t('popup.options')}</PageLink>
      {contact !== null && <Contact contact={contact}>{i18n.t('popup.contact', { contact })}</Contact>}
    </nav>
  )
}

import { i18n } from '#i18n'
import type { Status } from '../../lib/messages.ts'
import { companyOf, hasFaultySettings, isRevoked } from '../../lib/ui/headline.ts'
import { PageLink } from '../../lib/ui/PageLink.tsx'

/** The one thing to do first, where there is one: answer the notice, or see what is wrong and who can mend it. */
export function NextStep({ status }: { status: Status }) {
  if (isRevoked(status)) return <p class="trouble">{i18n.t('popup.revoked', { company: companyOf(status) })}</p>
  if (status.consent === 'asking') {
    return (
      <PageLink class="button" href="/notice.html#answer">
        {i18n.t('popup.answer')}
      </PageLink>
    )
  }
  if (status.consent === 'refused') {
    return <PageLink href="/notice.html#answer">{i18n.t('popup.change_answer')}</PageLink>
  }
  if (status.terms.more.length > 0 && !status.terms.seen) {
    return <PageLink href="/notice.html#new">{i18n.t('popup.more')}</PageLink>
  }
  if (!hasFaultySettings(status)) return null
  return (
    <p class="trouble">
      {i18n.t('popup.settings_unusable')} <PageLink href="/options.html#policy">{i18n.t('popup.details')}</PageLink>
    </p>
  )
}

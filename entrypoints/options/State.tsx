import { i18n } from '#i18n'
import type { Status } from '../../lib/messages.ts'
import { hasFaultySettings, isRevoked, lineOf } from '../../lib/ui/headline.ts'
import { PageLink } from '../../lib/ui/PageLink.tsx'
import { StateLine } from '../../lib/ui/StateLine.tsx'

/** What is happening in this browser, or that the worker does not say. */
export function State({ status, silent, now }: { status: Status | null; silent: boolean; now: number }) {
  return (
    <>
      <div role="status">
        <StateLine line={lineOf({ status, silent }, 'browser', now)} level="h3" />
      </div>
      <p class="press">
        {status !== null && hasFaultySettings(status) && <a href="#policy">{i18n.t('policy.see_problems')}</a>}
        {status !== null && isRevoked(status) && <a href="#waiting">{i18n.t('policy.see_problems')}</a>}
        <PageLink href="/notice.html">{i18n.t('popup.notice')}</PageLink>
      </p>
    </>
  )
}

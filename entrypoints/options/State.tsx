import { i18n } from '#i18n'
import type { Status } from '../../lib/messages.ts'
import { headline, type Headline } from '../../lib/ui/headline.ts'
import { PageLink } from '../../lib/ui/PageLink.tsx'
import { StateLine } from '../../lib/ui/StateLine.tsx'

/** What is happening in this browser, or that the worker does not say. */
export function State({ status, silent, now }: { status: Status | null; silent: boolean; now: number }) {
  const line: Headline = silent
    ? { shape: 'attention', title: i18n.t('common.silent_title'), detail: i18n.t('common.silent') }
    : status === null
      ? { shape: 'off', title: i18n.t('common.one_moment'), detail: '' }
      : headline(status, 'browser', now)
  return (
    <>
      <div role="status">
        <StateLine line={line} level="h3" />
      </div>
      <p>
        <PageLink href="/notice.html">{i18n.t('popup.notice')}</PageLink>
      </p>
    </>
  )
}

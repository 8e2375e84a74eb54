import { i18n } from '#i18n'
import { NeverList } from '../../lib/ui/NeverList.tsx'
import { Shortcuts } from '../../lib/ui/Shortcuts.tsx'
import { Section } from '../../lib/ui/Section.tsx'
import { SiteList } from '../../lib/ui/SiteList.tsx'
import { companyOf } from '../../lib/ui/headline.ts'
import { useNow } from '../../lib/ui/use-now.ts'
import { useAnchor } from '../../lib/ui/use-anchor.ts'
import { useStatus } from '../../lib/ui/use-status.ts'
import { Delete } from './delete/Delete.tsx'
import { Activity } from './activity/Activity.tsx'
import { Diagnostics } from './diagnostics/Diagnostics.tsx'
import { OwnCopy } from './own-copy/OwnCopy.tsx'
import { PolicyAsRead } from './PolicyAsRead.tsx'
import { State } from './State.tsx'
import { TestDelivery } from './TestDelivery.tsx'
import { TodayTables } from './TodayTables.tsx'
import { Traces } from './traces/Traces.tsx'
import { Try } from './try/Try.tsx'
import { Waiting } from './Waiting.tsx'

// prettier-ignore
const SECTIONS = ['status', 'sites', 'policy', 'waiting', 'traces', 'today', 'activity', 'delete', 'masked', 'own_copy', 'diagnostics'] as const

/** Everything the extension knows and does in this browser, on one page. */
export function Options() {
  const { status, silent, send } = useStatus(null)
  const now = useNow(true)

  useAnchor(status !== null)

  return (
    <main>
      <header>
        <h1>{i18n.t('options.title')}</h1>
        <p class="intro">{i18n.t('options.intro')}</p>
        <nav aria-label={i18n.t('options.sections')}>
          {SECTIONS.map((name) => (
            <a key={name} href={`#${name}`}>
              {i18n.t(`${name}.title`)}
            </a>
          ))}
        </nav>
      </header>
      <Section id="status" title={i18n.t('status.title')}>
        <State status={status} silent={silent} now={now} />
        <h3>{i18n.t('shortcuts.title')}</h3>
        <Shortcuts />
      </Section>
      {status !== null && (
        <>
          <Section id="sites" title={i18n.t('sites.title')}>
            <p class="intro">{i18n.t('sites.intro', { company: companyOf(status) })}</p>
            <SiteList policy={status.policy} />
          </Section>
          <Section id="policy" title={i18n.t('policy.title')}>
            <PolicyAsRead status={status} now={now} send={send} />
            <TestDelivery />
          </Section>
          <Section id="waiting" title={i18n.t('waiting.title')}>
            <Waiting status={status} now={now} send={send} />
          </Section>
          <Section id="traces" title={i18n.t('traces.title')}>
            <Traces status={status} now={now} send={send} />
          </Section>
          <Section id="today" title={i18n.t('today.title')}>
            <TodayTables today={status.today} />
          </Section>
          <Section id="activity" title={i18n.t('activity.title')}>
            <Activity activity={status.activity} now={now} />
          </Section>
          <Section id="delete" title={i18n.t('delete.title')}>
            <Delete status={status} now={now} send={send} />
          </Section>
        </>
      )}
      <Section id="masked" title={i18n.t('masked.title')}>
        <NeverList />
        <Try />
      </Section>
      <Section id="own_copy" title={i18n.t('own_copy.title')}>
        <OwnCopy />
      </Section>
      <Section id="diagnostics" title={i18n.t('diagnostics.title')}>
        <Diagnostics status={status} silent={silent} />
      </Section>
    </main>
  )
}

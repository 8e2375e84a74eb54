import { i18n } from '#i18n'
import { useEffect } from 'preact/hooks'
import { companyOf } from '../../lib/ui/headline.ts'
import { NeverList } from '../../lib/ui/NeverList.tsx'
import { Section } from '../../lib/ui/Section.tsx'
import { SiteList } from '../../lib/ui/SiteList.tsx'
import { useStatus } from '../../lib/ui/use-status.ts'
import { Answer } from './Answer.tsx'
import { AskWhom, Controls, WhereItGoes } from './Terms.tsx'

const WHAT = ['actions', 'target', 'type', 'route', 'time', 'pointer'] as const

/** Who records what, where it goes and what a person can do: written from the policy in force. */
export function Notice() {
  const { status, silent, send } = useStatus(null)
  const known = status !== null

  useEffect(() => {
    // The anchor of the address came before the section it names.
    if (known) document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }, [known])

  if (status === null) {
    return (
      <main>
        <h1>{i18n.t('notice.title')}</h1>
        <p role="status">{silent ? `${i18n.t('common.silent_title')}. ${i18n.t('common.silent')}` : i18n.t('common.one_moment')}</p>
      </main>
    )
  }
  const unset = status.state === 'not-set-up'
  return (
    <main>
      <header>
        <h1>{i18n.t('notice.title')}</h1>
        <p class="lead">{unset ? i18n.t('notice.lead_unset') : i18n.t('notice.lead', { company: companyOf(status) })}</p>
      </header>
      {!unset && <Answer status={status} send={send} />}
      <Section id="where" title={i18n.t('notice.where_title')}>
        <p>{i18n.t('notice.where_intro')}</p>
        <SiteList policy={status.policy} />
      </Section>
      <Section id="what" title={i18n.t('notice.what_title')}>
        <ul>
          {WHAT.map((name) => (
            <li key={name}>{i18n.t(`notice.what_${name}`)}</li>
          ))}
        </ul>
      </Section>
      <Section id="never" title={i18n.t('notice.never_title')}>
        <NeverList />
      </Section>
      <Section id="whom" title={i18n.t('notice.whom_title')}>
        <p>{i18n.t('notice.whom')}</p>
        <p>{i18n.t('notice.purpose')}</p>
      </Section>
      <WhereItGoes status={status} />
      <Controls />
      <AskWhom status={status} />
    </main>
  )
}

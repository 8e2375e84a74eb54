import { i18n } from '#i18n'
import { NeverList } from '../../lib/ui/NeverList.tsx'
import { Section } from '../../lib/ui/Section.tsx'

const WHAT = ['actions', 'target', 'type', 'route', 'time', 'pointer'] as const

/** What a record holds, what it never holds, and whom it names: the same under every policy. */
export function Record() {
  return (
    <>
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
    </>
  )
}

import { i18n } from '#i18n'
import type { Status } from '../../lib/messages.ts'
import { companyOf } from '../../lib/ui/headline.ts'
import { Section } from '../../lib/ui/Section.tsx'
import { moment } from '../../lib/ui/time-words.ts'
import { useNow } from '../../lib/ui/use-now.ts'
import { wideningSentence } from '../../lib/ui/widening-sentence.ts'

/** What is recorded more than when the person last agreed, or last looked. */
export function New({ status }: { status: Status }) {
  const { more, since } = status.terms
  const now = useNow(false)
  if (more.length === 0) return null
  return (
    <div class="new">
      <Section id="new" title={i18n.t('new.title')}>
        <p>
          {status.consent === 'asking' || since === null ? i18n.t('new.than_agreed') : i18n.t('new.since', { time: moment(since, now) })}
        </p>
        <ul>
          {more.map((each) => (
            <li key={JSON.stringify(each)}>
              <strong>{wideningSentence(each, companyOf(status))}</strong>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}

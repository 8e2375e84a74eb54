import { i18n } from '#i18n'
import { useRef, useState } from 'preact/hooks'
import type { Status, UiMessage } from '../../lib/messages.ts'
import { companyOf } from '../../lib/ui/headline.ts'
import { Section } from '../../lib/ui/Section.tsx'

type Properties = { status: Status; send: (message: UiMessage) => Promise<Status | null> }

/** The person's answer: asked for with two buttons of equal weight, shown once given, and changed as easily. */
export function Answer({ status, send }: Properties) {
  const outcome = useRef<HTMLParagraphElement>(null)
  const [failed, setFailed] = useState(false)

  const answer = async (given: boolean) => {
    const after = await send({ type: 'consent', given, terms: status.terms.id ?? '' })
    setFailed(after === null)
    // The button that was pressed may be gone; the sentence says what came of it.
    outcome.current?.focus()
  }
  const button = (given: boolean, words: string) => (
    <button type="button" onClick={() => void answer(given)}>
      {words}
    </button>
  )

  if (status.consent === 'unneeded') return <p class="answer">{i18n.t('notice.unneeded', { company: companyOf(status) })}</p>
  return (
    <div class="answer">
      <Section id="answer" title={status.consent === 'asking' ? i18n.t('notice.answer_title') : i18n.t('notice.answered_title')}>
        <p ref={outcome} tabIndex={-1} role="status">
          {failed ? i18n.t('notice.failed') : standing(status.consent, status.terms.more.length > 0)}
        </p>
        <div class="choices">
          {status.consent === 'asking' && button(true, i18n.t('notice.agree'))}
          {status.consent === 'asking' && button(false, i18n.t('notice.refuse'))}
          {status.consent === 'given' && button(false, i18n.t('notice.withdraw'))}
          {status.consent === 'refused' && button(true, i18n.t('notice.give'))}
        </div>
      </Section>
    </div>
  )
}

function standing(consent: 'asking' | 'given' | 'refused', isMore: boolean): string {
  if (consent === 'asking') return isMore ? i18n.t('notice.answer_more') : i18n.t('notice.answer_intro')
  return consent === 'given' ? i18n.t('notice.given') : i18n.t('notice.refused')
}

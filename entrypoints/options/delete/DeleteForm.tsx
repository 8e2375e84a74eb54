import { i18n } from '#i18n'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Status, UiMessage } from '../../../lib/messages.ts'
import { Choices } from './Choices.tsx'
import { Confirm } from './Confirm.tsx'
import { deletionOf, type Choice } from './delete-choice.ts'
import { deleteQuestion } from './delete-question.ts'
import { deleteResult } from './delete-result.ts'

type Properties = { status: Status; now: number; send: (message: UiMessage) => Promise<Status | null> }
type Step = 'choosing' | 'asking' | 'deleting'

/** Deleting in two steps: choose and press, then confirm. What came of it is said where the button was pressed. */
export function DeleteForm({ status, now, send }: Properties) {
  const [choice, setChoice] = useState<Choice>({ scope: 'hour', origin: '', since: '' })
  const [step, setStep] = useState<Step>('choosing')
  const [result, setResult] = useState('')
  const press = useRef<HTMLButtonElement>(null)
  const isAnswered = useRef(false)

  // The button that was pressed last is gone; the one that began is back.
  useEffect(() => {
    if (step === 'choosing' && isAnswered.current) press.current?.focus()
    isAnswered.current = false
  }, [step])

  const end = useCallback((words: string) => {
    isAnswered.current = true
    setStep('choosing')
    setResult(words)
  }, [])
  const keep = useCallback(() => {
    if (step === 'asking') end(i18n.t('delete.result_kept'))
  }, [step, end])
  const choose = (next: Choice) => {
    if (step === 'deleting') return
    setChoice(next)
    // A question that no longer fits the choice is withdrawn.
    setStep('choosing')
    setResult('')
  }
  const deleteNow = async () => {
    const what = deletionOf(choice, Date.now())
    if (step !== 'asking' || what === null) return
    setStep('deleting')
    // What is shown may be seconds old; the numbers are to be those of just before.
    const before = await send({ type: 'status', tab: null })
    const after = await send({ type: 'delete', what })
    end(deleteResult(before, after))
  }

  return (
    <form
      class="delete"
      onSubmit={(event) => {
        event.preventDefault()
        setResult('')
        if (deletionOf(choice, now) !== null) setStep('asking')
      }}
    >
      <Choices status={status} now={now} choice={choice} choose={choose} />
      {step !== 'choosing' && (
        <Confirm
          question={deleteQuestion(choice, now)}
          warning={i18n.t('delete.warning')}
          busy={step === 'deleting'}
          onDelete={() => void deleteNow()}
          onKeep={keep}
        />
      )}
      <p class="press">
        {step === 'choosing' && (
          <button type="submit" ref={press}>
            {i18n.t('delete.press')}
          </button>
        )}
        <span aria-live="polite">{result}</span>
      </p>
    </form>
  )
}

import { useRef, useState } from 'preact/hooks'
import { Confirm } from '../delete/Confirm.tsx'

type Properties = { words: string; about: string; question: string; warning: string; remove: () => Promise<void> }

/** A button, of many that look alike, that asks before it deletes; the focus comes back to it where nothing was deleted. */
export function DeleteOne({ words, about, question, warning, remove }: Properties) {
  const [step, setStep] = useState<'offered' | 'asking' | 'deleting'>('offered')
  const button = useRef<HTMLButtonElement>(null)

  const keep = () => {
    if (step !== 'asking') return
    setStep('offered')
    button.current?.focus()
  }
  const removeNow = async () => {
    if (step !== 'asking') return
    setStep('deleting')
    await remove()
    setStep('offered')
  }

  return (
    <>
      <button type="button" ref={button} aria-expanded={step !== 'offered'} onClick={() => setStep('asking')}>
        {words}
        <span class="spoken">: {about}</span>
      </button>
      {step !== 'offered' && (
        <Confirm question={question} warning={warning} busy={step === 'deleting'} onDelete={() => void removeNow()} onKeep={keep} />
      )}
    </>
  )
}

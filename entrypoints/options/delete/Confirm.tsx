import { i18n } from '#i18n'
import { useEffect, useId, useRef } from 'preact/hooks'

type Properties = { question: string; warning: string; busy: boolean; onDelete: () => void; onKeep: () => void }

/** The second step, in the page: the focus comes to the answer that changes nothing, and Escape gives it. */
export function Confirm({ question, warning, busy, onDelete, onKeep }: Properties) {
  const id = useId()
  const keep = useRef<HTMLButtonElement>(null)

  useEffect(() => keep.current?.focus(), [])
  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') onKeep()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [onKeep])

  return (
    <div class="confirm" role="group" aria-labelledby={`${id}-question`} aria-describedby={`${id}-warning`}>
      <p id={`${id}-question`}>
        <b>{question}</b>
      </p>
      <p id={`${id}-warning`}>{warning}</p>
      <div class="press">
        <button type="button" class="final" aria-disabled={busy} onClick={onDelete}>
          {busy ? i18n.t('delete.deleting') : i18n.t('delete.confirm')}
        </button>
        <button type="button" ref={keep} aria-disabled={busy} onClick={onKeep}>
          {i18n.t('delete.keep')}
        </button>
      </div>
    </div>
  )
}

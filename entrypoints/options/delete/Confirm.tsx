import { i18n } from '#i18n'
import { useEffect, useRef } from 'preact/hooks'

type Properties = { question: string; busy: boolean; onDelete: () => void; onKeep: () => void }

/** The second step, in the page: the focus comes to the answer that changes nothing, and Escape gives it. */
export function Confirm({ question, busy, onDelete, onKeep }: Properties) {
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
    <div class="confirm" role="group" aria-labelledby="delete-question" aria-describedby="delete-warning">
      <p id="delete-question">
        <b>{question}</b>
      </p>
      <p id="delete-warning">{i18n.t('delete.warning')}</p>
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

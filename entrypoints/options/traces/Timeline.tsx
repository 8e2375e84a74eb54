import { i18n } from '#i18n'
import { useEffect, useRef } from 'preact/hooks'
import type { Sequence } from '../../../lib/trace/schema.ts'
import { Step } from './Step.tsx'

/** The actions of a sequence in their order. Arrow keys go from one to the next, Tab through what can be opened. */
export function Timeline({ sequence: { actions, viewport } }: { sequence: Sequence }) {
  const list = useRef<HTMLOListElement>(null)

  useEffect(() => {
    const { current } = list
    const onKeyDown = (event: KeyboardEvent) => {
      const way = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      const stops = [...(current?.querySelectorAll<HTMLElement>('.step summary') ?? [])]
      const here = stops.findIndex((stop) => stop === document.activeElement)
      if (way === 0 || here < 0) return
      event.preventDefault()
      const next = stops[here + way]
      next?.focus()
      next?.closest('.step')?.scrollIntoView({ block: 'nearest' })
    }
    current?.addEventListener('keydown', onKeyDown)
    return () => current?.removeEventListener('keydown', onKeyDown)
  }, [])

  return (
    <ol class="steps" ref={list} aria-label={i18n.t('traces.list')}>
      {actions.map((action, place) => (
        <Step key={action.seq} action={action} before={actions[place - 1]} viewport={viewport} />
      ))}
    </ol>
  )
}
